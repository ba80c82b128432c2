// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// The lock of an attempt's folder, which its supervisor holds as long as it lives. Belongs to
/// the open file (F_OFD_SETLK), so that asking never takes it and never loses it.
class AttemptLock final
{
public:
    explicit AttemptLock(const QString &folder);
    ~AttemptLock();
    Q_DISABLE_COPY_MOVE(AttemptLock)

    bool isOpen() const { return m_fd >= 0; }
    int openError() const { return m_error; }
    /// True if somebody else holds it.
    bool isHeld() const;
    /// Takes it without waiting; held until this object goes.
    bool take();

private:
    int m_fd = -1;
    int m_error = 0;
};

} // namespace Slipway
