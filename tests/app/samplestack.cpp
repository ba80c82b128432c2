// SPDX-License-Identifier: MIT
#include "tests/app/samplestack.h"

#include "tests/app/programs.h"

#include <QCoreApplication>
#include <QThread>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Slipway;

namespace {

constexpr int cancelGraceMs = 3000;

/// A port that nobody listens on now.
int freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool isBound = ::bind(fd, generic, size) == 0 && ::getsockname(fd, generic, &size) == 0;
    ::close(fd);
    return isBound ? ntohs(address.sin_port) : 0;
}

QString projectName()
{
    return QStringLiteral("slipway-window-test-%1").arg(QCoreApplication::applicationPid());
}

QStringList lines(const QStringList &argv)
{
    return TestPrograms::run(argv).output.split(u'\n', Qt::SkipEmptyParts);
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

SampleStack::~SampleStack()
{
    if (m_report.directory.isEmpty())
        return;
    // A build that a run left behind would bring containers up again.
    TestPrograms::cancelAttempts(home());
    QThread::msleep(cancelGraceMs);
    removeContainers();
    // The services wrote as root: only a container can take that away again.
    TestPrograms::run(words("docker run --rm -v") +
                      QStringList{m_folder.path() + QStringLiteral(":/there")} +
                      words("slipway-sample-python:3 find /there -mindepth 1 -delete"));
}

QString SampleStack::create()
{
    const SampleWorkspace workspace(m_folder.filePath(QStringLiteral("sample")));
    const auto created = workspace.create();
    if (!created)
        return created.error().message() + created.error().detail();
    m_report = *created;
    const auto made = workspace.makeBaseImage();
    if (!made)
        return made.error().message();
    m_apiPort = freePort();
    setEnvironment();
    return {};
}

void SampleStack::setEnvironment() const
{
    for (const QString &setting : m_report.environment)
        qputenv(setting.section(u'=', 0, 0).toUtf8().constData(),
                setting.section(u'=', 1).toUtf8());
    qputenv("COMPOSE_PROJECT_NAME", projectName().toUtf8());
    qputenv("API_PORT", QByteArray::number(m_apiPort));
    qputenv("REGISTRY_PORT", QByteArray::number(freePort()));
    qputenv("QUEUE_PORT", QByteArray::number(freePort()));
}

QMap<QString, QString> SampleStack::inputs() const
{
    QMap<QString, QString> inputs = m_report.inputs;
    inputs.insert(QStringLiteral("api-url"), QStringLiteral("http://localhost:%1").arg(m_apiPort));
    return inputs;
}

void SampleStack::removeContainers() const
{
    const QString label = QStringLiteral("label=com.docker.compose.project=") + projectName();
    const QStringList containers = lines(words("docker ps -aq --filter") + QStringList{label});
    if (!containers.isEmpty())
        TestPrograms::run(words("docker rm -f -v") + containers);
    const QStringList networks = lines(words("docker network ls -q --filter") + QStringList{label});
    if (!networks.isEmpty())
        TestPrograms::run(words("docker network rm") + networks);
}
