// SPDX-License-Identifier: MIT
#include "core/packages/gunzip.h"

#include <zlib.h>

namespace Slipway {

namespace {

constexpr qsizetype pieceBytes = 256 * 1024;
constexpr int gzipWindow = 15 + 16; // the largest window, in gzip's wrapping

Error damaged()
{
    return {QStringLiteral("gzip.damaged"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "A layer of the archive cannot be unpacked. Make the archive again, "
                              "and check that the disk was not full.")};
}

} // namespace

Gunzip::Gunzip(Take take) : m_take(std::move(take)), m_stream(std::make_unique<z_stream>())
{
    m_isReady = inflateInit2(m_stream.get(), gzipWindow) == Z_OK;
}

Gunzip::~Gunzip()
{
    if (m_isReady)
        inflateEnd(m_stream.get());
}

Result<void> Gunzip::feed(const QByteArray &bytes)
{
    if (!m_isReady)
        return damaged();
    QByteArray in = bytes;
    m_stream->next_in = reinterpret_cast<Bytef *>(in.data());
    m_stream->avail_in = uInt(in.size());
    while (m_stream->avail_in > 0 || m_stream->avail_out == 0) {
        if (m_isAtEnd) { // another member follows, as parallel packers write them
            if (m_stream->avail_in == 0 || inflateReset(m_stream.get()) != Z_OK)
                break;
            m_isAtEnd = false;
        }
        QByteArray out(pieceBytes, Qt::Uninitialized);
        m_stream->next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream->avail_out = uInt(out.size());
        const int state = inflate(m_stream.get(), Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return damaged();
        out.chop(qsizetype(m_stream->avail_out));
        if (!out.isEmpty()) {
            if (auto taken = m_take(out); !taken)
                return taken;
        }
        m_isAtEnd = state == Z_STREAM_END;
        if (state == Z_BUF_ERROR)
            break;
    }
    return {};
}

Result<void> Gunzip::finish() const
{
    return m_isAtEnd ? Result<void>() : Result<void>(damaged());
}

} // namespace Slipway
