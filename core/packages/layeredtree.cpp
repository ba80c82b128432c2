// SPDX-License-Identifier: MIT
#include "core/packages/layeredtree.h"

#include "core/packages/sitescan.h"

namespace Slipway {

namespace {

const QByteArray whiteout = QByteArrayLiteral(".wh.");
const QByteArray opaque = QByteArrayLiteral(".wh..wh..opq");

constexpr qint64 mostBytes = 96 * 1024 * 1024;
constexpr qint64 bytesOfANode = 160; // what a map and its texts cost beside their letters
constexpr qint64 largestKept = 1024 * 1024;
constexpr int mostLinks = 40; // as Linux follows them

QByteArray nameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.left(slash);
}

/// A path that goes up, or names a part as ".", is nothing that an image has.
bool isPlain(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    for (const QByteArray &part : parts) {
        if (part.isEmpty() || part == "." || part == "..")
            return false;
    }
    return true;
}

bool isSiteFolder(const QByteArray &path)
{
    const QByteArray name = nameOf(path);
    return name == "site-packages" || name == "dist-packages" || name == "conda-meta";
}

/// What somebody may ask for: the settings of an environment, and what SiteScan wants of a site
/// folder, wherever that is.
bool tellsOfPackages(const QByteArray &path)
{
    if (nameOf(path) == "pyvenv.cfg")
        return true;
    if (path.endsWith(".json") && folderOf(path).endsWith("conda-meta"))
        return true;
    const QByteArray folder = folderOf(path);
    if (SiteScan::wants(QString::fromUtf8(nameOf(path))))
        return true;
    return folder.endsWith("-info") &&
           SiteScan::wants(QString::fromUtf8(nameOf(folder) + '/' + nameOf(path)));
}

/// The head of METADATA is all that counts; what follows may be a whole book.
QByteArray needed(const QByteArray &path, const QByteArray &bytes)
{
    const QByteArray name = nameOf(path);
    if (name != "METADATA" && name != "PKG-INFO" && !name.endsWith(".egg-info"))
        return bytes.size() > largestKept ? QByteArray() : bytes;
    const qsizetype unix = bytes.indexOf("\n\n");
    const qsizetype dos = bytes.indexOf("\r\n\r\n");
    qsizetype end = unix < 0 ? bytes.size() : unix + 1;
    if (dos >= 0)
        end = qMin(end, dos + 2);
    QByteArray head;
    const QList<QByteArray> lines = bytes.left(qMin<qsizetype>(end, 64 * 1024)).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray lower = lines[i].left(8).toLower();
        const bool isField = lower.startsWith("name") || lower.startsWith("version");
        const bool isFolded = lines[i].startsWith(' ') || lines[i].startsWith('\t');
        if (isField || (isFolded && head.size() < 4096))
            head += lines[i].left(4096) + '\n';
        else if (!isFolded && !head.endsWith("X:\n"))
            head += "X:\n"; // a folded line belongs to what stood before it
    }
    return head;
}

} // namespace

/// From the layers below alone: a layer's own whiteouts do not touch what it brings.
void LayeredTree::hide(const QByteArray &path, bool withItself)
{
    const auto forget = [this](Nodes::iterator at) {
        m_keptBytes -= at->first.size() + at->second.bytes.size() + bytesOfANode;
        return m_below.erase(at);
    };
    if (const auto itself = m_below.find(path); withItself && itself != m_below.end())
        forget(itself);
    const QByteArray prefix = path.isEmpty() ? QByteArray() : path + '/';
    auto it = m_below.lower_bound(prefix);
    while (it != m_below.end() && it->first.startsWith(prefix)) {
        it = forget(it);
    }
}

bool LayeredTree::wants(const TarEntry &entry)
{
    if (m_isTooMuch || !isPlain(entry.path))
        return false;
    const QByteArray name = nameOf(entry.path);
    if (name == opaque) {
        hide(folderOf(entry.path), false);
        return false;
    }
    if (name.startsWith(whiteout)) {
        const QByteArray folder = folderOf(entry.path);
        hide((folder.isEmpty() ? QByteArray() : folder + '/') + name.mid(whiteout.size()), true);
        return false;
    }
    m_layer.erase(entry.path); // the last of the same name counts
    if (entry.type == TarEntry::Type::Folder) {
        const auto below = m_below.find(entry.path);
        if (below != m_below.end() && below->second.type != TarEntry::Type::Folder)
            m_below.erase(below);
        return isSiteFolder(entry.path);
    }
    hide(entry.path, true);
    return entry.type == TarEntry::Type::Link ||
           ((entry.type == TarEntry::Type::File || entry.type == TarEntry::Type::HardLink) &&
            tellsOfPackages(entry.path));
}

