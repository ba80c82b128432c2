// SPDX-License-Identifier: MIT
#include "tests/crash/crashworld.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using TestPrograms::Finished;

namespace {
constexpr int patienceMs = 120'000;
const QByteArray gitConfiguration =
    "[user]\nname = Ana\nemail = ana@example.org\n[init]\ndefaultBranch = main\n"
    "[protocol \"file\"]\nallow = always\n[gc]\nauto = 0\n";
} // namespace

/// Where a sync costs nothing: what a killed process wrote stays written, synced or not.
QString CrashWorld::inMemory()
{
    const QFileInfo shared(QStringLiteral("/dev/shm"));
    return (shared.isWritable() ? shared.filePath() : QDir::tempPath()) +
           QStringLiteral("/slipway-crash-XXXXXX");
}

CrashWorld::CrashWorld() : m_environment(QProcessEnvironment::systemEnvironment())
{
    setVariable(QStringLiteral("HOME"), path());
    setVariable(QStringLiteral("SLIPWAY_HOME"), home());
    setVariable(QStringLiteral("SLIPWAY_EXEC"), QStringLiteral(SLIPWAY_EXEC));
    setVariable(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    setVariable(QStringLiteral("GIT_CONFIG_GLOBAL"),
                write(QStringLiteral("gitconfig"), gitConfiguration));
}

CrashWorld::~CrashWorld()
{
    TestPrograms::cancelAttempts(home());
}

QString CrashWorld::path(const QString &name) const
{
    return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
}

QString CrashWorld::workspace(const QString &run) const
{
    return QStringLiteral("%1/data/runs/%2/work").arg(home(), run);
}

QString CrashWorld::write(const QString &name, const QByteArray &bytes, bool isProgram) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    if (isProgram)
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    file.close();
    m_trusted.add(file.fileName());
    return file.fileName();
}

QByteArray CrashWorld::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList CrashWorld::files(const QString &folder) const
{
    QStringList found;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = QDir(folder).relativeFilePath(it.next());
        if (!path.contains(QLatin1String(".git/")) && !path.endsWith(QLatin1String(".git")))
            found.append(path);
    }
    found.sort();
    return found;
}

QStringList CrashWorld::leftovers(const QString &folder) const
{
    return files(folder).filter(QStringLiteral(".slipway-"));
}

void CrashWorld::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

Finished CrashWorld::call(const QStringList &argv, const QMap<QString, QString> &more) const
{
    QProcessEnvironment environment = m_environment;
    for (auto it = more.cbegin(); it != more.cend(); ++it)
        environment.insert(it.key(), it.value());
    return TestPrograms::run(argv, path(), patienceMs, environment);
}

Finished CrashWorld::slipway(const QStringList &arguments, const QMap<QString, QString> &more) const
{
    m_trusted.beforeCall(arguments, path());
    return call(QStringList{QStringLiteral(SLIPWAY_PROGRAM)} + arguments, more);
}

QByteArray CrashWorld::git(const QString &directory, const QStringList &arguments) const
{
    const Finished done =
        call(QStringList{QStringLiteral("git"), QStringLiteral("-C"), directory} + arguments);
    if (done.status != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), done.text().constData());
    return done.output.toUtf8().trimmed();
}

QString CrashWorld::makeRemote(const QString &name, const QMap<QString, QByteArray> &files) const
{
    const QString seed = path(QStringLiteral("seed-") + name);
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        write(QStringLiteral("seed-%1/%2").arg(name, it.key()), it.value());
    git(path(), {QStringLiteral("init"), QStringLiteral("-q"), seed});
    git(seed, {QStringLiteral("add"), QStringLiteral(".")});
    git(seed, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("Begin")});
    const QString remote = path(name + QStringLiteral(".git"));
    git(path(),
        {QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"), seed, remote});
    return remote;
}
