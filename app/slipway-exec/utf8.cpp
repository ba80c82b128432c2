// SPDX-License-Identifier: MIT
#include "utf8.h"

namespace Slipway::Exec {

namespace {

unsigned byteAt(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

/// Length of the valid sequence at that place (Unicode table 3-7); 0: none.
std::size_t sequenceLength(std::string_view bytes, std::size_t at)
{
    const unsigned lead = byteAt(bytes, at);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(bytes, at + i) & 0xc0) != 0x80)
            return 0;
    }
    const unsigned second = byteAt(bytes, at + 1);
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool outside = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);
    return overlong || outside ? 0 : length;
}

} // namespace

void appendUtf8(std::string &out, unsigned codePoint)
{
    const auto add = [&out](unsigned byte) { out += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        add(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        add(0xc0 | codePoint >> 6);
    } else {
        if (codePoint < 0x10000) {
            add(0xe0 | codePoint >> 12);
        } else {
            add(0xf0 | codePoint >> 18);
            add(0x80 | (codePoint >> 12 & 0x3f));
        }
        add(0x80 | (codePoint >> 6 & 0x3f));
    }
    add(0x80 | (codePoint & 0x3f));
}

std::string validUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0) {
            appendUtf8(out, 0xfffd);
            ++at;
        } else {
            out += bytes.substr(at, length);
            at += length;
        }
    }
    return out;
}

} // namespace Slipway::Exec
