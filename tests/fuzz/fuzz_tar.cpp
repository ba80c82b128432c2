// SPDX-License-Identifier: MIT
// An archive as an engine streams it, of an image that may hold anything: read at once and in
// pieces. The first byte says how long the pieces are.
#include "tests/fuzz/fuzz.h"

#include "core/packages/tarreader.h"

using namespace Slipway;

namespace {

struct Read
{
    QByteArrayList entries;
    QString end; ///< the code of the error
};

Read readTar(const QByteArray &archive, qsizetype piece)
{
    Read read;
    TarReader::Limits limits;
    limits.entries = 1000;
    limits.totalBytes = 1 << 20;
    limits.keptBytes = 4096;
    TarReader reader([](const TarEntry &) { return true; },
                     [&read](const TarEntry &entry, const QByteArray &bytes) {
                         Fuzz::mustHold(entry.size >= 0, "a size is none below zero");
                         Fuzz::mustHold(bytes.size() <= entry.size, "no more bytes than were said");
                         read.entries.append(QByteArray::number(int(entry.type)) + ' ' +
                                             entry.path + ' ' + entry.target + ' ' + bytes);
                     },
                     limits);
    for (qsizetype at = 0; at < archive.size(); at += piece) {
        const auto fed = reader.feed(archive.mid(at, piece));
        if (!fed) {
            read.end = fed.error().code();
            return read;
        }
    }
    const auto finished = reader.finish();
    if (!finished)
        read.end = finished.error().code();
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray archive = Fuzz::bytesOf(data + 1, size - 1);
    const Read whole = readTar(archive, qMax<qsizetype>(archive.size(), 1));
    const Read pieces = readTar(archive, 1 + data[0]);
    Fuzz::mustHold(whole.entries == pieces.entries && whole.end == pieces.end,
                   "an archive is the same in pieces");
    return 0;
}
