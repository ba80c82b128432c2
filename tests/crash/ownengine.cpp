// SPDX-License-Identifier: MIT
#include "tests/crash/ownengine.h"

#include "tests/app/programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <csignal>
#include <sys/mount.h>

namespace {
constexpr int patienceMs = 90'000;
constexpr int pauseMs = 200;

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

OwnEngine::~OwnEngine()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patienceMs))
        kill();
    endHelpers();
    const QList<QByteArray> mounts = content(QStringLiteral("/proc/self/mounts")).split('\n');
    for (const QByteArray &line : mounts) {
        const QByteArray place = line.split(' ').value(1);
        if (place.startsWith(QFile::encodeName(m_folder.path()) + '/'))
            ::umount2(place.constData(), MNT_DETACH);
    }
}

/// containerd, what watches over containers, and the containers: by the engine's folder in their
/// command lines, and by their parents.
void OwnEngine::endHelpers() const
{
    const QByteArray folder = QFile::encodeName(m_folder.path()) + '/';
    const QStringList ids = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &id : ids) {
        const QByteArray words = content(QStringLiteral("/proc/%1/cmdline").arg(id));
        if (id.toInt() <= 1 || !words.contains(folder) || !words.contains("containerd"))
            continue;
        const QString children = QStringLiteral("/proc/%1/task/%1/children").arg(id);
        for (const QByteArray &child : content(children).split(' ')) {
            if (child.toInt() > 1)
                ::kill(child.toInt(), SIGKILL);
        }
        ::kill(id.toInt(), SIGKILL);
    }
}

QString OwnEngine::host() const
{
    return QStringLiteral("unix://") + m_folder.filePath(QStringLiteral("docker.sock"));
}

bool OwnEngine::answers() const
{
    return TestPrograms::run(
               {QStringLiteral("docker"), QStringLiteral("-H"), host(), QStringLiteral("version")})
               .status == 0;
}

QString OwnEngine::start()
{
    QFile::remove(m_folder.filePath(QStringLiteral("docker.pid")));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("engine.log")),
                                    QIODevice::Append);
    // In a network of its own: an engine without a bridge takes the machine's docker0 away, and
    // with it the network of every container of the machine's own engine.
    m_process.start(QStringLiteral("unshare"),
                    {QStringLiteral("--net"), QStringLiteral("dockerd"),
                     QStringLiteral("--data-root"), m_folder.filePath(QStringLiteral("data")),
                     QStringLiteral("--exec-root"), m_folder.filePath(QStringLiteral("exec")),
                     QStringLiteral("--pidfile"), m_folder.filePath(QStringLiteral("docker.pid")),
                     QStringLiteral("-H"), host(), QStringLiteral("--bridge=none"),
                     QStringLiteral("--iptables=false"), QStringLiteral("--ip-masq=false"),
                     QStringLiteral("--ip-forward=false"), QStringLiteral("--storage-driver=vfs"),
                     QStringLiteral("--containerd-namespace=slipway-test"),
                     QStringLiteral("--containerd-plugins-namespace=slipway-test-plugins")});
    QElapsedTimer timer;
    timer.start();
    if (!m_process.waitForStarted())
        return m_process.errorString();
    while (!answers()) {
        if (m_process.state() == QProcess::NotRunning || timer.elapsed() > patienceMs) {
            QFile log(m_folder.filePath(QStringLiteral("engine.log")));
            const bool isOpen = log.open(QIODevice::ReadOnly);
            return isOpen ? QString::fromUtf8(log.readAll()).right(2000) : log.errorString();
        }
        QThread::msleep(pauseMs);
        m_process.waitForFinished(1);
    }
    return {};
}

void OwnEngine::kill()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
    // Its containerd dies with it; a new engine takes a dead one that nobody has reaped yet, or
    // another process of that number, for one to go on with.
    QFile::remove(m_folder.filePath(QStringLiteral("exec/containerd/containerd.pid")));
}
