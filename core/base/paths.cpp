// SPDX-License-Identifier: MIT
#include "core/base/paths.h"

#include "core/base/files.h"

#include <QDir>
#include <sys/vfs.h>

namespace Slipway {

namespace {

QString fromVariable(const char *name, const QString &fallbackBelowHome)
{
    const QString value = qEnvironmentVariable(name);
    // The XDG base directory specification: a relative path is to be ignored.
    if (!value.isEmpty() && QDir::isAbsolutePath(value))
        return value + QLatin1String("/slipway");
    return QDir::homePath() + u'/' + fallbackBelowHome + QLatin1String("/slipway");
}

/// POSIX locks and SQLite's rollback journal are not dependable on these (statfs(2)).
bool isNetworkFileSystem(const QString &path)
{
    struct statfs info = {};
    if (statfs(QFile::encodeName(path).constData(), &info) != 0)
        return false;
    switch (quint32(info.f_type)) {
    case 0x6969:     // NFS
    case 0x517b:     // SMB
    case 0xff534d42: // CIFS
    case 0xfe534d42: // SMB2
    case 0x65735546: // FUSE, such as sshfs
        return true;
    default:
        return false;
    }
}

} // namespace

Places Places::fromEnvironment()
{
    const QString home = qEnvironmentVariable("SLIPWAY_HOME");
    if (!home.isEmpty()) {
        const QString root = QDir(home).absolutePath();
        return Places(root + QLatin1String("/data"), root + QLatin1String("/config"),
                      root + QLatin1String("/cache"));
    }
    return Places(fromVariable("XDG_DATA_HOME", QStringLiteral(".local/share")),
                  fromVariable("XDG_CONFIG_HOME", QStringLiteral(".config")),
                  fromVariable("XDG_CACHE_HOME", QStringLiteral(".cache")));
}

Places::Places(QString data, QString config, QString cache)
    : m_data(std::move(data)), m_config(std::move(config)), m_cache(std::move(cache))
{
}

Result<void> Places::create() const
{
    for (const QString &folder : {m_data, m_config, m_cache, objects()}) {
        if (auto made = makePrivateFolder(folder); !made)
            return made;
    }
    if (isNetworkFileSystem(m_data))
        return Error(QStringLiteral("places.network"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is on a network file system, where the journal is not "
                                       "safe. Set SLIPWAY_HOME to a folder on a local disk."),
                     {m_data});
    return {};
}

QString Places::journal() const
{
    return m_data + QLatin1String("/journal.sqlite");
}

QString Places::objects() const
{
    return m_data + QLatin1String("/objects");
}

QString Places::run(const QString &runId) const
{
    return m_data + QLatin1String("/runs/") + runId;
}

QString Places::workspace(const QString &runId) const
{
    return run(runId) + QLatin1String("/work");
}

QString Places::attempt(const QString &runId, int number) const
{
    return run(runId) + QLatin1String("/attempts/") + QString::number(number);
}

} // namespace Slipway
