// SPDX-License-Identifier: MIT
#include "core/yaml/yamlbytes.h"

#include "core/yaml/yamlreader.h"

#include <QStringDecoder>
#include <algorithm>

namespace Slipway {

namespace {

/// The first byte that is not part of a well-formed character; -1 if all are.
qsizetype firstInvalid(const QByteArray &bytes)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = whole(bytes);
    if (!whole.hasError())
        return -1;
    qsizetype low = 0;
    qsizetype high = bytes.size();
    // A prefix is bad as soon as it holds the bad byte, so halving finds it. A decoder with a
    // state does not mind a character that the end of the prefix cuts.
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        QStringDecoder part(QStringDecoder::Utf8);
        const QString text = part(QByteArrayView(bytes).first(middle + 1));
        if (part.hasError())
            high = middle;
        else
            low = middle + 1;
    }
    return std::min(low, bytes.size() - 1);
}

/// Every byte that does not go on with a character begins one.
qsizetype charactersIn(QByteArrayView bytes)
{
    return std::count_if(bytes.begin(), bytes.end(),
                         [](char byte) { return (byte & 0xC0) != 0x80; });
}

// Columns are asked for at every value. Counting from the start of the line would take the
// square of a file's size if it is one long line, so what stands before each block is kept.
constexpr qsizetype blockBytes = 256;

bool isControl(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || code == 0x7f;
}

} // namespace

YamlBytes::YamlBytes(QByteArray bytes, QString file)
    : m_bytes(std::move(bytes)), m_file(std::move(file)), m_lineStarts{0}
{
    if (m_bytes.startsWith("\xEF\xBB\xBF"))
        m_bytes.remove(0, 3);
    if (m_bytes.size() > YamlLimits::bytes)
        return;
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (m_bytes[i] == '\n')
            m_lineStarts.append(i + 1);
    }
    qsizetype characters = 0;
    for (qsizetype start = 0; start <= m_bytes.size(); start += blockBytes) {
        m_charactersAt.append(characters);
        const qsizetype size = std::min(blockBytes, m_bytes.size() - start);
        characters += charactersIn(QByteArrayView(m_bytes).sliced(start, size));
    }
}

std::optional<Error> YamlBytes::problem() const
{
    if (m_bytes.size() > YamlLimits::bytes)
        return Error(QStringLiteral("yaml.too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The file has %1 bytes; at most %2 are read. Split it."),
                     {QString::number(m_bytes.size()), QString::number(YamlLimits::bytes)})
            .at(Place{m_file, 0, 0});
    if (const qsizetype offset = firstInvalid(m_bytes); offset >= 0)
        return Error(QStringLiteral("yaml.not-utf8"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "This is not UTF-8. Save the file as UTF-8."))
            .at(placeOf(offset));
    const auto control = std::find_if(m_bytes.cbegin(), m_bytes.cend(), isControl);
    if (control == m_bytes.cend())
        return {};
    return Error(QStringLiteral("yaml.control-character"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The control character %1 may not stand in a file. Remove it."),
                 {QStringLiteral("U+%1").arg(static_cast<unsigned char>(*control), 4, 16,
                                             QLatin1Char('0'))})
        .at(placeOf(control - m_bytes.cbegin()));
}

Place YamlBytes::placeAt(int line, int byteColumn) const
{
    return placeOf(offsetOf(line, byteColumn));
}

Place YamlBytes::placeOf(qsizetype offset) const
{
    const auto next = std::upper_bound(m_lineStarts.cbegin(), m_lineStarts.cend(), offset);
    const qsizetype line = next - m_lineStarts.cbegin(); // counted from 1
    const qsizetype start = m_lineStarts[line - 1];
    const qsizetype column = charactersBefore(offset) - charactersBefore(start);
    return {m_file, int(line), int(column) + 1};
}

qsizetype YamlBytes::charactersBefore(qsizetype offset) const
{
    const qsizetype block = offset / blockBytes;
    const qsizetype start = block * blockBytes;
    return m_charactersAt[block] +
           charactersIn(QByteArrayView(m_bytes).sliced(start, offset - start));
}

qsizetype YamlBytes::offsetOf(int line, int byteColumn) const
{
    if (line < 0)
        return 0;
    const qsizetype start = line < m_lineStarts.size() ? m_lineStarts[line] : m_bytes.size();
    return std::clamp<qsizetype>(start + byteColumn, 0, m_bytes.size());
}

char YamlBytes::byteAt(qsizetype offset) const
{
    return offset < m_bytes.size() ? m_bytes[offset] : '\0';
}

Place YamlBytes::blockTextPlace(qsizetype offset) const
{
    qsizetype next = m_bytes.indexOf('\n', offset);
    if (next < 0)
        return placeOf(offset);
    ++next;
    while (byteAt(next) == ' ')
        ++next;
    return placeOf(next);
}

} // namespace Slipway
