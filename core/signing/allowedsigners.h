// SPDX-License-Identifier: MIT
#pragma once

#include "core/signing/sshkey.h"

#include <QList>

namespace Slipway {

/// A line of a file of allowed signers: one principal, one key.
struct AllowedSigner
{
    QString principal;
    SshKey key;
    QString nameSpaces;    ///< patterns; empty: all
    qint64 validAfter = 0; ///< ms since 1970; 0: always
    qint64 validBefore = 0;
    Place place;
};

/// The keys of people, in the format of ssh-keygen's ALLOWED SIGNERS. Stricter than that: what
/// stock ssh-keygen would skip in silence, or take for more people than one, is an error here.
class AllowedSigners
{
public:
    /// file: the name that places carry. Errors: "signers.…", with a place.
    static Result<AllowedSigners> read(const QByteArray &bytes, const QString &file);

    const QByteArray &bytes() const { return m_bytes; }
    const QList<AllowedSigner> &lines() const { return m_lines; }
    /// Keys of a principal that are valid at that time (ms since 1970).
    QList<SshKey> keysOf(const QString &principal, qint64 time) const;

private:
    QByteArray m_bytes;
    QList<AllowedSigner> m_lines;
};

} // namespace Slipway
