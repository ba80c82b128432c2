// SPDX-License-Identifier: MIT
#include "core/base/crashpoint.h"
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/steps/foldermanifest.h"
#include "core/steps/rootedpath.h"

#include <QFile>
#include <QFileInfo>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace Slipway {

namespace {

Error changedError(const QString &path)
{
    return {QStringLiteral("manifest.changed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 changed since the copy was planned. Look at what changed it, "
                              "then try again."),
            {path}};
}

bool writeBlock(int fd, const char *data, ssize_t count)
{
    while (count > 0) {
        const ssize_t written = ::write(fd, data, size_t(count));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data += written;
        count -= written;
    }
    return true;
}

/// Copies all bytes and gives their SHA-256.
Result<QString> copyBytes(int from, int to, const QString &shownAs)
{
    Sha256 hash;
    std::array<char, 256 * 1024> block;
    for (;;) {
        const ssize_t count = ::read(from, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileError(shownAs, errno);
        if (count == 0)
            return hash.hex();
        hash.add(QByteArrayView(block.data(), count));
        if (!writeBlock(to, block.data(), count))
            return fileError(shownAs, errno);
    }
}

/// Copies a manifest's entries from one open folder into another. Both are reached without
/// following links, as neither tree may lead out of itself while it is read or written.
class ManifestCopy final
{
public:
    ManifestCopy(QString source, int folder, QString target)
        : m_source(std::move(source)), m_folder(folder), m_target(std::move(target))
    {
    }
    Result<void> start(const FolderManifest::Entry &top);
    Result<void> copyEntry(const FolderManifest::Entry &entry);
    Result<void> finishFolder(const FolderManifest::Entry &entry);
    Result<void> flush();

private:
    Result<void> copyFile(const FolderManifest::Entry &entry, Descriptor from, Descriptor to);
    Result<Descriptor> targetParent(const QString &path);
    QString shown(const QString &path) const { return m_source + u'/' + path; }

    QString m_source;
    int m_folder; ///< in which the target is made; not owned
    QString m_target;
    Descriptor m_from;
    Descriptor m_to;
};

Result<void> ManifestCopy::start(const FolderManifest::Entry &top)
{
    const QByteArray source = QFile::encodeName(m_source);
    const QByteArray target = QFile::encodeName(m_target);
    if (top.type == FolderManifest::Type::File) {
        Descriptor from(::open(source.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (!from.isOpen())
            return fileError(m_source, errno);
        Descriptor to(
            ::openat(m_folder, target.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!to.isOpen())
            return fileError(m_target, errno);
        return copyFile(top, std::move(from), std::move(to));
    }
    m_from = Descriptor(::open(source.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!m_from.isOpen())
        return fileError(m_source, errno);
    if (::mkdirat(m_folder, target.constData(), 0700) != 0)
        return fileError(m_target, errno);
    m_to = Descriptor(
        ::openat(m_folder, target.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!m_to.isOpen())
        return fileError(m_target, errno);
    return {};
}

Result<Descriptor> ManifestCopy::targetParent(const QString &path)
{
    QStringList parts = path.split(u'/');
    parts.removeLast();
    if (parts.isEmpty())
        parts.append(QStringLiteral("."));
    return openBeneath(m_to.fd(), parts, O_RDONLY | O_DIRECTORY, shown(path));
}

Result<void> ManifestCopy::copyFile(const FolderManifest::Entry &entry, Descriptor from,
                                    Descriptor to)
{
    struct stat info = {};
    if (::fstat(from.fd(), &info) != 0 || !S_ISREG(info.st_mode))
        return changedError(shown(entry.path));
    const auto digest = copyBytes(from.fd(), to.fd(), shown(entry.path));
    if (!digest)
        return digest.error();
    if (*digest != entry.content)
        return changedError(shown(entry.path));
    if (::fchmod(to.fd(), mode_t(entry.mode)) != 0)
        return fileError(shown(entry.path), errno);
    if (entry.path.isEmpty() && ::fsync(to.fd()) != 0)
        return fileError(m_target, errno);
    return {};
}

Result<void> ManifestCopy::copyEntry(const FolderManifest::Entry &entry)
{
    const auto parent = targetParent(entry.path);
    if (!parent)
        return parent.error();
    const QByteArray name = QFile::encodeName(entry.path.section(u'/', -1));
    if (entry.type == FolderManifest::Type::Folder) {
        if (::mkdirat(parent->fd(), name.constData(), 0700) != 0)
            return fileError(shown(entry.path), errno);
        return {};
    }
    if (entry.type == FolderManifest::Type::Link) {
        if (::symlinkat(entry.content.toUtf8().constData(), parent->fd(), name.constData()) != 0)
            return fileError(shown(entry.path), errno);
        return {};
    }
    auto from = openBeneath(m_from.fd(), entry.path.split(u'/'), O_RDONLY, shown(entry.path));
    if (!from)
        return changedError(shown(entry.path));
    Descriptor to(
        ::openat(parent->fd(), name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!to.isOpen())
        return fileError(shown(entry.path), errno);
    return copyFile(entry, std::move(*from), std::move(to));
}

Result<void> ManifestCopy::finishFolder(const FolderManifest::Entry &entry)
{
    if (entry.path.isEmpty())
        return ::fchmod(m_to.fd(), mode_t(entry.mode)) == 0
                   ? Result<void>()
                   : Result<void>(fileError(m_target, errno));
    const auto folder =
        openBeneath(m_to.fd(), entry.path.split(u'/'), O_RDONLY | O_DIRECTORY, shown(entry.path));
    if (!folder)
        return folder.error();
    if (::fchmod(folder->fd(), mode_t(entry.mode)) != 0)
        return fileError(shown(entry.path), errno);
    return {};
}

Result<void> ManifestCopy::flush()
{
    // One flush of the file system instead of one for each file of what may be thousands.
    if (m_to.isOpen() && ::syncfs(m_to.fd()) != 0)
        return fileError(m_target, errno);
    return {};
}

} // namespace

Result<void> FolderManifest::copy(const QString &source, int folder, const QString &name,
                                  std::stop_token stop) const
{
    if (m_entries.isEmpty() || m_entries.first().type == Type::Link)
        return changedError(source);
    ManifestCopy copy(source, folder, name);
    if (auto started = copy.start(m_entries.first()); !started)
        return started;
    for (const Entry &entry : m_entries.mid(1)) {
        if (stop.stop_requested())
            return Error(QStringLiteral("manifest.stopped"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "The copying was stopped."));
        crashPoint("copy.entry");
        if (auto copied = copy.copyEntry(entry); !copied)
            return copied;
    }
    // Last and from the leaves: a folder that may not be written could not be filled.
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry) {
        if (entry->type != Type::Folder)
            continue;
        if (auto finished = copy.finishFolder(*entry); !finished)
            return finished;
    }
    return copy.flush();
}

} // namespace Slipway
