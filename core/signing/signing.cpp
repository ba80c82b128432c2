// SPDX-License-Identifier: MIT
#include "core/signing/signing.h"

#include "core/base/files.h"
#include "core/process/ask.h"
#include "core/signing/sshsignature.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace Slipway::Signing {

namespace {

constexpr int signTimeoutMs = 5 * 60 * 1000; // a person types a passphrase or touches a key
constexpr int verifyTimeoutMs = 30'000;
constexpr qint64 mostBytes = 64 * 1024;

Error noFolder(const QTemporaryDir &folder)
{
    return {QStringLiteral("signing.no-folder"),
            QT_TRANSLATE_NOOP("Slipway::Error", "There is no place for a temporary file: %1."),
            {folder.errorString()}};
}

/// A file that no other user can read, or put in its place.
Result<QString> privateFile(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.flush())
        return Error(
            QStringLiteral("signing.no-folder"),
            QT_TRANSLATE_NOOP("Slipway::Error", "There is no place for a temporary file: %1."),
            {file.errorString()});
    return file.fileName();
}

/// The time as -Overify-time takes it; with Z, since it would be local time otherwise.
QString verifyTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(QStringLiteral("yyyyMMddHHmmss")) +
           u'Z';
}

QString lastWords(const Reply &reply)
{
    const QByteArray text = reply.errorOutput.trimmed().isEmpty() ? reply.output.trimmed()
                                                                  : reply.errorOutput.trimmed();
    return QString::fromUtf8(text.right(500));
}

} // namespace

Result<QByteArray> sign(const QByteArray &bytes, const QString &nameSpace, const Key &key,
                        std::stop_token stop)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return noFolder(folder);
    QString file = key.file;
    if (file.isEmpty()) {
        const auto written = privateFile(folder, "key.pub", key.publicKey.line() + '\n');
        if (!written)
            return written.error();
        file = *written;
    }
    Question question;
    question.argv = {QStringLiteral("ssh-keygen"),
                     QStringLiteral("-Y"),
                     QStringLiteral("sign"),
                     QStringLiteral("-n"),
                     nameSpace,
                     QStringLiteral("-f"),
                     file};
    question.directory = folder.path();
    // Our child has no terminal of its own: asking there would stop it for good.
    question.environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    question.input = bytes;
    question.timeoutMs = signTimeoutMs;
    question.maxBytes = mostBytes;
    const auto reply = ask(question, std::move(stop));
    if (!reply)
        return reply.error();
    if (!reply->isSuccess() || reply->output.isEmpty())
        return Error(QStringLiteral("signing.refused"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "ssh-keygen did not sign: %1. Is the key in the agent "
                                       "(ssh-add), or can its passphrase be asked for "
                                       "(SSH_ASKPASS)?"),
                     {lastWords(*reply)});
    return reply->output;
}

Result<SshKey> verify(const QByteArray &bytes, const QByteArray &signature,
                      const Expected &expected, std::stop_token stop)
{
    const auto read = SshSignature::read(signature);
    if (!read)
        return read.error();
    if (const auto strong = read->key.checkStrength(); !strong)
        return strong.error();
    if (read->nameSpace != expected.nameSpace)
        return Error(
            QStringLiteral("signing.namespace"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The signature was made for “%1”, not for “%2”."),
            {read->nameSpace.left(100), expected.nameSpace});
    const QTemporaryDir folder;
    if (!folder.isValid())
        return noFolder(folder);
    const auto signers = privateFile(folder, "signers", expected.signers);
    const auto written = signers ? privateFile(folder, "signature", signature) : signers;
    if (!written)
        return written.error();
    Question question;
    question.argv = {QStringLiteral("ssh-keygen"),
                     QStringLiteral("-Y"),
                     QStringLiteral("verify"),
                     QStringLiteral("-f"),
                     *signers,
                     QStringLiteral("-I"),
                     expected.principal,
                     QStringLiteral("-n"),
                     expected.nameSpace,
                     QStringLiteral("-s"),
                     *written,
                     QStringLiteral("-Overify-time=") + verifyTime(expected.time)};
    if (expected.revoked) {
        const auto revoked = privateFile(folder, "revoked", *expected.revoked);
        if (!revoked)
            return revoked.error();
        question.argv += {QStringLiteral("-r"), *revoked};
    }
    question.directory = folder.path();
    question.input = bytes;
    question.timeoutMs = verifyTimeoutMs;
    question.maxBytes = mostBytes;
    question.isLocal = true;
    const auto reply = ask(question, std::move(stop));
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return Error(
            QStringLiteral("signing.not-valid"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The signature by %1 does not hold for %2: %3"),
            {read->key.fingerprint(), expected.principal, lastWords(*reply)});
    return read->key;
}

Result<QList<SshKey>> agentKeys(std::stop_token stop)
{
    if (qEnvironmentVariableIsEmpty("SSH_AUTH_SOCK"))
        return QList<SshKey>();
    Question question;
    question.argv = {QStringLiteral("ssh-add"), QStringLiteral("-L")};
    question.isLocal = true;
    const auto reply = ask(question, std::move(stop));
    if (!reply)
        return reply.error();
    QList<SshKey> keys;
    if (!reply->isSuccess()) // no agent answers, or it holds no key
        return keys;
    const QList<QByteArray> lines = reply->output.split('\n');
    for (const QByteArray &line : lines) {
        if (const auto key = SshKey::fromLine(line))
            keys.append(*key);
    }
    return keys;
}

Result<Key> chooseKey(const QString &file, const QList<SshKey> &theirs, const QString &sshFolder,
                      std::stop_token stop)
{
    if (!file.isEmpty())
        return Key{QFileInfo(file).absoluteFilePath(), {}};
    const auto held = agentKeys(std::move(stop));
    if (!held)
        return held.error();
    for (const SshKey &key : theirs) {
        if (held->contains(key))
            return Key{{}, key};
    }
    const QFileInfoList files =
        QDir(sshFolder).entryInfoList({QStringLiteral("id_*.pub")}, QDir::Files, QDir::Name);
    for (const QFileInfo &one : files) {
        const auto bytes = readFile(one.absoluteFilePath(), mostBytes);
        const auto key = bytes ? SshKey::fromLine(*bytes) : Result<SshKey>(bytes.error());
        const QString secret = one.absoluteFilePath().chopped(4);
        if (key && theirs.contains(*key) && QFile::exists(secret))
            return Key{secret, {}};
    }
    return Error(QStringLiteral("signing.no-key"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "None of the keys that the policy knows of this person is in "
                                   "the SSH agent or in %1. Add it with ssh-add, or name its file "
                                   "with --key."),
                 {sshFolder});
}

} // namespace Slipway::Signing
