// SPDX-License-Identifier: MIT
#include "core/steps/overlay.h"

#include "core/steps/fileview.h"
#include "core/steps/foldermanifest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sys/stat.h>

namespace Slipway {

namespace {

using Node = Overlay::Node;

QString parentOf(const QString &key)
{
    const qsizetype slash = key.lastIndexOf(u'/');
    return slash <= 0 ? QStringLiteral("/") : key.left(slash);
}

/// Permission bits; 0 if nothing is there.
int modeOnDisk(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 0777) : 0;
}

Node nodeOf(const FolderManifest::Entry &entry)
{
    Node node;
    node.type = entry.type == FolderManifest::Type::File     ? Node::Type::File
                : entry.type == FolderManifest::Type::Folder ? Node::Type::Folder
                                                             : Node::Type::Link;
    node.mode = entry.mode;
    node.size = entry.size;
    node.content = entry.content;
    return node;
}

Node folderNode(bool isWhole)
{
    Node node;
    node.type = Node::Type::Folder;
    node.mode = 0755;
    node.isWhole = isWhole;
    return node;
}

} // namespace

QString resolvedPath(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    const QFileInfo info(clean);
    const QString parent = info.path();
    // The last part stays as it is: a link there is itself what stands at the path.
    if (parent == clean)
        return clean;
    const QString folder = QFileInfo(parent).canonicalFilePath();
    const QString above = folder.isEmpty() ? resolvedPath(parent) : folder;
    return (above == u"/" ? QString() : above) + u'/' + info.fileName();
}

void Overlay::put(const QString &key, Node node)
{
    m_nodes.insert_or_assign(key, std::move(node));
}

void Overlay::makeParents(const QString &key)
{
    for (QString folder = parentOf(key); folder != u"/"; folder = parentOf(folder)) {
        const Found found = find(folder);
        const bool isThere = found.node ? found.node->type == Node::Type::Folder
                                        : !found.isHidden && QFileInfo(folder).isDir();
        if (isThere)
            return;
        put(folder, folderNode(found.node || found.isHidden));
    }
}

void Overlay::clear(const QString &key)
{
    const auto first = m_nodes.lower_bound(key + u'/');
    auto last = first;
    while (last != m_nodes.end() && last->first.startsWith(key + u'/'))
        ++last;
    m_nodes.erase(first, last);
}

void Overlay::putFolder(const QString &path)
{
    const QString key = resolvedPath(path);
    makeParents(key);
    clear(key);
    put(key, folderNode(true));
}

void Overlay::putFile(const QString &path, Node file)
{
    const QString key = resolvedPath(path);
    makeParents(key);
    clear(key);
    file.type = Node::Type::File;
    put(key, std::move(file));
}

void Overlay::putObject(const QString &path, const QString &digest)
{
    if (digest.isEmpty()) {
        remove(path);
        return;
    }
    const Found found = find(path);
    Node node;
    node.mode = found.node ? found.node->mode : found.isHidden ? 0 : modeOnDisk(path);
    if (node.mode == 0)
        node.mode = 0644;
    node.content = digest;
    node.bytes = [objects = m_objects, digest] { return objects.read(digest); };
    node.size = QFileInfo(m_objects.path(digest)).size();
    putFile(path, node);
}

void Overlay::putUnknown(const QString &path, const QString &madeBy)
{
    const QString key = resolvedPath(path);
    makeParents(key);
    clear(key);
    Node node;
    node.type = Node::Type::Unknown;
    node.madeBy = madeBy;
    put(key, node);
}

void Overlay::remove(const QString &path)
{
    const QString key = resolvedPath(path);
    clear(key);
    put(key, Node());
}

void Overlay::putTree(const QString &path, const FolderManifest &manifest, const QString &source,
                      const FileView &files)
{
    const QString key = resolvedPath(path);
    makeParents(key);
    std::map<QString, Node> made;
    for (const FolderManifest::Entry &entry : manifest.entries()) {
        Node node = nodeOf(entry);
        node.isWhole = node.type == Node::Type::Folder;
        if (node.type == Node::Type::File)
            node.bytes = files.reader(entry.path.isEmpty() ? source : source + u'/' + entry.path);
        made.emplace(entry.path.isEmpty() ? key : key + u'/' + entry.path, node);
    }
    clear(key);
    m_nodes.erase(key);
    m_nodes.merge(made);
}

void Overlay::apply(const QList<FileEdit> &edits)
{
    for (const FileEdit &edit : edits)
        putObject(edit.root + u'/' + edit.path, edit.after);
}

Result<void> Overlay::putBytes(const QString &path, const QByteArray &bytes)
{
    const auto digest = m_objects.put(bytes);
    if (!digest)
        return digest.error();
    putObject(path, *digest);
    return {};
}

void Overlay::putCheckout(SupposedCheckout checkout)
{
    checkout.worktree = resolvedPath(checkout.worktree);
    m_checkouts.insert_or_assign(checkout.worktree, checkout);
}

const SupposedCheckout *Overlay::checkout(const QString &worktree) const
{
    const auto it = m_checkouts.find(resolvedPath(worktree));
    return it == m_checkouts.end() ? nullptr : &it->second;
}

Overlay::Found Overlay::find(const QString &path) const
{
    const QString key = resolvedPath(path);
    if (const auto it = m_nodes.find(key); it != m_nodes.end())
        return {&it->second, false};
    for (QString folder = parentOf(key); folder != u"/"; folder = parentOf(folder)) {
        const auto it = m_nodes.find(folder);
        if (it == m_nodes.end())
            continue;
        if (it->second.type == Node::Type::Unknown)
            return {&it->second, false};
        if (it->second.type != Node::Type::Folder || it->second.isWhole)
            return {nullptr, true};
    }
    return {};
}

QList<std::pair<QString, const Overlay::Node *>> Overlay::below(const QString &path) const
{
    const QString key = resolvedPath(path);
    QList<std::pair<QString, const Node *>> nodes;
    if (const auto it = m_nodes.find(key); it != m_nodes.end())
        nodes.append({QString(), &it->second});
    const QString prefix = key + u'/';
    for (auto it = m_nodes.lower_bound(prefix); it != m_nodes.end() && it->first.startsWith(prefix);
         ++it)
        nodes.append({it->first.mid(prefix.size()), &it->second});
    return nodes;
}

} // namespace Slipway
