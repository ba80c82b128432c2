// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

#include <QJsonValue>
#include <QList>
#include <optional>
#include <variant>

namespace Slipway {

/// Where something stands in a JSON document: names with dots between them, [0], ['a.b'], and [*]
/// once for all elements, such as jobs[*].status; a dot alone is the whole document. A value.
class JsonPath final
{
public:
    /// Nothing: the text is no path.
    static std::optional<JsonPath> of(const QString &text);

    /// What stands there; nothing if there is no such part, or with [*] not in every element.
    std::optional<Value> in(const Value &document) const;
    std::optional<QJsonValue> in(const QJsonValue &document) const;

    const QString &text() const { return m_text; }

private:
    using Part = std::variant<QString, qint64>; ///< a member, or an element; -1: all elements

    template <typename Node>
    std::optional<Node> at(const Node &node, qsizetype part) const;

    QString m_text;
    QList<Part> m_parts;
};

} // namespace Slipway
