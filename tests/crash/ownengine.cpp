// SPDX-License-Identifier: MIT
#include "tests/crash/ownengine.h"

#include "tests/app/programs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

namespace {
constexpr int patienceMs = 90'000;
constexpr int pauseMs = 200;
} // namespace

OwnEngine::~OwnEngine()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs))
        kill();
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
}
