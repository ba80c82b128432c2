// SPDX-License-Identifier: MIT
#pragma once

#include "core/signing/sshkey.h"

namespace Slipway {

/// What a signature of `ssh-keygen -Y sign` says of itself; nothing of it is proven by reading it.
struct SshSignature
{
    SshKey key;
    QString nameSpace;
    QString hash;      ///< "sha512" or "sha256"
    QString algorithm; ///< of the signature, such as "rsa-sha2-512"

    /// Reads the armoured text strictly: nothing before it, nothing behind it, no other version.
    /// Error "signing.bad-signature".
    static Result<SshSignature> read(const QByteArray &armoured);
};

} // namespace Slipway
