// SPDX-License-Identifier: MIT
#include "core/steps/copyplaces.h"

#include "core/packages/globpattern.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

namespace {

using Type = RootedPath::Type;

/// The one file in a folder whose name matches.
Result<QString> resolvePattern(const QString &path, const FileView &files)
{
    const QFileInfo info(path);
    if (!info.fileName().contains(u'*') && !info.fileName().contains(u'?'))
        return path;
    const QDir folder(info.absolutePath());
    QStringList found;
    const QStringList names = files.fileNames(info.absolutePath());
    for (const QString &name : names) {
        if (matchesGlob(info.fileName(), name))
            found.append(name);
    }
    if (found.size() == 1)
        return folder.filePath(found.first());
    return Error(QStringLiteral("files.pattern"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 should match exactly one file, but it matches %2: %3."),
                 {path, QString::number(found.size()), found.join(u", ")});
}

/// Refuses a place whose folders on the way are missing or links.
Result<void> checkParents(const RootedPath &path, const FileView &files)
{
    if (!files.isRehearsal()) {
        const auto parent = path.openParent();
        return parent ? Result<void>() : parent.error();
    }
    const auto type = files.type(path);
    return type ? Result<void>() : type.error();
}

Result<QString> sourceOf(const Value::Map &with, const StepContext &context)
{
    const QString text = with[QStringLiteral("from")].text();
    const auto root = rootFolder(with[QStringLiteral("in")], context.workspace);
    if (!root)
        return root.error();
    QString path = QDir::cleanPath(text);
    if (!text.startsWith(u'/') || !with[QStringLiteral("in")].isNull()) {
        const auto below = RootedPath::below(*root, text);
        if (!below)
            return below.error();
        if (const auto parent = checkParents(*below, context.files); !parent)
            return parent.error();
        path = below->absolute();
    } else if (const QFileInfo folder(path); folder.isDir()) {
        // A folder that a person chose may be a link; what it leads to is what was meant.
        path = folder.canonicalFilePath();
    }
    auto source = resolvePattern(path, context.files);
    if (!source)
        return source;
    const auto type = context.files.typeAt(*source);
    if (!type)
        return type.error();
    if (!QFileInfo(*source).isSymLink() && (*type == Type::File || *type == Type::Folder))
        return source;
    return Error(QStringLiteral("files.no-source"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 cannot be copied: there is no such file or folder, or it is "
                                   "a link."),
                 {*source});
}

Result<RootedPath> targetOf(const Value::Map &with, const StepContext &context,
                            const QString &sourceName)
{
    const QString to = with[QStringLiteral("to")].text();
    QString into = with[QStringLiteral("into")].text();
    if (to.isEmpty() == into.isEmpty())
        return Error(QStringLiteral("files.to-or-into"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Say where to copy by one of \"to\" (the new name) or "
                                       "\"into\" (a folder that exists)."));
    const auto root = rootFolder(with[QStringLiteral("root")], context.workspace);
    if (!root)
        return root.error();
    if (!to.isEmpty())
        return RootedPath::below(*root, to);
    if (into == u"." || into == *root)
        return RootedPath::below(*root, sourceName);
    const auto folder = RootedPath::below(*root, into);
    if (!folder)
        return folder.error();
    const auto type = context.files.type(*folder);
    if (!type)
        return type.error();
    if (*type != Type::Folder)
        return Error(QStringLiteral("files.no-folder"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no folder to copy into. Make it first, or use "
                                       "\"to\"."),
                     {folder->absolute()});
    return RootedPath::below(*root, folder->path() + u'/' + sourceName);
}

/// The path with all links of the part that exists resolved.
QString canonical(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return info.canonicalFilePath();
    const QString parent = info.absolutePath();
    return parent == path ? path : QDir(canonical(parent)).filePath(info.fileName());
}

bool isInside(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder == u"/" ? folder : folder + u'/');
}

Result<void> checkNotEntangled(const QString &source, const QString &target)
{
    const QString from = canonical(source);
    const QString to = canonical(target);
    if (!isInside(to, from) && !isInside(from, to))
        return {};
    return Error(QStringLiteral("files.entangled"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 cannot be copied to %2: one is the other or lies inside it. "
                                   "Copy to a place of its own."),
                 {source, target});
}

Result<void> checkNoRepository(const RootedPath &target, const FileView &files)
{
    QString folder = target.root();
    QStringList parts = target.path().split(u'/');
    parts.prepend(QString());
    for (const QString &part : std::as_const(parts)) {
        if (!part.isEmpty())
            folder += u'/' + part;
        if (!files.exists(folder + QStringLiteral("/.git")))
            continue;
        return Error(QStringLiteral("files.in-repository"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is inside the git repository %2. Copy elsewhere, or say "
                                       "\"in-repository: true\" if that is meant."),
                     {target.absolute(), folder});
    }
    return {};
}

} // namespace

Result<CopyPlaces> copyPlaces(const Value::Map &with, const StepContext &context)
{
    const auto source = sourceOf(with, context);
    if (!source)
        return source.error();
    const auto target = targetOf(with, context, QFileInfo(*source).fileName());
    if (!target)
        return target.error();
    if (auto checked = checkNotEntangled(*source, target->absolute()); !checked)
        return checked.error();
    if (!with[QStringLiteral("in-repository")].flag()) {
        if (auto checked = checkNoRepository(*target, context.files); !checked)
            return checked.error();
    }
    const auto type = context.files.type(*target);
    if (!type)
        return type.error();
    return CopyPlaces{*source, *target, *type};
}

} // namespace Slipway
