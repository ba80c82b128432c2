// SPDX-License-Identifier: MIT
#include "core/checklist/jsonpath.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace Slipway {

namespace {

constexpr qint64 allElements = -1;
constexpr qsizetype longestPath = 1000;
constexpr qsizetype mostElements = 10'000;

std::optional<Value> memberOf(const Value &value, const QString &name)
{
    const Value::Map map = value.map();
    const auto found = map.constFind(name);
    return found == map.cend() ? std::nullopt : std::optional<Value>(*found);
}

std::optional<QJsonValue> memberOf(const QJsonValue &value, const QString &name)
{
    const QJsonObject object = value.toObject();
    const auto found = object.constFind(name);
    return found == object.constEnd() ? std::nullopt : std::optional<QJsonValue>(*found);
}

std::optional<Value::List> elementsOf(const Value &value)
{
    return value.isList() ? std::optional<Value::List>(value.list()) : std::nullopt;
}

std::optional<QJsonArray> elementsOf(const QJsonValue &value)
{
    return value.isArray() ? std::optional<QJsonArray>(value.toArray()) : std::nullopt;
}

Value listOf(const QList<Value> &values)
{
    return Value(values);
}

QJsonValue listOf(const QList<QJsonValue> &values)
{
    QJsonArray array;
    for (const QJsonValue &value : values)
        array.append(value);
    return array;
}

} // namespace

std::optional<JsonPath> JsonPath::of(const QString &text)
{
    static const QRegularExpression part(
        QStringLiteral("\\G(?:(?:^|\\.)([^.\\[\\]'\\s*]+)|\\[(?:([0-9]{1,9})|(\\*)|"
                       "'([^']*)')\\])"));
    JsonPath path;
    path.m_text = text;
    if (text == u".")
        return path;
    if (text.size() > longestPath)
        return std::nullopt;
    qsizetype done = 0;
    int stars = 0;
    while (done < text.size()) {
        const QRegularExpressionMatch match = part.match(text, done);
        if (!match.hasMatch())
            return std::nullopt;
        done = match.capturedEnd();
        if (match.hasCaptured(3))
            path.m_parts.append(allElements);
        else if (match.hasCaptured(2))
            path.m_parts.append(match.captured(2).toLongLong());
        else
            path.m_parts.append(match.hasCaptured(4) ? match.captured(4) : match.captured(1));
        stars += match.hasCaptured(3);
    }
    return stars > 1 ? std::nullopt : std::optional<JsonPath>(path);
}

template <typename Node>
std::optional<Node> JsonPath::at(const Node &node, qsizetype part) const
{
    if (part == m_parts.size())
        return node;
    if (const auto *name = std::get_if<QString>(&m_parts[part])) {
        const auto member = memberOf(node, *name);
        return member ? at(*member, part + 1) : std::nullopt;
    }
    const qint64 index = std::get<qint64>(m_parts[part]);
    const auto elements = elementsOf(node);
    if (!elements || index >= elements->size() || elements->size() > mostElements)
        return std::nullopt;
    if (index != allElements)
        return at(Node(elements->at(index)), part + 1);
    QList<Node> all;
    for (qsizetype i = 0; i < elements->size(); ++i) {
        const auto one = at(Node(elements->at(i)), part + 1);
        if (!one)
            return std::nullopt;
        all.append(*one);
    }
    return listOf(all);
}

std::optional<Value> JsonPath::in(const Value &document) const
{
    return at(document, 0);
}

std::optional<QJsonValue> JsonPath::in(const QJsonValue &document) const
{
    return at(document, 0);
}

} // namespace Slipway
