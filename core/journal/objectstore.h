// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Slipway {

/// Evidence and pinned documents, each a file named by the SHA-256 of its bytes. Adding is
/// durable before it returns; what is there never changes. Any thread, any number of processes.
class ObjectStore
{
public:
    explicit ObjectStore(QString folder);

    /// The digest (64 hex digits) under which the bytes can be read from now on.
    Result<QString> put(const QByteArray &bytes) const;
    /// Fails if the object is missing, or if its bytes no longer have that digest.
    Result<QByteArray> read(const QString &digest) const;
    bool contains(const QString &digest) const;
    QString path(const QString &digest) const;

private:
    QString m_folder;
};

} // namespace Slipway
