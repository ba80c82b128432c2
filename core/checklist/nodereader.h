// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/localizedtext.h"
#include "core/checklist/expression.h"
#include "core/checklist/grouprewriter.h"
#include "core/yaml/yamlnode.h"

#include <QList>
#include <functional>

namespace Slipway {

/// Takes values out of YAML nodes and keeps every problem of form it meets, so that one look
/// shows them all. What could not be read comes back empty.
class NodeReader
{
public:
    /// One key that a map may have.
    struct Key
    {
        const char *name;
        std::function<void(const YamlNode &)> read;
        bool isRequired = false;
    };

    /// What names mean where the reader is; not owned, may change. Nothing: as they stand.
    void setNames(const GroupNames *names) { m_names = names; }

    const QList<Error> &errors() const { return m_errors; }
    void fail(const Error &error, const Place &place) { m_errors.append(error.at(place)); }

    /// Reads a map by its table of keys; unknown keys and missing ones are problems. what: "a
    /// step", for the messages. False if the node is no map.
    bool readKeys(const YamlNode &node, const char *what, const QList<Key> &keys);

    QString text(const YamlNode &node);
    /// [a-z][a-z0-9_-]*, at most 64 characters.
    QString identifier(const YamlNode &node);
    /// A text for all languages, or a map of language to text.
    LocalizedText localized(const YamlNode &node);
    /// The same, where ${{ }} in it is evaluated when it is shown: names are what they mean here.
    LocalizedText spoken(const YamlNode &node);
    bool flag(const YamlNode &node);
    int number(const YamlNode &node, int least, int most);
    /// One of the names; -1 and a problem that suggests the nearest if it is none.
    int choice(const YamlNode &node, const QStringList &names);
    /// A list of texts; a lone text is a list of one.
    QStringList texts(const YamlNode &node);
    /// A value in which ${{ }} may stand.
    Template templated(const YamlNode &node);
    /// The members of a map as templates.
    QMap<QString, Template> templates(const YamlNode &node);
    /// A value without ${{ }}.
    Value constant(const YamlNode &node);
    /// An expression that may stand with or without ${{ }}.
    std::optional<Expression> condition(const YamlNode &node);
    /// The elements; a problem and nothing if it is no list.
    const std::vector<YamlNode> &elements(const YamlNode &node, const char *what);

private:
    void unknownKey(const YamlMember &member, const char *what, const QStringList &known);
    bool checkKey(const YamlMember &member);

    template <typename T>
    T inGroup(const T &read);
    Value literalText(const QString &text) const;

    QList<Error> m_errors;
    const GroupNames *m_names = nullptr;
};

} // namespace Slipway
