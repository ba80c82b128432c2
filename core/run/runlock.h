// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Slipway {

/// The lock that makes one process the driver of a run: an open file description lock on
/// runs/RUN/driver.lock, which ends with the process however that ends.
class RunLock final
{
public:
    RunLock() = default;
    ~RunLock();
    RunLock(RunLock &&other) noexcept;
    RunLock &operator=(RunLock &&other) noexcept;

    /// "run.driven" if somebody has it, and still has it a second later.
    static Result<RunLock> take(const QString &runFolder);
    /// Whether somebody holds it, without touching it.
    static bool isHeld(const QString &runFolder);

    bool isTaken() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace Slipway
