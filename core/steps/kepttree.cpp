// SPDX-License-Identifier: MIT
#include "core/steps/kepttree.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/steps/removetree.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace Slipway {

namespace {

using Entry = FolderManifest::Entry;
using EntryType = FolderManifest::Type;

QString restoreName(const QString &effectKey)
{
    return QStringLiteral(".slipway-restore-") + effectKey;
}

QString below(const QString &top, const QString &path)
{
    return path.isEmpty() ? top : top + u'/' + path;
}

Error changedError(const QString &path)
{
    return {QStringLiteral("kept.changed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 changed while it was read. Let what writes it come to an end, "
                              "then try again."),
            {path}};
}

Result<void> makeEntry(const QString &path, const Entry &entry, QByteArrayView bytes)
{
    if (entry.type == EntryType::Folder)
        return ::mkdir(QFile::encodeName(path).constData(), 0700) == 0
                   ? Result<void>()
                   : Result<void>(fileError(path, errno));
    if (entry.type == EntryType::Link)
        return ::symlink(entry.content.toUtf8().constData(), QFile::encodeName(path).constData()) ==
                       0
                   ? Result<void>()
                   : Result<void>(fileError(path, errno));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush())
        return fileError(path, errno);
    return ::fchmod(file.handle(), mode_t(entry.mode)) == 0 ? Result<void>()
                                                            : Result<void>(fileError(path, errno));
}

/// Makes all of it under that path, flushed to the disk.
Result<void> build(const QString &top, const FolderManifest &manifest, const QByteArray &bytes)
{
    qint64 from = 0;
    for (const Entry &entry : manifest.entries()) {
        const qint64 size = entry.type == EntryType::File ? entry.size : 0;
        if (from + size > bytes.size())
            return changedError(below(top, entry.path));
        const QByteArrayView part(bytes.constData() + from, size);
        if (auto made = makeEntry(below(top, entry.path), entry, part); !made)
            return made;
        from += size;
    }
    // Last and from the leaves: a folder that may not be written could not be filled.
    for (auto entry = manifest.entries().crbegin(); entry != manifest.entries().crend(); ++entry) {
        const QString path = below(top, entry->path);
        if (entry->type == EntryType::Folder &&
            ::chmod(QFile::encodeName(path).constData(), mode_t(entry->mode)) != 0)
            return fileError(path, errno);
    }
    return {};
}

Result<void> place(const RootedPath &target, const QString &name)
{
    const auto parent = target.openParent();
    if (!parent)
        return parent.error();
    if (::syncfs(parent->fd()) != 0 ||
        ::renameat2(parent->fd(), QFile::encodeName(name).constData(), parent->fd(),
                    QFile::encodeName(target.name()).constData(), RENAME_NOREPLACE) != 0 ||
        ::fsync(parent->fd()) != 0)
        return fileError(target.absolute(), errno);
    return {};
}

} // namespace

Value KeptTree::toValue() const
{
    return Value::Map{{QStringLiteral("manifest"), Value(manifest)},
                      {QStringLiteral("bytes"), Value(bytes)}};
}

KeptTree KeptTree::fromValue(const Value &value)
{
    return {value[QStringLiteral("manifest")].text(), value[QStringLiteral("bytes")].text()};
}

Result<KeptTree> KeptTree::keep(const QString &path, const StepContext &context)
{
    const auto manifest = context.files.manifest(path, {}, context.stop);
    if (!manifest)
        return manifest.error();
    QByteArray all;
    for (const Entry &entry : manifest->entries()) {
        if (entry.type != EntryType::File)
            continue;
        const auto bytes = context.files.reader(below(path, entry.path))();
        if (!bytes)
            return bytes.error();
        if (sha256Hex(*bytes) != entry.content)
            return changedError(below(path, entry.path));
        all += *bytes;
    }
    const auto list = context.objects.put(manifest->toBytes());
    if (!list)
        return list.error();
    const auto content = context.objects.put(all);
    if (!content)
        return content.error();
    return KeptTree{*list, *content};
}

Result<void> KeptTree::restore(const RootedPath &target, const StepContext &context) const
{
    const auto list = context.objects.read(manifest);
    const auto content = context.objects.read(bytes);
    if (!list || !content)
        return list ? content.error() : list.error();
    const auto entries = FolderManifest::fromBytes(*list);
    if (!entries)
        return entries.error();
    if (auto made = target.makeParents(); !made)
        return made;
    removeLeftover(target, context.effectKey);
    const QString name = restoreName(context.effectKey);
    const QString folder = target.absolute().section(u'/', 0, -2);
    auto done = build(folder + u'/' + name, *entries, *content);
    if (done)
        done = place(target, name);
    if (!done)
        removeLeftover(target, context.effectKey);
    return done;
}

QList<Fact> treeFacts(const QString &path, const QString &meant, const QString &before,
                      const QString &now)
{
    const auto shown = [](const QString &digest) {
        return digest.isEmpty() ? QStringLiteral("-") : digest.left(12);
    };
    return {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), path},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), shown(meant)},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")), shown(before)},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), shown(now)}};
}

QString sizeLimitText()
{
    return QLocale::c().formattedDataSize(KeptTree::largest, 0, QLocale::DataSizeIecFormat);
}

Result<QString> treeDigest(const RootedPath &target, const StepContext &context)
{
    const auto type = context.files.type(target);
    if (!type)
        return type.error();
    if (*type == RootedPath::Type::Missing)
        return QString();
    const auto manifest = context.files.manifest(target.absolute(), {}, context.stop);
    if (!manifest)
        return manifest.error();
    return manifest->digest();
}

void KeptTree::removeLeftover(const RootedPath &target, const QString &effectKey)
{
    const QString folder = target.absolute().section(u'/', 0, -2);
    // What is left in the way is only untidy; the outcome is decided by what stands there.
    const auto removed = removeTree(folder + u'/' + restoreName(effectKey));
    Q_UNUSED(removed)
}

} // namespace Slipway
