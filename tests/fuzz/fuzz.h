// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What the fuzzer calls with each input; every file beside this has one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace Slipway::Fuzz {

/// What holds for every input. Where it does not, the fuzzer keeps the input and says so.
inline void mustHold(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// A copy whose end is the end of its memory, so that a read beyond it is seen.
inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// The parts of an input between lines of three percent signs.
inline QList<QByteArray> partsOf(const QByteArray &input)
{
    static const QByteArray mark("\n%%%\n");
    QList<QByteArray> parts;
    qsizetype begin = 0;
    for (qsizetype end = input.indexOf(mark); end >= 0; end = input.indexOf(mark, begin)) {
        parts.append(input.mid(begin, end + 1 - begin));
        begin = end + mark.size();
    }
    parts.append(input.mid(begin));
    return parts;
}

} // namespace Slipway::Fuzz
