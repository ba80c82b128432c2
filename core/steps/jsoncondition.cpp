// SPDX-License-Identifier: MIT
#include "core/steps/jsoncondition.h"

#include "core/steps/programtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <functional>
#include <optional>

namespace Slipway {

namespace {

constexpr int shownLength = 200;

const QStringList &tests()
{
    static const QStringList names{QStringLiteral("is"),       QStringLiteral("is-not"),
                                   QStringLiteral("contains"), QStringLiteral("at-least"),
                                   QStringLiteral("at-most"),  QStringLiteral("length"),
                                   QStringLiteral("exists")};
    return names;
}

std::optional<double> numberOf(const Value &value)
{
    if (value.kind() == Value::Kind::Number)
        return double(value.number());
    bool isNumber = false;
    const double number = value.text().toDouble(&isNumber);
    return value.isText() && isNumber ? std::optional(number) : std::nullopt;
}

bool isEqual(const QJsonValue &there, const Value &wanted)
{
    // Checklists have no fractions: such a number is written as a text.
    if (there.isDouble()) {
        const auto number = numberOf(wanted);
        return number && *number == there.toDouble();
    }
    return there == wanted.toJson();
}

bool contains(const QJsonValue &there, const Value &wanted)
{
    if (there.isString())
        return there.toString().contains(wanted.display());
    const QJsonArray array = there.toArray();
    return std::any_of(array.begin(), array.end(),
                       [&wanted](const QJsonValue &element) { return isEqual(element, wanted); });
}

qint64 lengthOf(const QJsonValue &there)
{
    if (there.isString())
        return there.toString().size();
    if (there.isArray())
        return there.toArray().size();
    return there.isObject() ? there.toObject().size() : -1;
}

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("-");
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return plainOutput(QString::fromUtf8(array.mid(1, array.size() - 2))).left(shownLength);
}

Error notACondition(const QString &shownAs)
{
    return {QStringLiteral("json.condition"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "\"%1\" is no condition. Write where and what must hold, such as "
                              "{at: 'models[0].name', is: forecast}; one of is, is-not, contains, "
                              "at-least, at-most, length, exists."),
            {shownAs.left(shownLength)}};
}

} // namespace

Result<JsonCondition> JsonCondition::of(const Value &value)
{
    JsonCondition condition;
    const Value::Map map = value.map();
    const auto path = JsonPath::of(map[QStringLiteral("at")].text());
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        if (it.key() == u"at")
            continue;
        if (!tests().contains(it.key()) || !condition.m_test.isEmpty())
            return notACondition(value.display());
        condition.m_test = it.key();
        condition.m_wanted = it.value();
    }
    const bool needsNumber =
        condition.m_test.startsWith(QLatin1String("at-")) || condition.m_test == u"length";
    if (!path || !map[QStringLiteral("at")].isText() || condition.m_test.isEmpty() ||
        (needsNumber && !numberOf(condition.m_wanted)))
        return notACondition(value.display());
    condition.m_path = *path;
    return condition;
}

Result<void> JsonCondition::check(const QJsonValue &document) const
{
    const QJsonValue there = m_path.in(document).value_or(QJsonValue(QJsonValue::Undefined));
    const double wanted = numberOf(m_wanted).value_or(0);
    const QMap<QString, std::function<bool()>> holds{
        {QStringLiteral("is"), [&] { return isEqual(there, m_wanted); }},
        {QStringLiteral("is-not"), [&] { return !isEqual(there, m_wanted); }},
        {QStringLiteral("contains"), [&] { return contains(there, m_wanted); }},
        {QStringLiteral("at-least"),
         [&] { return there.isDouble() && there.toDouble() >= wanted; }},
        {QStringLiteral("at-most"), [&] { return there.isDouble() && there.toDouble() <= wanted; }},
        {QStringLiteral("length"), [&] { return double(lengthOf(there)) == wanted; }},
        {QStringLiteral("exists"), [&] { return there.isUndefined() != m_wanted.flag(); }}};
    if (holds[m_test]())
        return {};
    return Error(QStringLiteral("json.not-so"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "In the reply «%1» does not hold: %2 stands there (- means "
                                   "nothing)."),
                 {text(), shown(there)});
}

QString JsonCondition::text() const
{
    return QStringLiteral("%1 %2 %3").arg(m_path.text(), m_test, m_wanted.display()).trimmed();
}

} // namespace Slipway
