// SPDX-License-Identifier: MIT
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/packages/globpattern.h"
#include "core/steps/descriptor.h"
#include "core/steps/foldermanifest.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace Slipway {

namespace {

Error stoppedError()
{
    return {QStringLiteral("manifest.stopped"),
            QT_TRANSLATE_NOOP("Slipway::Error", "Reading the files was stopped.")};
}

Result<QString> hashOf(int fd, const QString &shownAs, const std::stop_token &stop)
{
    Sha256 hash;
    std::array<char, 256 * 1024> block;
    for (;;) {
        const ssize_t count = ::read(fd, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileError(shownAs, errno);
        if (count == 0)
            return hash.hex();
        if (stop.stop_requested())
            return stoppedError();
        hash.add(QByteArrayView(block.data(), count));
    }
}

/// The names in a folder, sorted by their bytes; "." and ".." left out.
Result<QList<QByteArray>> namesIn(int folder, const QString &shownAs)
{
    Descriptor copy(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!copy.isOpen())
        return fileError(shownAs, errno);
    const std::unique_ptr<DIR, int (*)(DIR *)> dir(::fdopendir(copy.release()), ::closedir);
    if (!dir)
        return fileError(shownAs, errno);
    QList<QByteArray> names;
    while (const dirent *entry = ::readdir(dir.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names.append(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

/// Walks one tree, each folder through the descriptor of the one above.
class ManifestReader final
{
public:
    ManifestReader(QString top, const FolderManifest::Choice &choice, std::stop_token stop)
        : m_top(std::move(top)), m_choice(choice), m_stop(std::move(stop))
    {
    }

    Result<FolderManifest> read()
    {
        if (auto done = readEntry(AT_FDCWD, QFile::encodeName(m_top), {}); !done)
            return done.error();
        return m_manifest;
    }

private:
    using Entry = FolderManifest::Entry;
    using Type = FolderManifest::Type;

    QString shown(const QString &path) const
    {
        return path.isEmpty() ? m_top : m_top + u'/' + path;
    }
    bool isExcepted(const QString &path) const
    {
        return std::any_of(m_choice.except.begin(), m_choice.except.end(),
                           [&](const QString &pattern) { return matchesGlob(pattern, path); });
    }
    Result<void> readEntry(int parent, const QByteArray &name, const QString &path);
    Result<void> readFile(int parent, const QByteArray &name, Entry entry);
    Result<void> readFolder(int parent, const QByteArray &name, Entry entry);
    Result<void> readLink(int parent, const QByteArray &name, Entry entry);
    Result<void> readChild(int folder, const QByteArray &name, const QString &below);

    QString m_top;
    FolderManifest::Choice m_choice;
    std::stop_token m_stop;
    FolderManifest m_manifest;
};

Result<void> ManifestReader::readEntry(int parent, const QByteArray &name, const QString &path)
{
    if (m_stop.stop_requested())
        return stoppedError();
    struct stat info = {};
    if (::fstatat(parent, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        return fileError(shown(path), errno);
    Entry entry;
    entry.path = path;
    entry.mode = int(info.st_mode & 0777);
    if (S_ISREG(info.st_mode))
        return readFile(parent, name, entry);
    if (S_ISDIR(info.st_mode))
        return readFolder(parent, name, entry);
    if (S_ISLNK(info.st_mode))
        return readLink(parent, name, entry);
    return Error(QStringLiteral("manifest.special"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 is neither a file nor a folder nor a link. Name it under "
                                   "\"except\"."),
                 {shown(path)});
}

Result<void> ManifestReader::readFile(int parent, const QByteArray &name, Entry entry)
{
    const Descriptor file(
        ::openat(parent, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat info = {};
    if (!file.isOpen() || ::fstat(file.fd(), &info) != 0)
        return fileError(shown(entry.path), errno);
    const auto hash = hashOf(file.fd(), shown(entry.path), m_stop);
    if (!hash)
        return hash.error();
    entry.type = Type::File;
    entry.size = info.st_size;
    entry.content = *hash;
    m_manifest.m_entries.append(entry);
    return {};
}

Result<void> ManifestReader::readLink(int parent, const QByteArray &name, Entry entry)
{
    QByteArray target(4096, '\0');
    const ssize_t length =
        ::readlinkat(parent, name.constData(), target.data(), size_t(target.size()));
    if (length < 0)
        return fileError(shown(entry.path), errno);
    target.truncate(length);
    entry.type = Type::Link;
    entry.mode = 0;
    entry.content = QString::fromUtf8(target);
    m_manifest.m_entries.append(entry);
    return {};
}

Result<void> ManifestReader::readFolder(int parent, const QByteArray &name, Entry entry)
{
    const Descriptor folder(
        ::openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder.isOpen())
        return fileError(shown(entry.path), errno);
    const auto names = namesIn(folder.fd(), shown(entry.path));
    if (!names)
        return names.error();
    entry.type = Type::Folder;
    m_manifest.m_entries.append(entry);
    for (const QByteArray &child : *names) {
        if (auto done = readChild(folder.fd(), child, entry.path); !done)
            return done;
    }
    return {};
}

Result<void> ManifestReader::readChild(int folder, const QByteArray &name, const QString &below)
{
    const QString text = QString::fromUtf8(name);
    const QString path = below.isEmpty() ? text : below + u'/' + text;
    if (text.toUtf8() != name)
        return Error(QStringLiteral("manifest.name"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The name of %1 is not UTF-8. Rename it, or name it under "
                                       "\"except\"."),
                     {shown(path)});
    if ((name == ".git" && !m_choice.withGit) || isExcepted(path))
        return {};
    return readEntry(folder, name, path);
}

Result<FolderManifest> FolderManifest::of(const QString &path, const Choice &choice,
                                          std::stop_token stop)
{
    return ManifestReader(path, choice, std::move(stop)).read();
}

} // namespace Slipway
