// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sha256.h"

#include <QFile>
#include <mutex>
#include <optional>
#include <stop_token>

namespace Slipway {

/// The SHA-256 of a file to which somebody only adds, found while it grows, so that little is left
/// to do at its end. Any thread.
class GrowingDigest final
{
public:
    struct Whole
    {
        qint64 size = 0;
        QString digest;
    };

    explicit GrowingDigest(const QString &path) : m_file(path) {}

    /// Takes up what is there now, unless it is told to stop. Gives the bytes taken so far.
    qint64 follow(const std::stop_token &stop);
    /// Of the file as it is now, to which nobody adds any more; nothing if it cannot be read. Once.
    std::optional<Whole> finish();

private:
    bool take(const std::stop_token &stop);

    std::mutex m_mutex;
    QFile m_file;
    Sha256 m_hash;
    qint64 m_size = 0;
};

} // namespace Slipway
