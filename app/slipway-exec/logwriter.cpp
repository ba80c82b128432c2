// SPDX-License-Identifier: MIT
#include "logwriter.h"

#include "clock.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace Slipway::Exec {

namespace {

constexpr long long blockBytes = 64 * 1024;
constexpr long long recordEveryMs = 100;
constexpr long long reservedBytes = 1024 * 1024;
constexpr long long flushEveryBytes = 8 * 1024 * 1024;

void appendLittleEndian(std::string &out, long long value)
{
    for (int shift = 0; shift < 64; shift += 8)
        out += static_cast<char>(value >> shift & 0xff);
}

/// In runs of a fixed length, which the compiler turns into a few instructions each.
long long lineEndsIn(std::string_view bytes)
{
    constexpr std::size_t run = 128;
    long long count = 0;
    for (; bytes.size() >= run; bytes.remove_prefix(run)) {
        unsigned char ends = 0;
        for (std::size_t i = 0; i < run; ++i)
            ends = static_cast<unsigned char>(ends + (bytes[i] == '\n' ? 1 : 0));
        count += ends;
    }
    return count + std::count(bytes.begin(), bytes.end(), '\n');
}

} // namespace

void LogWriter::fail(const char *what)
{
    if (!m_error.empty())
        return;
    m_errorNumber = errno;
    m_error = std::string(what) + ": " + std::strerror(m_errorNumber);
}

bool LogWriter::open(const AttemptDir &folder, long long maxBytes)
{
    m_maxBytes = maxBytes;
    m_log = folder.create("output.log");
    m_index = folder.create("output.index");
    if (!m_log.isOpen() || !m_index.isOpen()) {
        fail("output.log");
        return false;
    }
    // A full disk shows now, before anything runs; the file's size stays what was written.
    const long long room = std::clamp(maxBytes, 1LL, reservedBytes);
    if (::fallocate(m_log.fd(), FALLOC_FL_KEEP_SIZE, 0, room) != 0 && errno == ENOSPC) {
        fail("output.log");
        return false;
    }
    return true;
}

void LogWriter::record()
{
    const long long now = wallMs();
    const bool isDue = m_recordOffset < 0 || now - m_recordMs >= recordEveryMs ||
                       m_offset - m_recordOffset >= blockBytes;
    if (!isDue)
        return;
    appendLittleEndian(m_records, m_lines);
    appendLittleEndian(m_records, m_offset);
    appendLittleEndian(m_records, now);
    m_recordOffset = m_offset;
    m_recordMs = now;
}

void LogWriter::append(std::string_view bytes)
{
    const auto room = static_cast<std::size_t>(std::max(0LL, m_maxBytes - m_offset));
    const std::string_view kept = m_error.empty() ? bytes.substr(0, room) : std::string_view();
    m_dropped += static_cast<long long>(bytes.size() - kept.size());
    if (kept.empty())
        return;
    if (!writeAll(m_log.fd(), kept)) {
        fail("output.log");
        m_dropped += static_cast<long long>(kept.size());
        return;
    }
    for (std::size_t at = 0; at < kept.size(); at += blockBytes) {
        record();
        const std::string_view block = kept.substr(at, blockBytes);
        m_lines += lineEndsIn(block);
        m_offset += static_cast<long long>(block.size());
    }
    // After the bytes that they point at. The log is whole without its index: where that cannot
    // be written, it ends.
    if (!m_records.empty() && m_index.isOpen() && !writeAll(m_index.fd(), m_records))
        m_index.close();
    m_records.clear();
    flushSome();
}

/// Lets the disk begin with what is there, so that not all of it is left for the end. Without
/// waiting, and only a hint: close() makes it durable.
void LogWriter::flushSome()
{
    if (m_offset - m_flushed < flushEveryBytes)
        return;
    ::sync_file_range(m_log.fd(), m_flushed, m_offset - m_flushed, SYNC_FILE_RANGE_WRITE);
    m_flushed = m_offset;
}

void LogWriter::close()
{
    // Gives back the reserved room that was not used. An empty file has nothing to sync: its
    // name is made durable with that of the result. The log is whole without its index.
    if (::ftruncate(m_log.fd(), m_offset) != 0)
        fail("output.log");
    if (m_offset > 0 && ::fsync(m_log.fd()) != 0)
        fail("output.log");
    m_log.close();
    m_index.close();
}

} // namespace Slipway::Exec
