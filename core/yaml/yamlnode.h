// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

#include <QString>
#include <vector>

namespace Slipway {

struct YamlMember;

/// One node of a YAML file as it was written. A value; never changed once it was read.
class YamlNode
{
public:
    enum class Kind
    {
        Scalar,
        List,
        Map
    };

    static YamlNode scalar(QString text, bool isQuoted, Place place, Place textPlace);
    static YamlNode list(Place place);
    static YamlNode map(Place place);

    Kind kind() const { return m_kind; }
    bool isScalar() const { return m_kind == Kind::Scalar; }
    bool isList() const { return m_kind == Kind::List; }
    bool isMap() const { return m_kind == Kind::Map; }

    /// Of a scalar: its text, with escapes and folding undone.
    const QString &text() const { return m_text; }
    /// True for '…', "…", | and >: always a text.
    bool isQuoted() const { return m_isQuoted; }
    /// A scalar's meaning. Plain: nothing, ~ and null are null; true and false flags; decimal
    /// whole numbers numbers; everything else (yes, on, 0o17, 1e3, 1.5) is text.
    Value value() const;
    /// True for a plain scalar that stands for null.
    bool isNull() const;

    /// Where it begins.
    const Place &place() const { return m_place; }
    /// Where the first character of a scalar's text stands, behind its quote; of a block
    /// scalar the first line below | or >.
    const Place &textPlace() const { return m_textPlace; }

    const std::vector<YamlNode> &elements() const { return m_elements; }
    /// In the order of the file.
    const std::vector<YamlMember> &members() const { return m_members; }
    /// nullptr if there is none.
    const YamlNode *member(const QString &key) const;

private:
    friend class YamlBuilder;

    Kind m_kind = Kind::Scalar;
    QString m_text;
    bool m_isQuoted = false;
    Place m_place;
    Place m_textPlace;
    std::vector<YamlNode> m_elements;
    std::vector<YamlMember> m_members;
};

struct YamlMember
{
    QString key;
    Place place; ///< of the key
    YamlNode value;
};

} // namespace Slipway
