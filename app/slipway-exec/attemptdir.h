// SPDX-License-Identifier: MIT
#pragma once

#include "descriptor.h"

#include <optional>
#include <string>

namespace Slipway::Exec {

/// The attempt's folder, kept open, so that it stays the same one wherever it is moved.
class AttemptDir final
{
public:
    static std::optional<AttemptDir> open(const std::string &path, std::string &error);

    std::optional<std::string> read(const std::string &name) const;
    bool has(const std::string &name) const;
    /// Takes the lock without waiting; it is held as long as this object lives.
    bool lock();
    /// Says durably that programs may start from now on: boot id, pid, start time, host, time.
    bool writeStarted() const;
    /// A new file, open for writing, of mode 0600.
    Descriptor create(const std::string &name) const;
    bool rename(const std::string &from, const std::string &to) const;
    bool sync() const;
    /// Becomes readable when a file appears in the folder; not open if that is not to be had.
    const Descriptor &watch();
    void drainWatch() const;

private:
    explicit AttemptDir(Descriptor dir) : m_dir(std::move(dir)) {}

    Descriptor m_dir;
    Descriptor m_lock;
    Descriptor m_watch;
};

} // namespace Slipway::Exec
