// SPDX-License-Identifier: MIT
#include "core/packages/tarreader.h"

#include <algorithm>

namespace Slipway {

namespace {

// The layout of a header block: POSIX.1-2017, pax, "ustar Interchange Format".
constexpr qint64 blockBytes = 512;
constexpr qsizetype nameAt = 0, nameBytes = 100;
constexpr qsizetype sizeAt = 124, sizeBytes = 12;
constexpr qsizetype checksumAt = 148, checksumBytes = 8;
constexpr qsizetype typeAt = 156;
constexpr qsizetype targetAt = 157, targetBytes = 100;
constexpr qsizetype magicAt = 257;
constexpr qsizetype prefixAt = 345, prefixBytes = 155;
constexpr qint64 longestExtension = 1024 * 1024;
constexpr qint64 largestSize = 1LL << 50U; // of a file; sums of more would overflow

Error damaged(const char *what)
{
    return {QStringLiteral("tar.damaged"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The archive cannot be read (%1). Make it again with docker save."),
            {QLatin1String(what)}};
}

Error limit(const char *what, qint64 most)
{
    return {QStringLiteral("tar.limit"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The archive has more %1 than are read from one archive (%2)."),
            {QLatin1String(what), QString::number(most)}};
}

QByteArray text(const QByteArray &block, qsizetype at, qsizetype bytes)
{
    const QByteArray field = block.mid(at, bytes);
    const qsizetype end = field.indexOf('\0');
    return end < 0 ? field : field.left(end);
}

/// Octal, or base 256 where the first bit is set (GNU). -1: neither, or negative.
qint64 number(const QByteArray &block, qsizetype at, qsizetype bytes)
{
    const auto first = static_cast<unsigned char>(block[at]);
    qint64 value = 0;
    if (first & 0x80U) {
        for (qsizetype i = 1; i < bytes; ++i) {
            if (value > (std::numeric_limits<qint64>::max() >> 8U))
                return -1;
            value = value * 256 + static_cast<unsigned char>(block[at + i]);
        }
        return first == 0x80U ? value : -1;
    }
    const QByteArray digits = text(block, at, bytes).trimmed();
    for (const char c : digits) {
        if (c < '0' || c > '7')
            return -1;
        value = value * 8 + (c - '0');
    }
    return value;
}

bool hasGoodChecksum(const QByteArray &block)
{
    qint64 asUnsigned = 0;
    qint64 asSigned = 0; // old archivers summed signed characters
    for (qsizetype i = 0; i < blockBytes; ++i) {
        const bool isChecksum = i >= checksumAt && i < checksumAt + checksumBytes;
        const char c = isChecksum ? ' ' : block[i];
        asUnsigned += static_cast<unsigned char>(c);
        asSigned += static_cast<signed char>(c);
    }
    const qint64 said = number(block, checksumAt, checksumBytes);
    return said == asUnsigned || said == asSigned;
}

QByteArray cleaned(QByteArray path)
{
    while (path.startsWith("./"))
        path.remove(0, 2);
    while (path.startsWith('/'))
        path.remove(0, 1);
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

TarEntry::Type typeOf(char kind)
{
    switch (kind) {
    case '0':
    case '\0':
    case '7':
        return TarEntry::Type::File;
    case '1':
        return TarEntry::Type::HardLink;
    case '2':
        return TarEntry::Type::Link;
    case '5':
        return TarEntry::Type::Folder;
    default:
        return TarEntry::Type::Other;
    }
}

bool isZero(const QByteArray &block)
{
    return std::all_of(block.begin(), block.end(), [](char c) { return c == '\0'; });
}

} // namespace

TarReader::TarReader(Wants wants, Take take) : TarReader(std::move(wants), std::move(take), {}) {}

TarReader::TarReader(Wants wants, Take take, const Limits &limits)
    : m_wants(std::move(wants)), m_take(std::move(take)), m_limits(limits)
{
}

Result<void> TarReader::feed(const QByteArray &bytes)
{
    m_total += bytes.size();
    if (m_total > m_limits.totalBytes)
        return limit("bytes", m_limits.totalBytes);
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype there = bytes.size() - at;
        if (m_state == State::End)
            return {};
        if (m_state == State::Header) {
            const qsizetype taken = std::min<qsizetype>(there, blockBytes - m_block.size());
            m_block.append(bytes.constData() + at, taken);
            at += taken;
            m_position += taken;
            if (m_block.size() < blockBytes)
                continue;
            if (auto read = header(); !read)
                return read;
            m_block.clear();
            continue;
        }
        qint64 &left = m_state == State::Data ? m_left : m_padding;
        const qsizetype taken = qsizetype(std::min<qint64>(there, left));
        if (m_state == State::Data && m_isKept)
            m_kept.append(bytes.constData() + at, taken);
        left -= taken;
        at += taken;
        m_position += taken;
        if (m_state == State::Data && m_left == 0)
            endOfData();
        if (m_state == State::Padding && m_padding == 0)
            m_state = State::Header;
    }
    return {};
}

qint64 TarReader::skip()
{
    if (m_state != State::Data || m_isKept)
        return 0;
    const qint64 skipped = std::exchange(m_left, 0);
    m_position += skipped;
    m_total += skipped;
    endOfData();
    return skipped;
}

Result<void> TarReader::finish() const
{
    const bool isAtEnd = m_state == State::End ||
                         (m_state == State::Header && m_block.isEmpty() && m_zeroBlocks > 0);
    if (isAtEnd)
        return {};
    return Error(QStringLiteral("tar.truncated"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The archive ends in the middle. Make it again, and check that "
                                   "the disk was not full."));
}

Result<void> TarReader::header()
{
    if (isZero(m_block)) {
        if (++m_zeroBlocks == 2)
            m_state = State::End;
        return {};
    }
    m_zeroBlocks = 0;
    if (!hasGoodChecksum(m_block))
        return damaged("checksum");
    TarEntry entry;
    entry.offset = m_position;
    m_kind = m_block[typeAt];
    entry.size = number(m_block, sizeAt, sizeBytes);
    if (entry.size < 0)
        return damaged("size");
    if (m_kind == 'S')
        return damaged("sparse");
    entry.type = typeOf(m_kind);
    entry.path = text(m_block, nameAt, nameBytes);
    entry.target = text(m_block, targetAt, targetBytes);
    const QByteArray prefix = text(m_block, prefixAt, prefixBytes);
    if (m_block.mid(magicAt, 6) == QByteArray("ustar\0", 6) && !prefix.isEmpty())
        entry.path = prefix + '/' + entry.path;
    return begin(std::move(entry));
}

Result<void> TarReader::begin(TarEntry entry)
{
    if (++m_entries > m_limits.entries)
        return limit("entries", m_limits.entries);
    m_kept.clear();
    if (entry.size > largestSize || m_paxSize > largestSize)
        return damaged("size");
    if (isExtension() || m_kind == 'g') {
        if (entry.size > longestExtension)
            return limit("bytes in a name", longestExtension);
        m_isKept = m_kind != 'g';
    } else {
        if (!m_longPath.isEmpty())
            entry.path = std::exchange(m_longPath, {});
        if (!m_longTarget.isEmpty())
            entry.target = std::exchange(m_longTarget, {});
        if (m_paxSize >= 0)
            entry.size = std::exchange(m_paxSize, -1);
        if (entry.path.size() > m_limits.pathBytes || entry.target.size() > m_limits.pathBytes)
            return limit("bytes in a name", m_limits.pathBytes);
        entry.path = cleaned(entry.path);
        // Links have a size in some archives, but never bytes.
        if (entry.type == TarEntry::Type::Link || entry.type == TarEntry::Type::HardLink)
            entry.size = 0;
        m_isKept = m_wants(entry) && entry.size <= m_limits.keptBytes;
    }
    m_entry = std::move(entry);
    m_left = m_entry.size;
    m_padding = (blockBytes - m_left % blockBytes) % blockBytes;
    m_state = State::Data;
    if (m_left == 0)
        endOfData();
    return {};
}

void TarReader::endOfData()
{
    m_state = m_padding > 0 ? State::Padding : State::Header;
    if (m_kind == 'L')
        m_longPath = m_kept.left(m_kept.indexOf('\0') < 0 ? m_kept.size() : m_kept.indexOf('\0'));
    else if (m_kind == 'K')
        m_longTarget = m_kept.left(m_kept.indexOf('\0') < 0 ? m_kept.size() : m_kept.indexOf('\0'));
    else if (m_kind == 'x')
        takePax(m_kept);
    else if (m_kind != 'g' && m_isKept)
        m_take(m_entry, m_kept);
    m_kept.clear();
}

/// Records of the form "LENGTH KEY=VALUE\n", where LENGTH counts the whole record.
void TarReader::takePax(const QByteArray &records)
{
    qsizetype at = 0;
    while (at < records.size()) {
        const qsizetype blank = records.indexOf(' ', at);
        const qsizetype length = blank < 0 ? 0 : records.mid(at, blank - at).toLongLong();
        if (blank < 0 || length <= blank - at || length > records.size() - at)
            return;
        const QByteArray record = records.mid(blank + 1, at + length - blank - 2);
        const qsizetype equals = record.indexOf('=');
        const QByteArray key = record.left(equals);
        const QByteArray value = record.mid(equals + 1);
        if (key == "path")
            m_longPath = value;
        else if (key == "linkpath")
            m_longTarget = value;
        else if (key == "size")
            m_paxSize = value.toLongLong();
        at += length;
    }
}

} // namespace Slipway
