// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/foldermanifest.h"
#include "core/steps/overlay.h"
#include "core/steps/removetree.h"
#include "core/steps/rootedpath.h"

#include <memory>

namespace Slipway {

/// The files as a plan sees them: in a run the disk; in a rehearsal the disk under what the
/// steps before would have done. Plans read files through it and in no other way. Reading what
/// cannot be known yet is the error "rehearsal.unknown". A value.
class FileView final
{
public:
    FileView() = default; ///< the disk
    explicit FileView(std::shared_ptr<const Overlay> overlay) : m_overlay(std::move(overlay)) {}

    bool isRehearsal() const { return m_overlay != nullptr; }

    Result<RootedPath::Type> type(const RootedPath &path) const;
    /// The bytes of a regular file; nothing if it is not there.
    Result<std::optional<QByteArray>> read(const RootedPath &path,
                                           qint64 maxBytes = 64 * 1024 * 1024) const;
    /// Of an absolute path; on the disk a link to a folder counts as the folder.
    Result<RootedPath::Type> typeAt(const QString &path) const;
    bool isFolder(const QString &path) const;
    bool exists(const QString &path) const;
    /// The names of the regular files in a folder, hidden ones too, sorted.
    QStringList fileNames(const QString &folder) const;
    /// As filesBelow() of fileselection.h.
    Result<QStringList> filesBelow(const QString &folder) const;
    /// As FolderManifest::of().
    Result<FolderManifest> manifest(const QString &path, const FolderManifest::Choice &choice,
                                    std::stop_token stop = {}) const;
    /// As treeSize().
    TreeSize size(const QString &path) const;
    /// As Repository::open(); in a rehearsal with what is supposed of it.
    Result<Repository> repository(const QString &path) const;
    /// Reads that file as it is now, whenever it is called.
    std::function<Result<QByteArray>()> reader(const QString &path) const;

    const Overlay *overlay() const { return m_overlay.get(); } ///< nullptr in a run

private:
    Result<SupposedCheckout> checkoutOf(const QString &path) const;
    Result<SupposedCheckout::Files> changedFiles(const Repository &repository,
                                                 const SupposedCheckout &checkout) const;

    std::shared_ptr<const Overlay> m_overlay;
};

/// What a plan says in a rehearsal of something that only an effect or a connection would tell.
Error unknownInRehearsal(const QString &what);
bool isUnknownInRehearsal(const Error &error);

/// How people are shown something that is not known yet: ‹what›.
QString shownUnknown(const QString &what);

} // namespace Slipway
