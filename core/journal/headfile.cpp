// SPDX-License-Identifier: MIT
#include "core/journal/headfile.h"

#include "core/journal/digests.h"

#include <QFile>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr int tries = 40;
constexpr useconds_t pauseUs = 50;
constexpr qint64 largest = 256;

/// The file that becomes the head by rename, locked for as long as this lives. Of those who
/// write at the same moment each waits its turn, and what a killed one left is used again.
class Draft final
{
public:
    explicit Draft(const QByteArray &name)
    {
        for (int i = 0; i < tries && m_fd < 0; ++i) {
            m_fd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
            if (m_fd < 0)
                return;
            if (isMine(name))
                return;
            ::close(m_fd);
            m_fd = -1;
            ::usleep(pauseUs);
        }
    }
    ~Draft()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Draft)

    bool isOpen() const { return m_fd >= 0; }
    bool write(const QByteArray &line) const
    {
        return ::ftruncate(m_fd, 0) == 0 &&
               ::pwrite(m_fd, line.constData(), size_t(line.size()), 0) == line.size();
    }

private:
    /// Locked, and nobody renamed it while we waited for the lock.
    bool isMine(const QByteArray &name) const
    {
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        struct stat here = {};
        struct stat there = {};
        return ::fcntl(m_fd, F_OFD_SETLK, &lock) == 0 && ::fstat(m_fd, &here) == 0 &&
               ::stat(name.constData(), &there) == 0 && here.st_ino == there.st_ino &&
               here.st_dev == there.st_dev;
    }

    int m_fd = -1;
};

} // namespace

void HeadFile::remember(const Event &event) const
{
    const QByteArray draftName = QFile::encodeName(m_folder + QLatin1String("/head.new"));
    const QByteArray name = QFile::encodeName(m_folder + QLatin1String("/head"));
    const Draft draft(draftName);
    if (!draft.isOpen())
        return;
    // Two appended at once: the later one may have been faster.
    if (const auto known = read(); known && known->number > event.number)
        return;
    // Not synced: an append must not pay for it, and after a power loss it only proves less.
    if (draft.write(QByteArray::number(event.number) + ' ' + event.hash.toLatin1() + '\n'))
        std::rename(draftName.constData(), name.constData());
}

std::optional<KnownHead> HeadFile::read() const
{
    QFile file(m_folder + QLatin1String("/head"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QList<QByteArray> words = file.read(largest).trimmed().split(' ');
    bool isNumber = false;
    const qint64 number = words.value(0).toLongLong(&isNumber);
    if (words.size() != 2 || !isNumber || number < 1 || !isHash(QString::fromLatin1(words[1])))
        return std::nullopt;
    return KnownHead{number, QString::fromLatin1(words[1])};
}

} // namespace Slipway
