// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/signing/allowedsigners.h"

#include <QByteArray>
#include <optional>
#include <stop_token>

namespace Slipway {

/// Signatures by stock OpenSSH. All of it runs `ssh-keygen` or `ssh-add` and waits for it: any
/// thread but that of the window.
namespace Signing {

/// What to sign with.
struct Key
{
    QString file;     ///< a private key, or a public one whose private half the agent holds
    SshKey publicKey; ///< used when file is empty: the agent holds its private half
};

/// `ssh-keygen -Y sign` of the bytes. A passphrase is asked for by SSH_ASKPASS, never on a
/// terminal; a hardware key waits for its touch. Errors: "signing.refused", or those of ask().
Result<QByteArray> sign(const QByteArray &bytes, const QString &nameSpace, const Key &key,
                        std::stop_token stop = {});

/// What a signature has to hold against.
struct Expected
{
    QByteArray signers;                ///< an allowed_signers file
    std::optional<QByteArray> revoked; ///< keys or a KRL; nothing: none is kept
    QString principal;                 ///< of the person who is said to have signed
    QString nameSpace;
    qint64 time = 0; ///< when it was recorded, ms since 1970
};

/// Reads the signature strictly, has `ssh-keygen -Y verify` judge it, and applies our own rules
/// for keys. Gives the key that signed. Errors: "signing.bad-signature", "signing.weak-key",
/// "signing.namespace", "signing.not-valid", or those of ask().
Result<SshKey> verify(const QByteArray &bytes, const QByteArray &signature,
                      const Expected &expected, std::stop_token stop = {});

/// Public keys whose private halves the agent of this process holds; none without an agent.
Result<QList<SshKey>> agentKeys(std::stop_token stop = {});

/// With what to sign as somebody who has these keys: the file if one is named, else one of them in
/// the agent, else one of them in the folder ~/.ssh. Error "signing.no-key".
Result<Key> chooseKey(const QString &file, const QList<SshKey> &theirs, const QString &sshFolder,
                      std::stop_token stop = {});

} // namespace Signing

} // namespace Slipway
