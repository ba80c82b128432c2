// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/requirement.h"

#include <QByteArray>
#include <QList>

namespace Slipway {

/// A text as a program reads it (joined over line ends, unquoted, unescaped) of which every
/// byte knows the bytes of the file that it came from. What lets an editor read a file the
/// way its program does and still change nothing but the bytes of a version.
class MappedBytes
{
public:
    MappedBytes() = default;
    /// The bytes of that range of a file, each standing for itself.
    static MappedBytes of(const QByteArray &file, ByteRange range);

    /// Adds one byte that stands at that range of the file; quoted: inside shell quotes.
    void append(char byte, ByteRange place, bool quoted = false);
    void append(const MappedBytes &other);
    MappedBytes mid(qsizetype from, qsizetype length = -1) const;
    void chop(qsizetype count);

    const QByteArray &text() const { return m_text; }
    qsizetype size() const { return m_text.size(); }
    bool isEmpty() const { return m_text.isEmpty(); }
    char at(qsizetype index) const { return m_text.at(index); }
    ByteRange place(qsizetype index) const { return m_places.at(index); }
    bool isQuoted(qsizetype index) const { return m_quoted.at(index) != 0; }

    /// Where the whole text ends in the file, a closing quote included if it was said.
    qsizetype endInFile() const;
    void setEndInFile(qsizetype end) { m_end = end; }

    /// True if these bytes stand in the file one after another and as themselves.
    bool isUnbroken(ByteRange range) const;
    /// The file's bytes for a range that is not empty.
    ByteRange inFile(ByteRange range) const;

private:
    QByteArray m_text;
    QList<ByteRange> m_places;
    QByteArray m_quoted;
    qsizetype m_end = -1;
};

} // namespace Slipway
