// SPDX-License-Identifier: MIT
#include "core/steps/rootedpath.h"

#include "core/base/files.h"
#include "core/checklist/types.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace Slipway {

namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

bool isPlainPart(const QString &part)
{
    return !part.isEmpty() && part != u"." && part != u".." &&
           std::none_of(part.begin(), part.end(), isForbidden);
}

Error pathError(const QString &path)
{
    return {QStringLiteral("path.invalid"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 is no path below a folder. Write a relative path without "
                              "\"..\", such as stack/Dockerfile."),
            {path}};
}

Error linkError(const QString &path)
{
    return {QStringLiteral("path.link"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 is a symbolic link or stands behind one. File steps follow no "
                              "links; name the file itself."),
            {path}};
}

Error notRegularError(const QString &path)
{
    return {QStringLiteral("file.not-regular"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not a regular file."),
            {path}};
}

/// An open that failed: a link says so itself, everything else in errno's words.
Error openError(int folder, const QString &part, const QString &path)
{
    const int problem = errno;
    struct stat info = {};
    if ((problem == ELOOP || problem == ENOTDIR) &&
        ::fstatat(folder, QFile::encodeName(part).constData(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISLNK(info.st_mode))
        return linkError(path);
    if (problem == ENOENT)
        return {QStringLiteral("file.missing"),
                QT_TRANSLATE_NOOP("Slipway::Error", "%1 does not exist."),
                {path}};
    return fileError(path, problem);
}

Result<Descriptor> openRoot(const QString &root)
{
    Descriptor folder(
        ::open(QFile::encodeName(root).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen())
        return openError(AT_FDCWD, root, root);
    return folder;
}

Result<QByteArray> readAll(int fd, qint64 maxBytes, const QString &path)
{
    QFile file;
    if (!file.open(fd, QIODevice::ReadOnly))
        return fileError(path, EIO);
    const QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fileError(path, EIO);
    if (bytes.size() > maxBytes)
        return Error(QStringLiteral("file.too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is larger than %2 bytes."),
                     {path, QString::number(maxBytes)});
    return bytes;
}

} // namespace

Result<Descriptor> openBeneath(int folder, const QStringList &parts, int flags,
                               const QString &shownAs)
{
    Descriptor current;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const int from = i == 0 ? folder : current.fd();
        const int how =
            i + 1 == parts.size() ? flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC : folderFlags;
        Descriptor next(::openat(from, QFile::encodeName(parts[i]).constData(), how));
        if (!next.isOpen())
            return openError(from, parts[i], shownAs);
        current = std::move(next);
    }
    return current;
}

RootedPath::RootedPath(QString root, QString path)
    : m_root(std::move(root)), m_path(std::move(path))
{
}

Result<RootedPath> RootedPath::below(const QString &root, const QString &path)
{
    QString relative = path;
    QString base = root;
    while (base.size() > 1 && base.endsWith(u'/'))
        base.chop(1);
    if (path.startsWith(u'/')) {
        const QString prefix = base == u"/" ? base : base + u'/';
        if (!path.startsWith(prefix))
            return Error(QStringLiteral("path.outside"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "%1 is not below %2. This step only touches what is "
                                           "in that folder."),
                         {path, root});
        relative = path.mid(prefix.size());
    }
    while (relative.endsWith(u'/'))
        relative.chop(1);
    const QStringList parts = relative.split(u'/');
    if (!base.startsWith(u'/') || !std::all_of(parts.begin(), parts.end(), isPlainPart))
        return pathError(path);
    return RootedPath(base, relative);
}

QString RootedPath::name() const
{
    return m_path.section(u'/', -1);
}

Result<Descriptor> RootedPath::openParent() const
{
    auto root = openRoot(m_root);
    if (!root)
        return root.error();
    QStringList folders = parts();
    folders.removeLast();
    if (folders.isEmpty())
        return root;
    return openBeneath(root->fd(), folders, folderFlags, absolute());
}

Result<RootedPath::Type> RootedPath::type() const
{
    const auto parent = openParent();
    if (!parent && parent.error().code() == u"file.missing")
        return Type::Missing;
    if (!parent)
        return parent.error();
    struct stat info = {};
    if (::fstatat(parent->fd(), QFile::encodeName(name()).constData(), &info,
                  AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return Type::Missing;
        return fileError(absolute(), errno);
    }
    return S_ISREG(info.st_mode)   ? Type::File
           : S_ISDIR(info.st_mode) ? Type::Folder
           : S_ISLNK(info.st_mode) ? Type::Link
                                   : Type::Other;
}

Result<std::optional<QByteArray>> RootedPath::read(qint64 maxBytes) const
{
    const auto root = openRoot(m_root);
    if (!root)
        return root.error();
    const auto file = openBeneath(root->fd(), parts(), O_RDONLY, absolute());
    if (!file && file.error().code() == u"file.missing")
        return std::optional<QByteArray>();
    if (!file)
        return file.error();
    struct stat info = {};
    if (::fstat(file->fd(), &info) != 0)
        return fileError(absolute(), errno);
    if (!S_ISREG(info.st_mode))
        return notRegularError(absolute());
    auto bytes = readAll(file->fd(), maxBytes, absolute());
    if (!bytes)
        return bytes.error();
    return std::optional(std::move(*bytes));
}

Result<void> RootedPath::write(const QByteArray &bytes, int modeIfNew, const QString &writer) const
{
    const auto found = type();
    if (!found)
        return found.error();
    if (*found == Type::Link)
        return linkError(absolute());
    if (*found != Type::File && *found != Type::Missing)
        return notRegularError(absolute());
    const auto parent = openParent();
    if (!parent)
        return parent.error();
    // Through the open folder, so that no link can slip in between the check and the write.
    const QString through = QStringLiteral("/proc/self/fd/%1/%2").arg(parent->fd()).arg(name());
    const auto written = writeFileDurably(through, bytes, modeIfNew, writer);
    if (!written && written.error().code() == u"file.disk-full")
        return fileError(absolute(), ENOSPC);
    if (!written)
        return Error(written.error().code(), "%1: %2.",
                     {absolute(), written.error().arguments().value(1)});
    return {};
}

void RootedPath::removeTemporary(const QString &writer) const
{
    // What is left in the way is only untidy.
    if (const auto parent = openParent())
        ::unlinkat(parent->fd(), QFile::encodeName(temporaryName(name(), writer)).constData(), 0);
}

Result<void> RootedPath::syncName() const
{
    const auto parent = openParent();
    if (!parent)
        return parent.error();
    return ::fsync(parent->fd()) == 0 ? Result<void>() : fileError(absolute(), errno);
}

Result<void> RootedPath::remove() const
{
    const auto found = type();
    if (!found)
        return found.error();
    if (*found == Type::Missing)
        return {};
    if (*found != Type::File)
        return notRegularError(absolute());
    const auto parent = openParent();
    if (!parent)
        return parent.error();
    if (::unlinkat(parent->fd(), QFile::encodeName(name()).constData(), 0) != 0 ||
        ::fsync(parent->fd()) != 0)
        return fileError(absolute(), errno);
    return {};
}

Result<void> RootedPath::makeParents() const
{
    auto folder = openRoot(m_root);
    if (!folder)
        return folder.error();
    QStringList folders = parts();
    folders.removeLast();
    for (const QString &part : std::as_const(folders)) {
        if (::mkdirat(folder->fd(), QFile::encodeName(part).constData(), 0755) != 0 &&
            errno != EEXIST)
            return fileError(absolute(), errno);
        auto next = openBeneath(folder->fd(), {part}, folderFlags, absolute());
        if (!next)
            return next.error();
        folder = std::move(next);
    }
    return {};
}

Result<QString> rootFolder(const Value &value, const QString &workspace)
{
    const QString text = value.text();
    if (text.isEmpty())
        return workspace;
    if (text.startsWith(u'/'))
        return QDir::cleanPath(text);
    auto path = RootedPath::below(workspace, text);
    if (!path)
        return path.error();
    return path->absolute();
}

} // namespace Slipway
