// SPDX-License-Identifier: MIT
#include "core/packages/containertree.h"

#include "core/packages/tarreader.h"

#include <QDir>

namespace Slipway {

namespace {

constexpr qint64 largestSmallFile = 1024 * 1024;
constexpr int mostLinks = 8;

/// What stands at a path: the first entry of its archive, with the bytes of a small file.
struct First
{
    TarEntry entry;
    QByteArray bytes;
    bool isKept = false;
};

/// The archive of a folder begins with the folder's own name.
QString belowFirst(const QByteArray &path)
{
    const qsizetype slash = path.indexOf('/');
    return slash < 0 ? QString() : QString::fromUtf8(path.mid(slash + 1));
}

} // namespace

ContainerTree::ContainerTree(DockerEngine engine, QString container)
    : m_engine(std::move(engine)), m_container(std::move(container))
{
}

namespace {

Result<std::optional<First>> firstAt(const DockerEngine &engine, const QString &container,
                                     const QString &path)
{
    std::optional<First> first;
    Result<void> read;
    TarReader reader(
        [&](const TarEntry &entry) {
            const bool isFirst = !first;
            if (isFirst)
                first = First{entry, {}, false};
            return isFirst && entry.size <= largestSmallFile;
        },
        [&](const TarEntry &, const QByteArray &bytes) {
            first->bytes = bytes;
            first->isKept = true;
        });
    // A folder goes on and on: what it is says its first entry.
    const auto take = [&](const QByteArray &bytes) {
        read = reader.feed(bytes);
        return bool(read) && !(first && first->entry.type == TarEntry::Type::Folder);
    };
    const auto found = engine.archive(container, path, take);
    if (!read)
        return read.error();
    if (!found && found.error().code() != u"program.refused")
        return found.error();
    if (found && !*found)
        return std::optional<First>();
    return first;
}

} // namespace

Result<std::optional<QString>> ContainerTree::link(const QString &path)
{
    const auto first = firstAt(m_engine, m_container, path);
    if (!first)
        return first.error();
    if (!*first || (*first)->entry.type != TarEntry::Type::Link)
        return std::optional<QString>();
    return std::optional<QString>(QString::fromUtf8((*first)->entry.target));
}

Result<std::optional<QByteArray>> ContainerTree::file(const QString &path)
{
    const auto first = firstAt(m_engine, m_container, path);
    if (!first)
        return first.error();
    if (!*first || (*first)->entry.type != TarEntry::Type::File || !(*first)->isKept)
        return std::optional<QByteArray>();
    return std::optional<QByteArray>((*first)->bytes);
}

/// An engine gives a link as a link: it is followed here, as Python would.
Result<bool> ContainerTree::folder(const QString &path, const Wants &wants, const Take &take)
{
    QString place = path;
    for (int i = 0; i < mostLinks; ++i) {
        QString target;
        const auto found = folderItself(place, wants, take, &target);
        if (!found || target.isEmpty())
            return found;
        place = QDir::cleanPath(
            target.startsWith(u'/') ? target : place.section(u'/', 0, -2) + u'/' + target);
    }
    return false;
}

Result<bool> ContainerTree::folderItself(const QString &path, const Wants &wants, const Take &take,
                                         QString *target)
{
    Result<void> read;
    TarReader reader(
        [&](const TarEntry &entry) {
            if (entry.type == TarEntry::Type::Link && !entry.path.contains('/'))
                *target = QString::fromUtf8(entry.target);
            return entry.type == TarEntry::Type::File && wants(belowFirst(entry.path));
        },
        [&](const TarEntry &entry, const QByteArray &bytes) {
            take(belowFirst(entry.path), bytes);
        });
    const auto feed = [&](const QByteArray &bytes) {
        read = reader.feed(bytes);
        return bool(read);
    };
    const auto found = m_engine.archive(m_container, path, feed);
    if (!read)
        return read.error();
    if (!found || !*found)
        return found;
    if (auto whole = reader.finish(); !whole)
        return whole.error();
    return true;
}

} // namespace Slipway
