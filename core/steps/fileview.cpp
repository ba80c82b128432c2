// SPDX-License-Identifier: MIT
#include "core/steps/fileview.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/packages/fileselection.h"
#include "core/packages/globpattern.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

using Node = Overlay::Node;
using PathType = RootedPath::Type;
using Entry = FolderManifest::Entry;

constexpr auto unknownCode = "rehearsal.unknown";

PathType typeOf(const Node &node)
{
    switch (node.type) {
    case Node::Type::File:
        return PathType::File;
    case Node::Type::Folder:
        return PathType::Folder;
    case Node::Type::Link:
        return PathType::Link;
    case Node::Type::Missing:
    case Node::Type::Unknown:
        break;
    }
    return PathType::Missing;
}

Error notMadeYet(const QString &path, const Node &node)
{
    return {
        QLatin1String(unknownCode),
        QT_TRANSLATE_NOOP("Slipway::Error", "What is in %1 is known once the step %2 has made it."),
        {path, node.madeBy}};
}

/// A folder that is named through a link is where the link leads.
QString folderPath(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? info.canonicalFilePath() : path;
}

PathType typeOnDisk(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir()       ? PathType::Folder
           : info.isSymLink() ? PathType::Link
           : info.isFile()    ? PathType::File
           : info.exists()    ? PathType::Other
                              : PathType::Missing;
}

bool isLeftOut(const QString &path, const FolderManifest::Choice &choice)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype count = 1; count <= parts.size(); ++count) {
        const QString part = parts.mid(0, count).join(u'/');
        if (parts[count - 1] == u".git" && !choice.withGit)
            return true;
        if (std::any_of(choice.except.begin(), choice.except.end(),
                        [&](const QString &pattern) { return matchesGlob(pattern, part); }))
            return true;
    }
    return false;
}

Result<Entry> entryOf(const QString &path, const Node &node)
{
    Entry entry;
    entry.path = path;
    entry.mode = node.mode;
    entry.content = node.content;
    if (node.type != Node::Type::File) {
        entry.type = node.type == Node::Type::Folder ? FolderManifest::Type::Folder
                                                     : FolderManifest::Type::Link;
        return entry;
    }
    const auto bytes = node.content.isEmpty() ? node.bytes() : Result<QByteArray>(QByteArray());
    if (!bytes)
        return bytes.error();
    entry.size = node.content.isEmpty() ? bytes->size() : node.size;
    if (node.content.isEmpty())
        entry.content = sha256Hex(*bytes);
    return entry;
}

/// Parents before children, siblings by their bytes, as a walk meets them.
bool comesBefore(const Entry &a, const Entry &b)
{
    const auto parts = [](const Entry &entry) {
        QList<QByteArray> list;
        if (!entry.path.isEmpty())
            list = entry.path.toUtf8().split('/');
        return list;
    };
    return parts(a) < parts(b);
}

} // namespace

Error unknownInRehearsal(const QString &what)
{
    return {QLatin1String(unknownCode),
            QT_TRANSLATE_NOOP("Slipway::Error", "A rehearsal does not ask: %1."),
            {what}};
}

bool isUnknownInRehearsal(const Error &error)
{
    return error.code() == QLatin1String(unknownCode);
}

QString shownUnknown(const QString &what)
{
    return u'‹' + what + u'›';
}

Result<PathType> FileView::type(const RootedPath &path) const
{
    const auto found = m_overlay ? m_overlay->find(path.absolute()) : Overlay::Found();
    if (found.node && found.node->type == Node::Type::Unknown)
        return notMadeYet(path.absolute(), *found.node);
    if (found.node)
        return typeOf(*found.node);
    return found.isHidden ? Result<PathType>(PathType::Missing) : path.type();
}

