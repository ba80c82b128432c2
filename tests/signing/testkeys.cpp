// SPDX-License-Identifier: MIT
#include "tests/signing/testkeys.h"

#include <QFile>
#include <QTest>
#include <sys/stat.h>

namespace Slipway {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace

TestKeys::TestKeys()
{
    // What others could write to would not be believed.
    ::umask(022);
    // Nobody's own agent, and nobody is asked.
    qunsetenv("SSH_AUTH_SOCK");
    qputenv("SSH_ASKPASS", "/bin/false");
}

TestKeys::~TestKeys()
{
    if (m_agent.state() == QProcess::NotRunning)
        return;
    qunsetenv("SSH_AUTH_SOCK");
    m_agent.kill();
    m_agent.waitForFinished();
}

int TestKeys::run(const QStringList &argv, const QByteArray &input, QByteArray *output)
{
    QProcess process;
    process.start(argv.first(), argv.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        qFatal("%s did not end", qPrintable(argv.join(u' ')));
    if (output)
        *output = process.readAllStandardOutput();
    return process.exitCode();
}

QString TestKeys::make(const QString &name, const QString &type, int bits,
                       const QString &passphrase) const
{
    QStringList argv{QStringLiteral("ssh-keygen"), QStringLiteral("-q"),
                     QStringLiteral("-t"),         type,
                     QStringLiteral("-N"),         passphrase,
                     QStringLiteral("-C"),         QString(),
                     QStringLiteral("-f"),         file(name)};
    if (bits > 0)
        argv += {QStringLiteral("-b"), QString::number(bits)};
    if (run(argv) != 0)
        qFatal("no key of the kind %s", qPrintable(type));
    return file(name);
}

QByteArray TestKeys::line(const QString &name) const
{
    return contentOf(file(name) + QLatin1String(".pub")).trimmed();
}

QByteArray TestKeys::signer(const QString &principal, const QString &name,
                            const QByteArray &options) const
{
    return principal.toUtf8() + ' ' + (options.isEmpty() ? options : options + ' ') + line(name) +
           '\n';
}

void TestKeys::startAgent()
{
    const QString socket = file(QStringLiteral("agent"));
    m_agent.setStandardOutputFile(QProcess::nullDevice());
    m_agent.start(QStringLiteral("ssh-agent"),
                  {QStringLiteral("-D"), QStringLiteral("-a"), socket});
    if (!m_agent.waitForStarted() ||
        !QTest::qWaitFor([&] { return QFile::exists(socket); }, 30'000))
        qFatal("no agent");
    qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
}

void TestKeys::addToAgent(const QString &name) const
{
    if (run({QStringLiteral("ssh-add"), QStringLiteral("-q"), file(name)}) != 0)
        qFatal("the agent takes no key");
}

int TestKeys::stockVerify(const QByteArray &statement, const QByteArray &signature,
                          const QByteArray &signers, const QString &principal,
                          const QString &nameSpace, const QString &time) const
{
    return run({QStringLiteral("ssh-keygen"), QStringLiteral("-Y"), QStringLiteral("verify"),
                QStringLiteral("-f"), written(m_folder, QStringLiteral("stock.signers"), signers),
                QStringLiteral("-I"), principal, QStringLiteral("-n"), nameSpace,
                QStringLiteral("-s"), written(m_folder, QStringLiteral("stock.sig"), signature),
                QStringLiteral("-Overify-time=") + time},
               statement);
}

} // namespace Slipway
