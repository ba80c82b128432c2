// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/sameversion.h"

#include <QMap>

namespace Slipway {

/// The same-version rule over files, folders and what is installed somewhere, and the edits of
/// those files that would settle it. Reads the disk, writes nothing. One thread.
class Settlement
{
public:
    /// A file that would change; as it was when it was read, and as it would be.
    struct Edit
    {
        QString file;
        QByteArray before;
        QByteArray after;
    };

    void addInventory(const Inventory &inventory) { m_rule.addInventory(inventory); }
    /// file: how it is opened, and shown. A file once, however often it is added.
    Result<void> addFile(const QString &file, PinFileKind kind);
    /// Every file below whose name tells that it holds pins; "packages.no-such-file" if there is
    /// none.
    Result<void> addFolder(const QString &folder);

    const SameVersion &rule() const { return m_rule; }
    /// Of the files that would change.
    Result<QList<Edit>> edits(const QList<Disagreement> &disagreements) const;

private:
    struct PinnedFile
    {
        QByteArray bytes;
        PinFileKind kind = PinFileKind::Requirements;
    };
    SameVersion m_rule;
    QMap<QString, PinnedFile> m_files;
};

} // namespace Slipway