Result<std::optional<QByteArray>> FileView::read(const RootedPath &path, qint64 maxBytes) const
{
    const auto found = m_overlay ? m_overlay->find(path.absolute()) : Overlay::Found();
    if (!found.node && !found.isHidden)
        return path.read(maxBytes);
    const auto what = type(path);
    if (!what)
        return what.error();
    if (*what == PathType::Missing)
        return std::optional<QByteArray>();
    if (*what != PathType::File)
        return Error(QStringLiteral("file.not-regular"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not a regular file."),
                     {path.absolute()});
    auto bytes = found.node->bytes();
    if (!bytes)
        return bytes.error();
    return std::optional(std::move(*bytes));
}

Result<PathType> FileView::typeAt(const QString &path) const
{
    const auto found = m_overlay ? m_overlay->find(folderPath(path)) : Overlay::Found();
    if (found.node && found.node->type == Node::Type::Unknown)
        return notMadeYet(path, *found.node);
    if (found.node)
        return typeOf(*found.node);
    return found.isHidden ? PathType::Missing : typeOnDisk(path);
}

bool FileView::isFolder(const QString &path) const
{
    const auto type = typeAt(path);
    return type && *type == PathType::Folder;
}

bool FileView::exists(const QString &path) const
{
    const auto type = typeAt(path);
    return type && *type != PathType::Missing;
}

QStringList FileView::fileNames(const QString &folder) const
{
    QStringList names =
        QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Name);
    if (!m_overlay)
        return names;
    const QString path = folderPath(folder);
    for (const auto &[below, node] : m_overlay->below(path)) {
        if (!below.isEmpty() && !below.contains(u'/') && !names.contains(below))
            names.append(below);
    }
    names.removeIf([&](const QString &name) {
        const auto type = typeAt(path + u'/' + name);
        return !type || *type != PathType::File;
    });
    names.sort();
    return names;
}

Result<QStringList> FileView::filesBelow(const QString &folder) const
{
    if (!m_overlay)
        return Slipway::filesBelow(folder);
    const auto what = typeAt(folder);
    if (!what)
        return what.error();
    const QString path = folderPath(folder);
    const auto top = m_overlay->find(path);
    const bool showsDisk = !top.isHidden && !(top.node && top.node->isWhole);
    auto files = !showsDisk && *what == PathType::Folder ? Result<QStringList>(QStringList())
                                                         : Slipway::filesBelow(path);
    if (!files)
        return files;
    for (const auto &[below, node] : m_overlay->below(path)) {
        if (node->type == Node::Type::Unknown)
            return notMadeYet(path + u'/' + below, *node);
        if (node->type == Node::Type::File && !isSkippedBelow(below) && !files->contains(below))
            files->append(below);
    }
    files->removeIf([&](const QString &file) {
        const auto type = typeAt(path + u'/' + file);
        return !type || *type != PathType::File;
    });
    return files;
}

Result<FolderManifest> FileView::manifest(const QString &path, const FolderManifest::Choice &choice,
                                          std::stop_token stop) const
{
    const auto nodes =
        m_overlay ? m_overlay->below(folderPath(path)) : QList<std::pair<QString, const Node *>>();
    const auto top = m_overlay ? m_overlay->find(folderPath(path)) : Overlay::Found();
    if (nodes.isEmpty() && !top.node && !top.isHidden)
        return FolderManifest::of(path, choice, stop);
    std::map<QString, Entry> entries;
    if (!top.isHidden &&
        !(top.node && (top.node->isWhole || top.node->type != Node::Type::Folder))) {
        const auto onDisk = FolderManifest::of(path, choice, stop);
        if (!onDisk)
            return onDisk;
        for (const Entry &entry : onDisk->entries())
            entries.emplace(entry.path, entry);
    }
    for (const auto &[below, node] : nodes) {
        if (node->type == Node::Type::Unknown)
            return notMadeYet(path + u'/' + below, *node);
        if (isLeftOut(below, choice))
            continue;
        const bool mergesWithDisk = node->type == Node::Type::Folder && !node->isWhole;
        if (!mergesWithDisk)
            std::erase_if(entries, [&below = below](const auto &each) {
                return each.first == below || each.first.startsWith(below + u'/');
            });
        if (node->type == Node::Type::Missing || (mergesWithDisk && entries.contains(below)))
            continue;
        const auto entry = entryOf(below, *node);
        if (!entry)
            return entry.error();
        entries.insert_or_assign(below, *entry);
    }
    QList<Entry> list;
    for (const auto &[name, entry] : entries)
        list.append(entry);
    std::sort(list.begin(), list.end(), comesBefore);
    return FolderManifest::ofEntries(list);
}