void LayeredTree::take(const TarEntry &entry, const QByteArray &bytes)
{
    if (entry.type != TarEntry::Type::HardLink) {
        const bool isLink = entry.type == TarEntry::Type::Link;
        put(entry.path, {entry.type, isLink ? entry.target : needed(entry.path, bytes)});
        return;
    }
    QByteArray target = entry.target;
    while (target.startsWith("./") || target.startsWith('/'))
        target.remove(0, target.startsWith('/') ? 1 : 2);
    if (const Node *node = nodeAt(target))
        put(entry.path, *node);
}

void LayeredTree::put(const QByteArray &path, Node node)
{
    m_keptBytes += path.size() + node.bytes.size() + bytesOfANode;
    m_isTooMuch = m_isTooMuch || m_keptBytes > mostBytes;
    if (!m_isTooMuch)
        m_layer.insert_or_assign(path, std::move(node));
}

const LayeredTree::Node *LayeredTree::nodeAt(const QByteArray &path) const
{
    if (const auto here = m_layer.find(path); here != m_layer.end())
        return &here->second;
    const auto below = m_below.find(path);
    return below == m_below.end() ? nullptr : &below->second;
}

Result<void> LayeredTree::endLayer()
{
    if (m_isTooMuch)
        return Error(QStringLiteral("tar.limit"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The image has more links and package metadata than can be "
                                       "real (%1 MB): it is not read."),
                     {QString::number(mostBytes / 1024 / 1024)});
    m_below.merge(m_layer);
    for (auto &[path, node] : m_layer) // what merge() left: the same path in both
        m_below[path] = std::move(node);
    m_layer.clear();
    return {};
}

std::optional<QByteArray> LayeredTree::resolved(const QByteArray &path, bool isLastFollowed) const
{
    QList<QByteArray> rest = path.split('/');
    QByteArray done;
    for (int links = 0; !rest.isEmpty();) {
        const QByteArray part = rest.takeFirst();
        if (part.isEmpty() || part == ".")
            continue;
        if (part == "..") { // above the root is the root
            done = folderOf(done);
            continue;
        }
        const QByteArray next = done.isEmpty() ? part : done + '/' + part;
        const Node *node = nodeAt(next);
        if (!node || node->type != TarEntry::Type::Link || (rest.isEmpty() && !isLastFollowed)) {
            done = next;
            continue;
        }
        if (++links > mostLinks || rest.size() > 1000)
            return std::nullopt;
        if (node->bytes.startsWith('/'))
            done.clear();
        rest = node->bytes.split('/') + rest;
    }
    return done;
}

Result<std::optional<QString>> LayeredTree::link(const QString &path)
{
    const auto place = resolved(path.toUtf8(), false);
    const Node *node = place ? nodeAt(*place) : nullptr;
    return node && node->type == TarEntry::Type::Link
               ? std::optional<QString>(QString::fromUtf8(node->bytes))
               : std::optional<QString>();
}

Result<std::optional<QByteArray>> LayeredTree::file(const QString &path)
{
    const auto place = resolved(path.toUtf8(), true);
    const Node *node = place ? nodeAt(*place) : nullptr;
    return node && node->type == TarEntry::Type::File ? std::optional<QByteArray>(node->bytes)
                                                      : std::optional<QByteArray>();
}

Result<bool> LayeredTree::folder(const QString &path, const Wants &wants, const Take &take)
{
    const auto place = resolved(path.toUtf8(), true);
    if (!place)
        return false;
    const QByteArray prefix = *place + '/';
    const auto itself = m_below.find(*place);
    bool isThere = itself != m_below.end() && itself->second.type == TarEntry::Type::Folder;
    for (auto it = m_below.lower_bound(prefix); it != m_below.end() && it->first.startsWith(prefix);
         ++it) {
        isThere = true;
        const QString below = QString::fromUtf8(it->first.mid(prefix.size()));
        if (it->second.type == TarEntry::Type::File && wants(below))
            take(below, it->second.bytes);
    }
    return isThere;
}

} // namespace Slipway
