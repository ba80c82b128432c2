// SPDX-License-Identifier: MIT
#include "core/run/shownplan.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"

namespace Slipway {

namespace {

/// Names of instances are any text; the digest of one is a file name.
QString fileOf(const Places &places, const QString &run, const StepKey &key)
{
    return QStringLiteral("%1/shown/%2.json")
        .arg(places.run(run), sha256Hex(key.text().toUtf8()).left(32));
}

} // namespace

Result<void> saveShownPlan(const Places &places, const QString &run, const StepKey &key,
                           const ShownPlan &shown)
{
    if (auto made = makePrivateFolder(places.run(run) + QLatin1String("/shown")); !made)
        return made;
    const auto json =
        canonicalJson(QJsonObject{{QStringLiteral("expandedBy"), shown.expandedBy},
                                  {QStringLiteral("with"), Value(shown.with).toJson()},
                                  {QStringLiteral("plan"), shown.plan.toJson()}});
    if (!json)
        return json.error();
    return writeFileDurably(fileOf(places, run, key), *json, 0600);
}

std::optional<ShownPlan> shownPlan(const Places &places, const QString &run, const StepKey &key,
                                   qint64 expandedBy)
{
    const auto bytes = readFile(fileOf(places, run, key));
    const auto json = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(bytes.error());
    if (!json || json->value(QLatin1String("expandedBy")).toInteger() != expandedBy)
        return std::nullopt;
    auto plan = Plan::fromJson(json->value(QLatin1String("plan")).toObject());
    if (!plan)
        return std::nullopt;
    return ShownPlan{expandedBy, Value::fromJson(json->value(QLatin1String("with"))).map(),
                     std::move(*plan)};
}

} // namespace Slipway