TreeSize FileView::size(const QString &path) const
{
    if (!m_overlay)
        return treeSize(path);
    TreeSize size;
    const auto all = manifest(path, {}, {});
    if (!all)
        return size;
    size.files = all->fileCount();
    size.bytes = all->totalSize();
    const auto found = m_overlay->find(folderPath(path));
    if (!found.node && !found.isHidden)
        size.locked = treeSize(path).locked;
    return size;
}

/// What is supposed of a repository, or how it is on the disk.
Result<SupposedCheckout> FileView::checkoutOf(const QString &path) const
{
    if (const SupposedCheckout *known = m_overlay->checkout(path))
        return *known;
    const auto found = m_overlay->find(path);
    if (found.isHidden || (found.node && found.node->isWhole))
        return Error(QStringLiteral("git.no-repository"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no git repository. Choose the top folder of a "
                                       "clone."),
                     {path});
    const auto repository = Repository::open(path);
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return head.error();
    SupposedCheckout checkout;
    checkout.worktree = repository->worktree();
    checkout.branch = head->branch;
    checkout.base = head->commit;
    return checkout;
}

/// What the overlay holds below the worktree.
Result<SupposedCheckout::Files> FileView::changedFiles(const Repository &repository,
                                                       const SupposedCheckout &checkout) const
{
    SupposedCheckout::Files files;
    QList<GitTreeEntry> tracked;
    for (const auto &[below, node] : m_overlay->below(checkout.worktree)) {
        if (below.isEmpty() || below == u".git" || below.startsWith(u".git/"))
            continue;
        if (node->type == Node::Type::Unknown)
            return notMadeYet(checkout.worktree + u'/' + below, *node);
        if (node->type == Node::Type::Link)
            files.insert(below, node->content.toUtf8());
        if (node->type == Node::Type::File) {
            const auto bytes = node->bytes();
            if (!bytes)
                return bytes.error();
            files.insert(below, *bytes);
        }
        if (node->type != Node::Type::Missing)
            continue;
        if (tracked.isEmpty())
            tracked = repository.entriesAt(checkout.base).valueOr({});
        for (const GitTreeEntry &entry : std::as_const(tracked)) {
            if (entry.path == below || entry.path.startsWith(below + u'/'))
                files.insert(entry.path, std::nullopt);
        }
    }
    return files;
}

Result<Repository> FileView::repository(const QString &path) const
{
    if (!m_overlay)
        return Repository::open(path);
    if (const auto type = typeAt(path); !type)
        return type.error();
    const QString folder = folderPath(path);
    auto checkout = checkoutOf(folder);
    if (!checkout)
        return checkout.error();
    const auto repository =
        Repository::open(checkout->isNew ? checkout->source : checkout->worktree);
    if (!repository || checkout->worktree.isEmpty())
        return repository;
    auto files = changedFiles(*repository, *checkout);
    if (!files)
        return files.error();
    // A clone's files are those of its commit until something changes them.
    if (checkout->isNew)
        erase_if(*files, [&](const auto &each) {
            return each.value() == repository->fileAt(checkout->base, each.key());
        });
    checkout->files = *files;
    return repository->supposing(*checkout);
}

std::function<Result<QByteArray>()> FileView::reader(const QString &path) const
{
    const auto found = m_overlay ? m_overlay->find(path) : Overlay::Found();
    if (found.node && found.node->bytes)
        return found.node->bytes;
    return [path] { return readFile(path); };
}

} // namespace Slipway
