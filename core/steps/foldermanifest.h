// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <stop_token>

namespace Slipway {

/// What a copy of a folder, or of one file, has to be: each entry with its path, permissions
/// and content. Two folders are equal for Slipway when their manifests are. A value.
class FolderManifest final
{
public:
    enum class Type
    {
        File,
        Folder,
        Link
    };
    struct Entry
    {
        QString path; ///< relative; empty: the folder or file itself
        Type type = Type::File;
        int mode = 0; ///< permission bits, of files and folders
        qint64 size = 0;
        QString content; ///< SHA-256 of a file, target of a link
        bool operator==(const Entry &) const = default;
    };
    struct Choice
    {
        QStringList except;  ///< patterns as matchesGlob() reads them; a folder goes whole
        bool withGit = true; ///< also what is named .git
    };

    /// Reads the tree and every byte of its files; links are entries, never followed. Sockets,
    /// pipes, devices and names that are not UTF-8 are refused. "manifest.stopped" on stop.
    static Result<FolderManifest> of(const QString &path, const Choice &choice,
                                     std::stop_token stop = {});

    /// Of entries in the order in which a walk meets them.
    static FolderManifest ofEntries(QList<Entry> entries);

    /// Copies just these entries from source to a new file or folder of that name in an open
    /// folder and flushes them to the disk. A file whose bytes differ from the manifest is an
    /// error ("manifest.changed"). What was made stays when it fails.
    Result<void> copy(const QString &source, int folder, const QString &name,
                      std::stop_token stop = {}) const;

    const QList<Entry> &entries() const { return m_entries; } ///< parents before children
    bool isFolder() const;
    qint64 fileCount() const;
    qint64 totalSize() const;

    QByteArray toBytes() const; ///< one line of canonical JSON
    static Result<FolderManifest> fromBytes(const QByteArray &bytes);
    QString digest() const; ///< SHA-256 of toBytes()
    bool operator==(const FolderManifest &) const = default;

private:
    friend class ManifestReader;
    QList<Entry> m_entries;
};

} // namespace Slipway
