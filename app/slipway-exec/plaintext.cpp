// SPDX-License-Identifier: MIT
#include "plaintext.h"

namespace Slipway::Exec {

namespace {

/// Where the escape sequence that begins at `at` ends.
std::size_t escapeEnd(std::string_view text, std::size_t at)
{
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    std::size_t end = at + 2;
    if (kind == '[') {
        while (end < text.size() && (text[end] < 0x40 || text[end] > 0x7e))
            ++end;
        return end + 1;
    }
    if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
        while (end < text.size() && text[end] != '\a' && text[end] != '\x1b')
            ++end;
        return end < text.size() && text[end] == '\x1b' ? end + 2 : end + 1;
    }
    while (end <= text.size() && text[end - 1] >= 0x20 && text[end - 1] <= 0x2f)
        ++end;
    return end;
}

} // namespace

std::string withoutEscapes(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\x1b') {
            at = escapeEnd(text, at);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\b' && !out.empty())
            out.pop_back();
        else if ((byte >= 0x20 && byte != 0x7f) || c == '\t' || c == '\r')
            out += c;
        ++at;
    }
    return out;
}

} // namespace Slipway::Exec
