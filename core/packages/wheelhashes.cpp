// SPDX-License-Identifier: MIT
#include "core/packages/wheelhashes.h"

#include "core/packages/packagename.h"
#include "core/packages/version.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <algorithm>

namespace Slipway {

namespace {

/// "name==version" of a file's name; empty if it is neither a wheel's nor a source archive's.
QString keyOf(const QString &name, const QString &version)
{
    const auto parsed = Version::parse(version);
    return parsed && isPackageName(name)
               ? normalPackageName(name) + QStringLiteral("==") + parsed->normalText()
               : QString();
}

QString keyOfFile(const QString &fileName)
{
    if (fileName.endsWith(u".whl")) {
        const QStringList parts = fileName.split(u'-');
        return parts.size() == 5 || parts.size() == 6 ? keyOf(parts.at(0), parts.at(1)) : QString();
    }
    for (const QLatin1String ending : {QLatin1String(".tar.gz"), QLatin1String(".zip")}) {
        const qsizetype dash = fileName.lastIndexOf(u'-');
        if (fileName.endsWith(ending) && dash > 0)
            return keyOf(fileName.left(dash), fileName.mid(dash + 1).chopped(ending.size()));
    }
    return {};
}

Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error(QStringLiteral("packages.wheel-unreadable"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 could not be read: %2."),
                     {path, file.errorString()});
    return hash.result().toHex();
}

} // namespace

Result<WheelHashes> WheelHashes::ofFolders(const QStringList &folders)
{
    WheelHashes hashes;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        if (!dir.exists())
            return Error(QStringLiteral("packages.no-folder"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not a folder."), {folder});
        const QStringList names = dir.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (keyOfFile(name).isEmpty())
                continue;
            const auto hash = hashOf(dir.filePath(name));
            if (!hash)
                return hash.error();
            hashes.add(name, *hash);
        }
    }
    return hashes;
}

bool WheelHashes::add(const QString &fileName, const QByteArray &sha256)
{
    const QString key = keyOfFile(fileName);
    if (key.isEmpty())
        return false;
    QList<QByteArray> &hashes = m_hashes[key];
    const QByteArray option = "--hash=sha256:" + sha256;
    const auto place = std::lower_bound(hashes.begin(), hashes.end(), option);
    if (place == hashes.end() || *place != option)
        hashes.insert(place, option);
    return true;
}

QList<QByteArray> WheelHashes::options(const QString &name, const QString &version) const
{
    return m_hashes.value(keyOf(name, version));
}

} // namespace Slipway
