// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Slipway {

/// A public key as SSH writes it. A value.
class SshKey
{
public:
    SshKey() = default;
    /// From the bytes inside a signature or behind base64 in a file. Error "signing.bad-key".
    static Result<SshKey> fromBlob(const QByteArray &blob);
    /// From a line of `ssh-add -L` or of a .pub file: TYPE BASE64 [COMMENT].
    static Result<SshKey> fromLine(const QByteArray &line);

    const QByteArray &blob() const { return m_blob; }
    const QString &type() const { return m_type; }
    int bits() const { return m_bits; } ///< of RSA; 0 for others
    /// "SHA256:…", as ssh-keygen prints it.
    QString fingerprint() const;
    /// TYPE BASE64, without a line end.
    QByteArray line() const;
    /// Ed25519, ECDSA, RSA of 3072 bits or more, or a hardware key of the first two. Else
    /// "signing.weak-key": stock ssh-keygen would take DSA and short RSA keys, too.
    Result<void> checkStrength() const;
    bool operator==(const SshKey &) const = default;

private:
    QByteArray m_blob;
    QString m_type;
    int m_bits = 0;
};

} // namespace Slipway
