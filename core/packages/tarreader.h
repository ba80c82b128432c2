// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <functional>

namespace Slipway {

struct TarEntry
{
    enum class Type
    {
        File,
        Folder,
        Link,     ///< symbolic
        HardLink, ///< to a path of the same archive
        Other     ///< device, fifo
    };
    Type type = Type::File;
    QByteArray path;   ///< as it stands there, without "./" or "/" before and "/" behind
    QByteArray target; ///< of links, as it stands there
    qint64 size = 0;   ///< bytes that follow
    qint64 offset = 0; ///< of those bytes, from the archive's start
};

/// Reads a tar archive as it streams by (ustar, GNU long names, pax), keeping nothing but what
/// is asked for: an image may hold anything, and its archive is never unpacked to a disk. One
/// thread.
class TarReader
{
public:
    struct Limits
    {
        qint64 entries = 2'000'000;
        qint64 totalBytes = 20LL * 1024 * 1024 * 1024;
        qint64 keptBytes = 16 * 1024 * 1024; ///< of one file; a larger one is not kept
        int pathBytes = 4096;
    };
    /// Asked for each entry, also those too large to be kept: whether `take` is to get it.
    using Wants = std::function<bool(const TarEntry &)>;
    /// Gets the entries that were wanted, files with their bytes.
    using Take = std::function<void(const TarEntry &, const QByteArray &)>;

    TarReader(Wants wants, Take take);
    TarReader(Wants wants, Take take, const Limits &limits);

    /// The next bytes, any number. Codes: "tar.damaged" (no header where one must stand),
    /// "tar.limit" (more entries, bytes or longer names than are read). An error is final.
    Result<void> feed(const QByteArray &bytes);
    /// How many of the next bytes are not looked at: they count as fed, and whoever can jumps over
    /// them.
    qint64 skip();
    /// To be called after the last bytes; "tar.truncated" if the archive goes on.
    Result<void> finish() const;

private:
    enum class State
    {
        Header,
        Data,
        Padding,
        End
    };
    Result<void> header();
    Result<void> begin(TarEntry entry);
    void endOfData();
    void takePax(const QByteArray &records);
    bool isExtension() const { return m_kind == 'L' || m_kind == 'K' || m_kind == 'x'; }

    Wants m_wants;
    Take m_take;
    Limits m_limits;
    State m_state = State::Header;
    QByteArray m_block; ///< of a header that is not whole yet
    TarEntry m_entry;
    char m_kind = 0;
    bool m_isKept = false;
    QByteArray m_kept;
    qint64 m_left = 0;
    qint64 m_padding = 0;
    int m_zeroBlocks = 0;
    qint64 m_entries = 0;
    qint64 m_total = 0;
    qint64 m_position = 0; ///< of the header that is read, and behind it
    QByteArray m_longPath; ///< from a header of its own, for the next entry
    QByteArray m_longTarget;
    qint64 m_paxSize = -1;
};

} // namespace Slipway
