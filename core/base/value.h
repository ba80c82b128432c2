// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <variant>

namespace Slipway {

/// A value of the checklist language: what inputs, outputs and expressions are made of.
/// Text, whole numbers, flags, lists, maps, null, and *unknown*: what a rehearsal cannot
/// know yet. What is made from an unknown is unknown.
class Value
{
public:
    using List = QList<Value>;
    using Map = QMap<QString, Value>;
    enum class Kind
    {
        Unknown,
        Null,
        Flag,
        Number,
        Text,
        List,
        Map
    };

    Value() = default; ///< null
    Value(bool flag);
    Value(int number);
    Value(qint64 number);
    Value(QString text);
    Value(const char *text) = delete;
    Value(List list);
    Value(Map map);
    static Value unknown();
    static Value ofTexts(const QStringList &texts);

    Kind kind() const;
    bool isUnknown() const { return kind() == Kind::Unknown; }
    bool isNull() const { return kind() == Kind::Null; }
    bool isText() const { return kind() == Kind::Text; }
    bool isList() const { return kind() == Kind::List; }
    bool isMap() const { return kind() == Kind::Map; }
    /// True if an unknown stands anywhere inside.
    bool hasUnknown() const;

    bool flag() const;         ///< the flag, false for any other kind
    qint64 number() const;     ///< the number, 0 for any other kind
    QString text() const;      ///< the text, empty for any other kind
    List list() const;         ///< the list, empty for any other kind
    Map map() const;           ///< the map, empty for any other kind
    QStringList texts() const; ///< the texts of a list; a lone text is a list of one
    /// The member of that name; null if there is none or this is no map.
    Value operator[](const QString &name) const;

    /// As it reads inside a longer text: numbers in digits, flags as true and false, null as
    /// nothing. Lists and maps have no such form and give canonical JSON.
    QString display() const;

    QJsonValue toJson() const;
    static Value fromJson(const QJsonValue &json);

    bool operator==(const Value &other) const;

private:
    struct UnknownTag
    {
        bool operator==(const UnknownTag &) const = default;
    };
    std::variant<std::monostate, UnknownTag, bool, qint64, QString, List, Map> m_content;
};

/// "text", "number", …: for error messages.
QString kindName(Value::Kind kind);

} // namespace Slipway
