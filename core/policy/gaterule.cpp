// SPDX-License-Identifier: MIT
#include "core/policy/gaterule.h"

#include <QDateTime>
#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 msPerMinute = 60'000;

QJsonObject textsJson(const QMap<QString, QString> &texts)
{
    QJsonObject json;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QMap<QString, QString> textsOf(const QJsonValue &json)
{
    QMap<QString, QString> texts;
    const QJsonObject object = json.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

QStringList listOf(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

QJsonObject requiredJson(const GateRule::Required &required)
{
    return {{QStringLiteral("group"), required.group},
            {QStringLiteral("of"), QJsonArray::fromStringList(required.of)},
            {QStringLiteral("count"), required.count}};
}

QJsonObject windowJson(const GateRule::Window &window)
{
    QJsonArray days;
    for (const int day : window.days)
        days.append(day);
    return {{QStringLiteral("days"), days},
            {QStringLiteral("from"), window.fromMinute},
            {QStringLiteral("to"), window.toMinute},
            {QStringLiteral("offset"), window.offsetMinutes}};
}

GateRule::Window windowOf(const QJsonObject &json)
{
    GateRule::Window window;
    const QJsonArray days = json[QLatin1String("days")].toArray();
    for (const QJsonValue &day : days)
        window.days.append(day.toInt());
    window.fromMinute = json[QLatin1String("from")].toInt();
    window.toMinute = json[QLatin1String("to")].toInt();
    window.offsetMinutes = json[QLatin1String("offset")].toInt();
    return window;
}

bool isInside(const GateRule::Window &window, qint64 ms)
{
    // Shifted, and then read as if it were UTC: no table of time zones has a say in it.
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(ms + window.offsetMinutes * msPerMinute, Qt::UTC);
    const int minute = local.time().hour() * 60 + local.time().minute();
    return window.days.contains(local.date().dayOfWeek()) && minute >= window.fromMinute &&
           minute < window.toMinute;
}

} // namespace

QStringList GateRule::deciders() const
{
    QStringList people;
    for (const QString &person : may) {
        if (!excluded.contains(person))
            people.append(person);
    }
    return people;
}

bool GateRule::isOpenAt(qint64 msSinceEpoch) const
{
    return windows.isEmpty() ||
           std::any_of(windows.cbegin(), windows.cend(), [msSinceEpoch](const Window &window) {
               return isInside(window, msSinceEpoch);
           });
}

bool GateRule::isFulfilledBy(const QStringList &approvers, int quorum) const
{
    if (approvers.size() < quorum)
        return false;
    return std::all_of(required.cbegin(), required.cend(), [&](const Required &one) {
        return std::count_if(approvers.cbegin(), approvers.cend(), [&](const QString &person) {
                   return one.of.contains(person);
               }) >= one.count;
    });
}

QString GateRule::nameOf(const QString &person) const
{
    const QString name = names.value(person);
    return name.isEmpty() ? person : name;
}

QJsonObject GateRule::toJson() const
{
    if (!isGiven)
        return {};
    QJsonArray requirements;
    for (const Required &one : required)
        requirements.append(requiredJson(one));
    QJsonArray times;
    for (const Window &window : windows)
        times.append(windowJson(window));
    return {{QStringLiteral("signed"), isSigned},
            {QStringLiteral("may"), QJsonArray::fromStringList(may)},
            {QStringLiteral("excluded"), QJsonArray::fromStringList(excluded)},
            {QStringLiteral("required"), requirements},
            {QStringLiteral("windows"), times},
            {QStringLiteral("names"), textsJson(names)},
            {QStringLiteral("logins"), textsJson(logins)}};
}

GateRule GateRule::fromJson(const QJsonObject &json)
{
    GateRule rule;
    if (json.isEmpty())
        return rule;
    rule.isGiven = true;
    // Anything but a plain "no" asks for a signature.
    rule.isSigned = json[QLatin1String("signed")] != QJsonValue(false);
    rule.may = listOf(json[QLatin1String("may")]);
    rule.excluded = listOf(json[QLatin1String("excluded")]);
    const QJsonArray requirements = json[QLatin1String("required")].toArray();
    for (const QJsonValue &one : requirements)
        rule.required.append({one[QLatin1String("group")].toString(),
                              listOf(one[QLatin1String("of")]),
                              one[QLatin1String("count")].toInt()});
    const QJsonArray times = json[QLatin1String("windows")].toArray();
    for (const QJsonValue &window : times)
        rule.windows.append(windowOf(window.toObject()));
    rule.names = textsOf(json[QLatin1String("names")]);
    rule.logins = textsOf(json[QLatin1String("logins")]);
    return rule;
}

} // namespace Slipway
