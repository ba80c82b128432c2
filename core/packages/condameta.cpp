// SPDX-License-Identifier: MIT
#include "core/packages/condameta.h"

#include "core/packages/packagename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Slipway {

namespace {

constexpr qsizetype mostPackages = 50'000;
constexpr qsizetype largestRecord = 4 * 1024 * 1024;

bool isMetadata(const QString &file)
{
    return file.endsWith(QLatin1String(".dist-info/METADATA")) ||
           file.endsWith(QLatin1String(".egg-info")) ||
           file.endsWith(QLatin1String(".egg-info/PKG-INFO"));
}

bool hasNoCondaFolder(const QString &prefix)
{
    return prefix == u"/usr" || prefix == u"/usr/local" || prefix.isEmpty();
}

} // namespace

std::optional<InstalledPackage> packageOfCondaRecord(const QByteArray &record)
{
    const QJsonObject json = QJsonDocument::fromJson(record).object();
    const QString name = json[QLatin1String("name")].toString();
    const QString version = json[QLatin1String("version")].toString();
    if (!isPackageName(name) || version.isEmpty() || version.size() > 256)
        return std::nullopt;
    bool isPython = false;
    const QJsonArray files = json[QLatin1String("files")].toArray();
    for (const QJsonValue &value : files) {
        const QString file = value.toString();
        if (isMetadata(file))
            return std::nullopt;
        isPython = isPython || file.contains(QLatin1String("site-packages/"));
    }
    if (!isPython)
        return std::nullopt;
    InstalledPackage package{name, version, Version::parse(version)};
    package.origin = json[QLatin1String("channel")].toString().left(1024);
    return package;
}

Result<void> addCondaPackages(FileTree &tree, const QString &prefix, const QSet<QString> &known,
                              QList<InstalledPackage> *packages)
{
    if (hasNoCondaFolder(prefix))
        return {};
    const auto found = tree.folder(
        prefix + QLatin1String("/conda-meta"),
        [](const QString &file) {
            return !file.contains(u'/') && file.endsWith(QLatin1String(".json"));
        },
        [&](const QString &, const QByteArray &bytes) {
            if (bytes.size() > largestRecord || packages->size() >= mostPackages)
                return;
            const auto package = packageOfCondaRecord(bytes);
            if (package && !known.contains(normalPackageName(package->name)))
                packages->append(*package);
        });
    return found ? Result<void>() : Result<void>(found.error());
}

} // namespace Slipway
