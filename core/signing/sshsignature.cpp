// SPDX-License-Identifier: MIT
#include "core/signing/sshsignature.h"

#include "core/signing/sshwire.h"

namespace Slipway {

namespace {

const QByteArray firstLine = "-----BEGIN SSH SIGNATURE-----\n";
const QByteArray lastLine = "-----END SSH SIGNATURE-----\n";
const QByteArray magic = "SSHSIG";
constexpr qsizetype lineWidth = 70;
constexpr qsizetype mostBytes = 16 * 1024;

Error badSignature(const QString &why)
{
    return {QStringLiteral("signing.bad-signature"),
            QT_TRANSLATE_NOOP("Slipway::Error", "This is no SSH signature as it should be: %1."),
            {why}};
}

QByteArray wrapped(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += lineWidth)
        lines += base64.mid(at, lineWidth) + '\n';
    return lines;
}

Result<QByteArray> unarmoured(const QByteArray &text)
{
    if (text.size() > mostBytes || !text.startsWith(firstLine) || !text.endsWith(lastLine))
        return badSignature(QStringLiteral("it does not begin and end as one"));
    const QByteArray middle =
        text.mid(firstLine.size(), text.size() - firstLine.size() - lastLine.size());
    const auto bytes = QByteArray::fromBase64Encoding(QByteArray(middle).replace('\n', ""),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    // One text for one signature: line ends, padding and unused bits leave no room.
    if (!bytes || wrapped((*bytes).toBase64()) != middle)
        return badSignature(QStringLiteral("it is not base64 as ssh-keygen writes it"));
    return *bytes;
}

} // namespace

Result<SshSignature> SshSignature::read(const QByteArray &armoured)
{
    const auto bytes = unarmoured(armoured);
    if (!bytes)
        return bytes.error();
    if (!bytes->startsWith(magic))
        return badSignature(QStringLiteral("it does not say that it is one"));
    SshWire wire(bytes->mid(magic.size()));
    if (wire.number() != 1U)
        return badSignature(QStringLiteral("it is of another version"));
    const auto blob = wire.string();
    const auto nameSpace = wire.string();
    const auto reserved = wire.string();
    const auto hash = wire.string();
    const auto signature = wire.string();
    if (!signature || !wire.isAtEnd() || !reserved->isEmpty())
        return badSignature(QStringLiteral("it is cut off, or has more than it should"));
    auto key = SshKey::fromBlob(*blob);
    if (!key)
        return key.error();
    const auto algorithm = SshWire(*signature).string();
    if (!algorithm || (*hash != "sha256" && *hash != "sha512"))
        return badSignature(QStringLiteral("its algorithm is not known"));
    return SshSignature{*key, QString::fromUtf8(*nameSpace), QString::fromLatin1(*hash),
                        QString::fromLatin1(*algorithm)};
}

} // namespace Slipway
