// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/git/supposedcheckout.h"
#include "core/journal/objectstore.h"
#include "core/steps/plan.h"

#include <QByteArray>
#include <functional>
#include <map>

namespace Slipway {

class FileView;
class FolderManifest;

/// What the steps of a rehearsal would have left in the file system so far, kept beside it.
/// Paths are absolute; a folder reached through a link is the folder itself. One thread; plans
/// read it through a FileView.
class Overlay final
{
public:
    struct Node
    {
        enum class Type
        {
            File,
            Folder,
            Link,
            Missing, ///< nothing is there, nor below it
            Unknown  ///< something that nobody can know yet is there
        };
        Type type = Type::Missing;
        int mode = 0;    ///< permission bits of files and folders
        qint64 size = 0; ///< of files
        QString content; ///< SHA-256 of a file if it is known already; target of a link
        std::function<Result<QByteArray>()> bytes = {}; ///< of files
        bool isWhole = false; ///< of folders: nothing of the disk shows below it
        QString madeBy = {};  ///< of Unknown: the step that would make it
    };

    /// What a lookup gives: a node; or nothing, and then the disk or, if hidden, nothing counts.
    struct Found
    {
        const Node *node = nullptr;
        bool isHidden = false;
    };

    /// objects: of the rehearsal, in its scratch folder.
    explicit Overlay(ObjectStore objects) : m_objects(std::move(objects)) {}

    void putFolder(const QString &path);
    /// The file of an object, or nothing there when the digest is empty.
    void putObject(const QString &path, const QString &digest);
    void putFile(const QString &path, Node file);
    void putUnknown(const QString &path, const QString &madeBy);
    void remove(const QString &path);
    /// What a copy of source makes; files says what source is now.
    void putTree(const QString &path, const FolderManifest &manifest, const QString &source,
                 const FileView &files);
    void apply(const QList<FileEdit> &edits);
    Result<void> putBytes(const QString &path, const QByteArray &bytes);

    /// What is supposed of the repository of this worktree; its files are not filled in.
    void putCheckout(SupposedCheckout checkout);
    const SupposedCheckout *checkout(const QString &worktree) const;

    Found find(const QString &path) const;
    /// The nodes at and below a path, by what comes after it (empty for itself); parents first.
    QList<std::pair<QString, const Node *>> below(const QString &path) const;

private:
    void put(const QString &key, Node node);
    void makeParents(const QString &key);
    void clear(const QString &key);

    ObjectStore m_objects;
    std::map<QString, Node> m_nodes;
    std::map<QString, SupposedCheckout> m_checkouts; ///< by worktree
};

/// The path with the links of the part that exists resolved: two names of one place are one.
QString resolvedPath(const QString &path);

} // namespace Slipway
