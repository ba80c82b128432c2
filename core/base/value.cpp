// SPDX-License-Identifier: MIT
#include "core/base/value.h"

#include "core/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace Slipway {

namespace {
// How an unknown is kept in JSON; a map of a checklist cannot have this key.
const QString unknownKey = QStringLiteral("$unknown");
} // namespace

Value::Value(bool flag) : m_content(flag) {}
Value::Value(int number) : m_content(qint64(number)) {}
Value::Value(qint64 number) : m_content(number) {}
Value::Value(QString text) : m_content(std::move(text)) {}
Value::Value(List list) : m_content(std::move(list)) {}
Value::Value(Map map) : m_content(std::move(map)) {}

Value Value::unknown()
{
    Value value;
    value.m_content = UnknownTag{};
    return value;
}

Value Value::ofTexts(const QStringList &texts)
{
    List list;
    for (const QString &text : texts)
        list.append(Value(text));
    return Value(list);
}

Value::Kind Value::kind() const
{
    static constexpr Kind kinds[] = {Kind::Null, Kind::Unknown, Kind::Flag, Kind::Number,
                                     Kind::Text, Kind::List,    Kind::Map};
    return kinds[m_content.index()];
}

bool Value::hasUnknown() const
{
    const auto isUnknownInside = [](const Value &value) { return value.hasUnknown(); };
    if (const auto *list = std::get_if<List>(&m_content))
        return std::any_of(list->cbegin(), list->cend(), isUnknownInside);
    if (const auto *map = std::get_if<Map>(&m_content))
        return std::any_of(map->cbegin(), map->cend(), isUnknownInside);
    return isUnknown();
}

bool Value::flag() const
{
    const bool *flag = std::get_if<bool>(&m_content);
    return flag && *flag;
}

qint64 Value::number() const
{
    const qint64 *number = std::get_if<qint64>(&m_content);
    return number ? *number : 0;
}

QString Value::text() const
{
    const QString *text = std::get_if<QString>(&m_content);
    return text ? *text : QString();
}

Value::List Value::list() const
{
    const List *list = std::get_if<List>(&m_content);
    return list ? *list : List();
}

Value::Map Value::map() const
{
    const Map *map = std::get_if<Map>(&m_content);
    return map ? *map : Map();
}

QStringList Value::texts() const
{
    if (isText())
        return {text()};
    QStringList texts;
    const List values = list();
    for (const Value &value : values)
        texts.append(value.display());
    return texts;
}

Value Value::operator[](const QString &name) const
{
    if (isUnknown())
        return unknown();
    const Map *map = std::get_if<Map>(&m_content);
    return map ? map->value(name) : Value();
}

QString Value::display() const
{
    switch (kind()) {
    case Kind::Unknown:
        return QStringLiteral("(unknown)");
    case Kind::Null:
        return {};
    case Kind::Flag:
        return flag() ? QStringLiteral("true") : QStringLiteral("false");
    case Kind::Number:
        return QString::number(number());
    case Kind::Text:
        return text();
    case Kind::List:
    case Kind::Map:
        break;
    }
    return QString::fromUtf8(canonicalJson(toJson()).valueOr({}));
}

QJsonValue Value::toJson() const
{
    switch (kind()) {
    case Kind::Unknown:
        return QJsonObject{{unknownKey, true}};
    case Kind::Null:
        return QJsonValue::Null;
    case Kind::Flag:
        return flag();
    case Kind::Number:
        return number();
    case Kind::Text:
        return text();
    case Kind::List: {
        QJsonArray array;
        const List values = list();
        for (const Value &value : values)
            array.append(value.toJson());
        return array;
    }
    case Kind::Map:
        break;
    }
    QJsonObject object;
    const Map values = map();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), it.value().toJson());
    return object;
}

Value Value::fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return Value(json.toBool());
    case QJsonValue::Double:
        return Value(json.toInteger());
    case QJsonValue::String:
        return Value(json.toString());
    case QJsonValue::Array: {
        List list;
        const QJsonArray array = json.toArray();
        for (const QJsonValue &value : array)
            list.append(fromJson(value));
        return Value(list);
    }
    case QJsonValue::Object: {
        const QJsonObject object = json.toObject();
        if (object.size() == 1 && object.contains(unknownKey))
            return unknown();
        Map map;
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            map.insert(it.key(), fromJson(it.value()));
        return Value(map);
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

bool Value::operator==(const Value &other) const
{
    return m_content == other.m_content;
}

QString kindName(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Unknown:
        return QStringLiteral("unknown");
    case Value::Kind::Null:
        return QStringLiteral("nothing");
    case Value::Kind::Flag:
        return QStringLiteral("flag");
    case Value::Kind::Number:
        return QStringLiteral("number");
    case Value::Kind::Text:
        return QStringLiteral("text");
    case Value::Kind::List:
        return QStringLiteral("list");
    case Value::Kind::Map:
        return QStringLiteral("map");
    }
    return {};
}

} // namespace Slipway
