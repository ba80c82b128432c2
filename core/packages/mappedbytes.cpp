// SPDX-License-Identifier: MIT
#include "core/packages/mappedbytes.h"

namespace Slipway {

MappedBytes MappedBytes::of(const QByteArray &file, ByteRange range)
{
    MappedBytes mapped;
    mapped.m_text = range.of(file);
    mapped.m_quoted = QByteArray(range.size(), '\0');
    mapped.m_places.reserve(range.size());
    for (qsizetype i = range.begin; i < range.end; ++i)
        mapped.m_places.append({i, i + 1});
    return mapped;
}

void MappedBytes::append(char byte, ByteRange place, bool quoted)
{
    m_text.append(byte);
    m_places.append(place);
    m_quoted.append(quoted ? '\1' : '\0');
}

void MappedBytes::append(const MappedBytes &other)
{
    if (isEmpty()) {
        *this = other;
        return;
    }
    m_text += other.m_text;
    m_places += other.m_places;
    m_quoted += other.m_quoted;
    m_end = other.m_end;
}

MappedBytes MappedBytes::mid(qsizetype from, qsizetype length) const
{
    MappedBytes part;
    part.m_text = m_text.mid(from, length);
    part.m_places = m_places.mid(from, length);
    part.m_quoted = m_quoted.mid(from, length);
    if (from + part.size() == size())
        part.m_end = m_end;
    return part;
}

void MappedBytes::chop(qsizetype count)
{
    m_text.chop(count);
    m_places.resize(m_text.size());
    m_quoted.chop(count);
    m_end = -1;
}

qsizetype MappedBytes::endInFile() const
{
    if (m_end >= 0)
        return m_end;
    return m_places.isEmpty() ? 0 : m_places.last().end;
}

bool MappedBytes::isUnbroken(ByteRange range) const
{
    for (qsizetype i = range.begin; i < range.end; ++i) {
        if (m_places.at(i).size() != 1)
            return false;
        if (i > range.begin && m_places.at(i).begin != m_places.at(i - 1).end)
            return false;
    }
    return true;
}

ByteRange MappedBytes::inFile(ByteRange range) const
{
    return {m_places.at(range.begin).begin, m_places.at(range.end - 1).end};
}

} // namespace Slipway
