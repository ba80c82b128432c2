// SPDX-License-Identifier: MIT
#include "core/packages/packagesource.h"

#include "core/base/files.h"
#include "core/git/repository.h"
#include "core/packages/archivepackages.h"
#include "core/packages/imagepackages.h"
#include "core/packages/packagelist.h"
#include "core/packages/sitescan.h"
#include "core/packages/venvinventory.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMap>
#include <QThreadPool>
#include <optional>
#include <vector>

namespace Slipway {

namespace {

constexpr qint64 largestList = 16 * 1024 * 1024;
constexpr int sideBySide = 4; // an engine serves few archives at once

Error sourceError(const QString &text)
{
    return {QStringLiteral("packages.source"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 is no source. Write image:NAME, container:NAME, venv:FOLDER, "
                              "file:PATH, dir:FOLDER, tar:PATH or git:REPOSITORY@REVISION:PATH."),
            {text}};
}

std::optional<PackageSource::Kind> kindNamed(const QString &name)
{
    static const QMap<QString, PackageSource::Kind> kinds{
        {QStringLiteral("image"), PackageSource::Kind::Image},
        {QStringLiteral("container"), PackageSource::Kind::Container},
        {QStringLiteral("venv"), PackageSource::Kind::Venv},
        {QStringLiteral("file"), PackageSource::Kind::File},
        {QStringLiteral("dir"), PackageSource::Kind::Folder},
        {QStringLiteral("tar"), PackageSource::Kind::Archive},
        {QStringLiteral("git"), PackageSource::Kind::Git}};
    const auto found = kinds.constFind(name);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

/// REPOSITORY@REVISION:PATH. A path may hold '@', a revision may not hold ':'.
bool splitGit(const QString &text, PackageSource *source)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const qsizetype at = colon < 0 ? -1 : text.lastIndexOf(u'@', colon);
    if (at <= 0 || colon - at < 2 || colon + 1 == text.size())
        return false;
    source->name = text.left(at);
    source->revision = text.mid(at + 1, colon - at - 1);
    source->path = QDir::cleanPath(text.mid(colon + 1));
    return !source->revision.startsWith(u'-');
}

Result<QList<Inventory>> alone(Result<Inventory> inventory)
{
    if (!inventory)
        return inventory.error();
    return QList<Inventory>{*inventory};
}

Result<Inventory> fromFile(const PackageSource &source)
{
    const auto bytes = readFile(source.name, largestList);
    return bytes ? readPackageList(*bytes, source.label) : Result<Inventory>(bytes.error());
}

Result<Inventory> fromGit(const PackageSource &source)
{
    const auto repository = Repository::open(source.name);
    if (!repository)
        return repository.error();
    const auto commit = repository->commitOf(source.revision);
    if (!commit)
        return commit.error();
    const auto bytes = repository->fileAt(*commit, source.path);
    if (!bytes)
        return Error(QStringLiteral("packages.no-file"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "There is no file %1 in %2 at %3."),
                     {source.path, source.name, source.revision});
    return readPackageList(*bytes, source.label);
}

Result<Inventory> fromFolder(const PackageSource &source)
{
    if (!QFileInfo(source.name).isDir())
        return Error(QStringLiteral("packages.no-folder"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "There is no folder %1."), {source.name});
    SiteScan scan;
    // One level below: packages carry metadata of others inside themselves.
    const QDir folder(source.name);
    const QStringList entries = folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const QFileInfo info(folder.filePath(entry));
        QStringList paths{entry};
        if (info.isDir() && !info.isSymLink() && entry.contains(QLatin1String("-info")))
            for (const QString &file : QDir(info.filePath()).entryList(QDir::Files))
                paths.append(entry + u'/' + file);
        for (const QString &path : std::as_const(paths)) {
            if (!SiteScan::wants(path) || !QFileInfo(folder.filePath(path)).isFile())
                continue;
            const auto bytes = readFile(folder.filePath(path), largestList);
            if (!bytes)
                return bytes.error();
            scan.add(path, *bytes);
        }
    }
    QList<Message> notes;
    Inventory inventory = Inventory::of(source.label, scan.packages(&notes));
    for (const Message &note : std::as_const(notes))
        inventory.addNote(note);
    if (inventory.packages().isEmpty())
        return Error(QStringLiteral("packages.no-site"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "No installed package was found in %1. Name a site-packages "
                                       "folder, or venv:FOLDER for an environment."),
                     {source.name});
    return inventory;
}

} // namespace

Result<PackageSource> PackageSource::parse(const QString &text, const QString &folder)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = kindNamed(text.left(qMax<qsizetype>(colon, 0)));
    PackageSource source;
    source.label = text;
    source.name = text.mid(colon + 1);
    if (!kind || source.name.isEmpty() || source.name.startsWith(u'-'))
        return sourceError(text);
    source.kind = *kind;
    if (source.kind == Kind::Git && !splitGit(text.mid(colon + 1), &source))
        return sourceError(text);
    if (source.kind != Kind::Image && source.kind != Kind::Container)
        source.name = QDir::cleanPath(QDir(folder).absoluteFilePath(source.name));
    return source;
}

Result<QList<Inventory>> readPackages(const PackageSource &source, const PackageReading &how)
{
    switch (source.kind) {
    case PackageSource::Kind::Image:
        return imagePackages(source.name, source.label, how);
    case PackageSource::Kind::Container:
        return containerPackages(source.name, source.label, how);
    case PackageSource::Kind::Venv:
        return alone(venvInventory(source.name, how.stop));
    case PackageSource::Kind::File:
        return alone(fromFile(source));
    case PackageSource::Kind::Folder:
        return alone(fromFolder(source));
    case PackageSource::Kind::Archive:
        return archivePackages(source.name, source.label, how);
    case PackageSource::Kind::Git:
        return alone(fromGit(source));
    }
    return sourceError(source.label);
}

Result<QList<QList<Inventory>>> readEach(const QList<PackageSource> &sources,
                                         const PackageReading &how)
{
    PackageReading quiet = how;
    quiet.report = nullptr;
    std::vector<std::optional<Result<QList<Inventory>>>> read(std::size_t(sources.size()));
    QThreadPool pool; // of its own: a reading waits for a program, and holds its thread meanwhile
    pool.setMaxThreadCount(sideBySide);
    for (std::size_t i = 0; i < read.size(); ++i)
        pool.start([&, i] { read[i] = readPackages(sources[qsizetype(i)], quiet); });
    pool.waitForDone();
    QList<QList<Inventory>> all;
    for (const auto &one : read) {
        if (!*one)
            return one->error();
        all.append(**one);
    }
    return all;
}

} // namespace Slipway
