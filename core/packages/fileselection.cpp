// SPDX-License-Identifier: MIT
#include "core/packages/fileselection.h"

#include "core/packages/globpattern.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int maxDepth = 64;
constexpr qsizetype maxFiles = 200'000;

bool isSkippedName(const QString &name)
{
    static const QStringList names = {QStringLiteral(".git"), QStringLiteral("node_modules"),
                                      QStringLiteral("__pycache__")};
    return names.contains(name);
}

bool isSkippedFolder(const QFileInfo &folder)
{
    return isSkippedName(folder.fileName()) ||
           QFileInfo::exists(folder.filePath() + QStringLiteral("/pyvenv.cfg"));
}

/// Adds the regular files below a folder; false when there are too many.
bool collectFiles(const QString &folder, const QString &prefix, int depth, QStringList *files)
{
    if (depth > maxDepth)
        return true;
    const QFileInfoList entries = QDir(folder).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (entry.isSymLink())
            continue;
        const QString path = prefix + entry.fileName();
        if (entry.isFile())
            files->append(path);
        else if (entry.isDir() && !isSkippedFolder(entry) &&
                 !collectFiles(entry.filePath(), path + u'/', depth + 1, files))
            return false;
        if (files->size() > maxFiles)
            return false;
    }
    return true;
}

bool matchesAny(const QStringList &patterns, const QString &path)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QString &pattern) { return matchesGlob(pattern, path); });
}

bool isDockerfileName(const QString &name)
{
    static const QStringList stems = {QStringLiteral("dockerfile"),
                                      QStringLiteral("containerfile")};
    for (const QString &stem : stems) {
        if (name == stem || name.endsWith(u'.' + stem))
            return true;
        if (name.startsWith(stem + u'.'))
            return !name.endsWith(QLatin1String(".dockerignore")) &&
                   !name.endsWith(QLatin1String(".md"));
    }
    return false;
}

bool isRequirementsName(const QString &name)
{
    if (!name.endsWith(QLatin1String(".txt")) && !name.endsWith(QLatin1String(".in")))
        return false;
    const QString stem = name.left(name.lastIndexOf(u'.'));
    return stem.startsWith(QLatin1String("requirements")) ||
           stem.startsWith(QLatin1String("constraints")) ||
           stem.endsWith(QLatin1String("-requirements")) ||
           stem.endsWith(QLatin1String("_requirements")) ||
           stem.endsWith(QLatin1String(".requirements"));
}

} // namespace

Result<QStringList> selectFiles(const QString &root, const QStringList &patterns,
                                const QStringList &exceptions)
{
    const auto files = filesBelow(root);
    return files ? selectAmong(*files, root, patterns, exceptions) : files;
}

bool isSkippedBelow(const QString &path)
{
    QStringList folders = path.split(u'/');
    folders.removeLast();
    return std::any_of(folders.begin(), folders.end(), isSkippedName);
}

Result<QStringList> filesBelow(const QString &root)
{
    if (!QFileInfo(root).isDir())
        return Error(QStringLiteral("packages.no-folder"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not a folder."), {root});
    QStringList files;
    if (!collectFiles(root, {}, 0, &files))
        return Error(QStringLiteral("packages.too-many-files"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 holds more than %2 files: give a folder further down."),
                     {root, QString::number(maxFiles)});
    return files;
}

Result<QStringList> selectAmong(const QStringList &files, const QString &root,
                                const QStringList &patterns, const QStringList &exceptions)
{
    QStringList selected;
    for (const QString &pattern : patterns) {
        const qsizetype before = selected.size();
        bool sawOne = false;
        for (const QString &file : files) {
            if (!matchesGlob(pattern, file))
                continue;
            sawOne = true;
            if (!matchesAny(exceptions, file) && !selected.contains(file))
                selected.append(file);
        }
        if (!sawOne && before == selected.size())
            return Error(QStringLiteral("packages.no-such-file"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "No file below %1 fits \"%2\": correct the pattern or "
                                           "the folder."),
                         {root, pattern});
    }
    std::sort(selected.begin(), selected.end());
    return selected;
}

std::optional<PinFileKind> pinFileKindOf(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    if (name == u"pyproject.toml")
        return PinFileKind::Pyproject;
    if (isRequirementsName(name))
        return PinFileKind::Requirements;
    if (isDockerfileName(name))
        return PinFileKind::Dockerfile;
    if (name.endsWith(u".sh") || name.endsWith(u".bash"))
        return PinFileKind::Shell;
    return std::nullopt;
}

std::optional<PinFileKind> pinFileKindNamed(const QString &word)
{
    for (const PinFileKind kind : {PinFileKind::Dockerfile, PinFileKind::Requirements,
                                   PinFileKind::Pyproject, PinFileKind::Shell})
        if (pinFileKindName(kind) == word)
            return kind;
    return std::nullopt;
}

QString pinFileKindName(PinFileKind kind)
{
    switch (kind) {
    case PinFileKind::Dockerfile:
        return QStringLiteral("dockerfile");
    case PinFileKind::Requirements:
        return QStringLiteral("requirements");
    case PinFileKind::Pyproject:
        return QStringLiteral("pyproject");
    case PinFileKind::Shell:
        return QStringLiteral("shell");
    }
    Q_UNREACHABLE();
}

} // namespace Slipway
