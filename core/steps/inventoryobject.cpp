// SPDX-License-Identifier: MIT
#include "core/steps/inventoryobject.h"

#include "core/base/canonicaljson.h"
#include "core/packages/packagename.h"

#include <QJsonArray>

namespace Slipway {

namespace {

const QString marker = QStringLiteral("slipwayInventory");

Error notInventoryError(const QString &digest)
{
    return {QStringLiteral("packages.no-inventory"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 is no inventory. Give the output \"inventory\" of a step "
                              "packages.freeze."),
            {digest}};
}

} // namespace

Result<QString> putInventory(const StepContext &context, const QString &label,
                             const QByteArray &freeze)
{
    const auto bytes =
        canonicalJson(QJsonObject{{marker, 1},
                                  {QStringLiteral("label"), label},
                                  {QStringLiteral("freeze"), QString::fromUtf8(freeze)}});
    if (!bytes)
        return bytes.error();
    return context.objects.put(*bytes);
}

Result<Inventory> readInventory(const StepContext &context, const QString &digest)
{
    const auto bytes = context.objects.read(digest);
    if (!bytes)
        return bytes.error();
    const auto json = parseJsonObject(*bytes);
    if (!json || (*json)[marker].toInt() != 1)
        return notInventoryError(digest);
    return Inventory::fromFreeze((*json)[u"freeze"].toString().toUtf8(),
                                 (*json)[u"label"].toString());
}

Result<MergedInventory> readInventories(const StepContext &context, const QStringList &digests)
{
    QMap<QString, QString> conflicts;
    QMap<QString, std::pair<QString, QString>> known; // normal name: version, label
    QByteArray lines;
    QStringList labels;
    for (const QString &digest : digests) {
        const auto inventory = readInventory(context, digest);
        if (!inventory)
            return inventory.error();
        labels.append(inventory->label());
        for (const InstalledPackage &package : inventory->packages()) {
            const QString name = normalPackageName(package.name);
            const auto first = known.constFind(name);
            if (first == known.constEnd()) {
                known.insert(name, {package.version, inventory->label()});
                const char *op = package.parsed ? "==" : "===";
                lines += package.name.toUtf8() + op + package.version.toUtf8() + '\n';
            } else if (first->first != package.version) {
                conflicts.insert(name, QStringLiteral("%1 in %2, %3 in %4")
                                           .arg(first->first, first->second, package.version,
                                                inventory->label()));
            }
        }
    }
    auto merged = Inventory::fromFreeze(lines, labels.join(u", "));
    if (!merged)
        return merged.error();
    return MergedInventory{*merged, conflicts};
}

Result<Evidence> packagesEvidence(const StepContext &context, const QStringList &sources,
                                  const QList<PackageRow> &rows, const QString &note)
{
    QJsonArray packages;
    for (const PackageRow &row : rows)
        packages.append(
            QJsonObject{{QStringLiteral("name"), row.name},
                        {QStringLiteral("versions"), QJsonArray::fromStringList(row.versions)},
                        {QStringLiteral("where"), QJsonArray::fromStringList(row.where)}});
    const auto bytes =
        canonicalJson(QJsonObject{{QStringLiteral("sources"), QJsonArray::fromStringList(sources)},
                                  {QStringLiteral("packages"), packages}});
    if (!bytes)
        return bytes.error();
    return storeEvidence(context, QStringLiteral("packages"), QStringLiteral("packages"), *bytes,
                         note);
}

} // namespace Slipway
