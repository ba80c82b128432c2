// SPDX-License-Identifier: MIT
#include "core/base/files.h"

#include "core/base/crashpoint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

/// Owns a descriptor.
class Descriptor final
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        done += written;
    }
    return true;
}

} // namespace

Error fileError(const QString &path, int errorNumber)
{
    const QString why = QString::fromLocal8Bit(std::strerror(errorNumber));
    if (errorNumber == ENOSPC || errorNumber == EDQUOT)
        return {QStringLiteral("file.disk-full"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "The disk is full: %1 could not be written. Make room, then "
                                  "resume."),
                {path}};
    return {
        QStringLiteral("file.failed"), QT_TRANSLATE_NOOP("Slipway::Error", "%1: %2."), {path, why}};
}

namespace {

Error unreadable(const QString &path, const QString &why)
{
    return {QStringLiteral("file.unreadable"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 could not be read: %2."),
            {path, why}};
}

/// Opens without waiting for whoever would write into a pipe, and looks at what was opened, so
/// that nothing can take the place of a regular file in between. Resources are the program's own.
Result<void> openRegular(const QString &path, QFile *file)
{
    if (path.startsWith(QLatin1String(":/"))) {
        file->setFileName(path);
        return file->open(QIODevice::ReadOnly) ? Result<void>()
                                               : unreadable(path, file->errorString());
    }
    const QByteArray name = QFile::encodeName(path);
    const auto notRegular = [&] {
        return Error(QStringLiteral("file.not-regular"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not a regular file."), {path});
    };
    if (name.contains('\0')) // the system would read up to it
        return unreadable(path, QString::fromLocal8Bit(std::strerror(EINVAL)));
    struct stat info = {};
    // To open a device may already do something.
    if (::stat(name.constData(), &info) == 0 && !S_ISREG(info.st_mode))
        return notRegular();
    const int fd = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return unreadable(path, QString::fromLocal8Bit(std::strerror(errno)));
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return notRegular();
    }
    return file->open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)
               ? Result<void>()
               : unreadable(path, file->errorString());
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    QFile file;
    if (auto opened = openRegular(path, &file); !opened)
        return opened.error();
    const QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return Error(QStringLiteral("file.too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is larger than %2 bytes."),
                     {path, QString::number(maxBytes)});
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    return bytes;
}

Result<void> syncFolder(const QString &path)
{
    const Descriptor folder(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::fsync(folder.fd()) != 0)
        return fileError(path, errno);
    return {};
}

QString temporaryName(const QString &name, const QString &writer)
{
    return name + QLatin1String(".slipway-") + writer;
}

Result<void> writeFileDurably(const QString &path, const QByteArray &bytes, int modeIfNew,
                              const QString &writer)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat old = {};
    const mode_t mode =
        ::stat(name.constData(), &old) == 0 ? old.st_mode & 07777 : mode_t(modeIfNew);
    const QString unique =
        writer.isEmpty() ? QString::number(QRandomGenerator::system()->generate64(), 36) : writer;
    const QByteArray temporary = QFile::encodeName(temporaryName(path, unique));
    if (!writer.isEmpty())
        ::unlink(temporary.constData());
    {
        const Descriptor file(::open(temporary.constData(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file.isOpen())
            return fileError(path, errno);
        if (!writeAll(file.fd(), bytes) || ::fchmod(file.fd(), mode) != 0 ||
            ::fsync(file.fd()) != 0) {
            const int problem = errno;
            ::unlink(temporary.constData());
            return fileError(path, problem);
        }
    }
    crashPoint("file.rename");
    if (::rename(temporary.constData(), name.constData()) != 0) {
        const int problem = errno;
        ::unlink(temporary.constData());
        return fileError(path, problem);
    }
    crashPoint("file.renamed");
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<void> makePrivateFolder(const QString &path)
{
    const QString parent = QFileInfo(path).absolutePath();
    if (parent != path && !QFileInfo::exists(parent)) {
        if (auto made = makePrivateFolder(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return fileError(path, errno);
    if (!QFileInfo(path).isDir())
        return fileError(path, ENOTDIR);
    return {};
}

} // namespace Slipway
