// SPDX-License-Identifier: MIT
#include "core/packages/inventoryjson.h"

#include <QJsonArray>

namespace Slipway {

namespace {

constexpr int format = 2;

QJsonObject packageToJson(const InstalledPackage &package)
{
    QJsonObject json{{QStringLiteral("name"), package.name},
                     {QStringLiteral("version"), package.version}};
    if (!package.origin.isEmpty())
        json[QStringLiteral("origin")] = package.origin;
    if (package.isEditable)
        json[QStringLiteral("editable")] = true;
    if (package.isRequested)
        json[QStringLiteral("requested")] = *package.isRequested;
    return json;
}

InstalledPackage packageFromJson(const QJsonObject &json)
{
    InstalledPackage package;
    package.name = json[QLatin1String("name")].toString();
    package.version = json[QLatin1String("version")].toString();
    package.parsed = Version::parse(package.version);
    package.origin = json[QLatin1String("origin")].toString();
    package.isEditable = json[QLatin1String("editable")].toBool();
    if (json.contains(QLatin1String("requested")))
        package.isRequested = json[QLatin1String("requested")].toBool();
    return package;
}

} // namespace

QJsonObject inventoriesToJson(const QList<Inventory> &inventories, const QString &label)
{
    QJsonArray array;
    for (const Inventory &inventory : inventories) {
        QJsonArray packages;
        for (const InstalledPackage &package : inventory.packages())
            packages.append(packageToJson(package));
        QJsonArray notes;
        for (const Message &note : inventory.notes())
            notes.append(note.toJson());
        array.append(QJsonObject{{QStringLiteral("suffix"), inventory.label().mid(label.size())},
                                 {QStringLiteral("packages"), packages},
                                 {QStringLiteral("notes"), notes}});
    }
    return {{QStringLiteral("format"), format}, {QStringLiteral("inventories"), array}};
}

Result<QList<Inventory>> inventoriesFromJson(const QJsonObject &json, const QString &label)
{
    const QJsonArray array = json[QLatin1String("inventories")].toArray();
    if (json[QLatin1String("format")].toInt() != format || array.isEmpty())
        return Error(QStringLiteral("packages.bad-cache"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "What was kept of %1 is of another Slipway; it is read "
                                       "again."),
                     {label});
    QList<Inventory> inventories;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        QList<InstalledPackage> packages;
        const QJsonArray kept = one[QLatin1String("packages")].toArray();
        for (const QJsonValue &package : kept)
            packages.append(packageFromJson(package.toObject()));
        Inventory inventory =
            Inventory::of(label + one[QLatin1String("suffix")].toString(), packages);
        const QJsonArray notes = one[QLatin1String("notes")].toArray();
        for (const QJsonValue &said : notes) {
            const Message note = Message::fromJson(said.toObject());
            if (!inventory.notes().contains(note)) // some come from the packages themselves
                inventory.addNote(note);
        }
        inventories.append(inventory);
    }
    return inventories;
}

} // namespace Slipway
