// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Slipway {

/// The SHA-256 of wheels and source archives that are at hand, by package and version. A value.
class WheelHashes
{
public:
    /// Hashes the wheels and source archives in these folders, not below them.
    /// Errors: "packages.no-folder" and those of reading a file.
    static Result<WheelHashes> ofFolders(const QStringList &folders);

    /// False if the name is none of a wheel (PEP 427) or a source archive.
    bool add(const QString &fileName, const QByteArray &sha256);

    bool isEmpty() const { return m_hashes.isEmpty(); }
    /// "--hash=sha256:…" for each file of that version, sorted; empty: none is at hand.
    QList<QByteArray> options(const QString &name, const QString &version) const;

private:
    QHash<QString, QList<QByteArray>> m_hashes; ///< by "name==version", both normalised
};

} // namespace Slipway
