// SPDX-License-Identifier: MIT
#include "core/process/attemptlock.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Slipway {

namespace {

struct flock wholeFile()
{
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return whole;
}

} // namespace

AttemptLock::AttemptLock(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/lock"));
    m_fd = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    m_error = m_fd < 0 ? errno : 0;
}

AttemptLock::~AttemptLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool AttemptLock::isHeld() const
{
    struct flock whole = wholeFile();
    return ::fcntl(m_fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

bool AttemptLock::take()
{
    struct flock whole = wholeFile();
    return ::fcntl(m_fd, F_OFD_SETLK, &whole) == 0;
}

} // namespace Slipway
