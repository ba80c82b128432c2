// SPDX-License-Identifier: MIT
#include "core/signing/sshkey.h"

#include "core/signing/sshwire.h"

#include <QCryptographicHash>
#include <QList>

namespace Slipway {

namespace {

constexpr int leastRsaBits = 3072;
const QString rsaType = QStringLiteral("ssh-rsa");

Error badKey(const QString &what)
{
    return {QStringLiteral("signing.bad-key"),
            QT_TRANSLATE_NOOP("Slipway::Error", "This is no SSH public key: %1."),
            {what}};
}

int bitsOf(const QByteArray &number)
{
    qsizetype first = 0;
    while (first < number.size() && number[first] == 0)
        ++first;
    if (first == number.size())
        return 0;
    int bits = int(number.size() - first - 1) * 8;
    for (auto top = quint8(number[first]); top != 0; top = quint8(top >> 1))
        ++bits;
    return bits;
}

} // namespace

Result<SshKey> SshKey::fromBlob(const QByteArray &blob)
{
    SshWire wire(blob);
    const auto type = wire.string();
    if (!type || type->isEmpty() || type->size() > 100)
        return badKey(QStringLiteral("it does not say its kind"));
    SshKey key;
    key.m_blob = blob;
    key.m_type = QString::fromLatin1(*type);
    if (key.m_type == rsaType) {
        const auto exponent = wire.string();
        const auto modulus = wire.string();
        if (!exponent || !modulus || !wire.isAtEnd())
            return badKey(QStringLiteral("it is cut off"));
        key.m_bits = bitsOf(*modulus);
    }
    return key;
}

Result<SshKey> SshKey::fromLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() < 2)
        return badKey(QStringLiteral("it is not TYPE BASE64"));
    const auto blob =
        QByteArray::fromBase64Encoding(words[1], QByteArray::AbortOnBase64DecodingErrors);
    if (!blob)
        return badKey(QStringLiteral("it is not base64"));
    auto key = fromBlob(*blob);
    if (key && key->type().toLatin1() != words[0])
        return badKey(QStringLiteral("it is of another kind than it says"));
    return key;
}

QString SshKey::fingerprint() const
{
    const QByteArray digest = QCryptographicHash::hash(m_blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(digest.toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray SshKey::line() const
{
    return m_type.toLatin1() + ' ' + m_blob.toBase64();
}

Result<void> SshKey::checkStrength() const
{
    static const QStringList strong{QStringLiteral("ssh-ed25519"),
                                    QStringLiteral("ecdsa-sha2-nistp256"),
                                    QStringLiteral("ecdsa-sha2-nistp384"),
                                    QStringLiteral("ecdsa-sha2-nistp521"),
                                    QStringLiteral("sk-ssh-ed25519@openssh.com"),
                                    QStringLiteral("sk-ecdsa-sha2-nistp256@openssh.com")};
    if (strong.contains(m_type))
        return {};
    if (m_type != rsaType)
        return Error(QStringLiteral("signing.weak-key"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The key %1 is of the kind %2, which does not count here. "
                                       "Ed25519, ECDSA, RSA of 3072 bits or more, and hardware "
                                       "keys of the first two do."),
                     {fingerprint(), m_type});
    if (m_bits < leastRsaBits)
        return Error(QStringLiteral("signing.weak-key"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The RSA key %1 has %2 bits; %3 or more count here."),
                     {fingerprint(), QString::number(m_bits), QString::number(leastRsaBits)});
    return {};
}

} // namespace Slipway
