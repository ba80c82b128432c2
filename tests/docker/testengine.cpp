// SPDX-License-Identifier: MIT
#include "tests/docker/testengine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Slipway;

namespace {

const QString imageName = QStringLiteral("slipway-test-tiny:1");

Result<Reply> run(const QStringList &argv)
{
    Question question;
    question.argv = argv;
    question.timeoutMs = 120'000;
    return ask(question);
}

bool isDone(const QStringList &argv)
{
    const auto reply = run(argv);
    return reply && reply->isSuccess();
}

bool put(const QString &path, const QByteArray &bytes, bool executable)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    return !executable ||
           file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther |
                               QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
}

bool fill(const QString &root)
{
    const QDir dir(root);
    for (const char *folder : {"bin", "tmp", "etc"}) {
        if (!dir.mkpath(QLatin1String(folder)))
            return false;
    }
    QFile busybox(QStringLiteral("/bin/busybox"));
    if (!busybox.open(QIODevice::ReadOnly) ||
        !put(dir.filePath(QStringLiteral("bin/busybox")), busybox.readAll(), true))
        return false;
    for (const char *name : {"sh", "sleep", "rm", "cat", "echo", "true", "false", "ls", "mkdir",
                             "touch", "wget", "httpd"})
        QFile::link(QStringLiteral("busybox"),
                    dir.filePath(QLatin1String("bin/") + QLatin1String(name)));
    return put(dir.filePath(QStringLiteral("bin/pip")),
               "#!/bin/sh\n[ \"$1 $2\" = \"list --format=freeze\" ] && exec cat /packages.txt\n"
               "exit 2\n",
               true) &&
           put(dir.filePath(QStringLiteral("packages.txt")),
               "requests==2.31.0\nnumpy==1.26.4\npip==23.0.1\n", false);
}

/// Empty on success.
QString makeImage()
{
    if (isDone({QStringLiteral("docker"), QStringLiteral("image"), QStringLiteral("inspect"),
                imageName}))
        return {};
    const QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("root"));
    const QString tar = folder.filePath(QStringLiteral("root.tar"));
    if (!QDir().mkpath(root) || !fill(root))
        return QStringLiteral("no test image: install busybox-static");
    if (!isDone({QStringLiteral("tar"), QStringLiteral("-C"), root, QStringLiteral("-cf"), tar,
                 QStringLiteral("--owner=0"), QStringLiteral("--group=0"), QStringLiteral(".")}) ||
        !isDone({QStringLiteral("docker"), QStringLiteral("import"), QStringLiteral("--change"),
                 QStringLiteral("CMD [\"sleep\",\"3600\"]"), tar, imageName}))
        return QStringLiteral("the engine did not take the test image");
    return {};
}

} // namespace

namespace TestEngine {

QString problem()
{
    static const QString found = [] {
        const auto info = engine().info();
        return info ? makeImage() : info.error().message();
    }();
    return found;
}

bool isRequired()
{
    return qEnvironmentVariable("SLIPWAY_REQUIRE") == u"all";
}

QString image()
{
    return imageName;
}

QByteArray docker(const QStringList &arguments)
{
    const auto reply = run(QStringList{QStringLiteral("docker")} + arguments);
    if (!reply)
        qFatal("docker: %s", qPrintable(reply.error().message()));
    if (!reply->isSuccess())
        qFatal("docker %s: %s", qPrintable(arguments.join(u' ')), reply->errorOutput.constData());
    return reply->output.trimmed();
}

void remove(const QString &container)
{
    isDone({QStringLiteral("docker"), QStringLiteral("rm"), QStringLiteral("-f"), container});
}

DockerEngine engine()
{
    return DockerEngine([](const Question &question) { return ask(question); },
                        QStringLiteral("docker"));
}

} // namespace TestEngine
