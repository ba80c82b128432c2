// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/event.h"

#include <QString>
#include <optional>

namespace Slipway {

/// A point of a run's chain that somebody knows. Number 0: at whatever number.
struct KnownHead
{
    qint64 number = 0;
    QString hash;

    bool operator==(const KnownHead &) const = default;
};

/// What this machine last knew of a run, beside the journal and not in it: `runs/RUN/head`, one
/// line "NUMBER HASH". With it a journal whose tail was cut, or that was replaced by an older
/// copy, is recognised. Any process that appends writes it; the number only grows.
class HeadFile final
{
public:
    explicit HeadFile(const QString &runFolder) : m_folder(runFolder) {}

    /// Replaces the file by rename unless it knows more already. What stands in the way (no
    /// such folder, a full disk) is no error: it only proves less then.
    void remember(const Event &event) const;

    /// Nothing if there is no such file, or nothing in it that could be meant.
    std::optional<KnownHead> read() const;

private:
    QString m_folder;
};

} // namespace Slipway
