// SPDX-License-Identifier: MIT
#include "core/process/secretforms.h"

#include <algorithm>
#include <cstdint>

namespace Slipway {

namespace {

using Forms = std::vector<std::string>;

constexpr std::size_t shortestSecret = 6;
constexpr std::size_t mostLines = 64; // of which each gets all its forms
constexpr std::string_view lowerDigits = "0123456789abcdef";
constexpr std::string_view upperDigits = "0123456789ABCDEF";

bool isOneOf(char character, std::string_view set)
{
    return set.find(character) != set.npos;
}

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

std::string hexOf(char c, std::string_view digits)
{
    const auto byte = static_cast<unsigned char>(c);
    return {digits[byte >> 4], digits[byte & 15]};
}

/// Lines of so many characters, as tools print what is long.
std::string wrapped(const std::string &text, std::size_t columns)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += columns)
        out += (at > 0 ? "\n" : "") + text.substr(at, columns);
    return out;
}

/// Base64 of the value as it shows inside a longer text, where `skew` bytes precede it in its
/// group of three: only the characters that depend on nothing but the value.
std::string base64Inside(const std::string &value, std::size_t skew, bool forUrls)
{
    constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const std::size_t bits = value.size() * 8;
    std::string out;
    for (std::size_t at = (6 - skew * 8 % 6) % 6; at + 6 <= bits; at += 6) {
        unsigned sextet = 0;
        for (std::size_t bit = at; bit < at + 6; ++bit)
            sextet =
                sextet << 1 | (static_cast<unsigned char>(value[bit / 8]) >> (7 - bit % 8) & 1U);
        const char last[] = {forUrls ? '-' : '+', forUrls ? '_' : '/'};
        out += sextet < 62 ? letters[sextet] : last[sextet - 62];
    }
    return out;
}

void addBase64(const std::string &value, Forms &forms)
{
    for (std::size_t skew = 0; skew < 3; ++skew) {
        forms.push_back(base64Inside(value, skew, false));
        forms.push_back(base64Inside(value, skew, true));
    }
    const std::string alone = base64Inside(value, 0, false);
    for (const std::size_t columns : {64, 76})
        forms.push_back(wrapped(alone, columns));
}

void addHex(const std::string &value, Forms &forms)
{
    for (const std::string_view digits : {lowerDigits, upperDigits}) {
        std::string together;
        std::string apart;
        for (const char c : value) {
            together += hexOf(c, digits);
            apart += (apart.empty() ? "" : " ") + hexOf(c, digits);
        }
        forms.push_back(together);
        forms.push_back(apart);
        forms.push_back(wrapped(together, 60));
    }
}

/// `kept`: what stays as it is besides letters and digits.
std::string percentEncoded(const std::string &value, std::string_view kept, std::string_view digits,
                           bool isForm)
{
    std::string out;
    for (const char c : value) {
        if (isPlain(c) || isOneOf(c, kept))
            out += c;
        else if (isForm && c == ' ')
            out += '+';
        else
            out += '%' + hexOf(c, digits);
    }
    return out;
}

void addUrls(const std::string &value, Forms &forms)
{
    for (const std::string_view digits : {upperDigits, lowerDigits}) {
        for (const std::string_view kept :
             {std::string_view("-._~"), std::string_view("-._~/"), std::string_view("-_.!~*'()"),
              std::string_view("-_.!~*'();/?:@&=+$,#")})
            forms.push_back(percentEncoded(value, kept, digits, false));
        forms.push_back(percentEncoded(value, "*-._", digits, true));
        forms.push_back(percentEncoded(value, "-._~", digits, true));
    }
}

std::string utf16Escape(std::uint32_t unit, std::string_view digits)
{
    std::string out = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[unit >> shift & 15];
    return out;
}

/// The character that begins at `at`, which is moved behind it; bytes that are no UTF-8 give
/// themselves.
std::uint32_t nextCharacter(const std::string &text, std::size_t &at)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byteAt(at++);
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    if (lead < 0x80 || more == 0 || at + static_cast<std::size_t>(more) > text.size())
        return lead;
    std::uint32_t code = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i)
        code = code << 6 | (byteAt(at++) & 0x3fU);
    return code;
}

struct JsonStyle
{
    std::string_view alsoEscaped; ///< as \u00xx
    bool escapesSlash = false;
    bool isAscii = false;
    std::string_view digits = lowerDigits;
};

std::string shortEscape(char c)
{
    constexpr std::string_view named = "\b\f\n\r\t\"\\";
    constexpr std::string_view letters = "bfnrt\"\\";
    const std::size_t at = named.find(c);
    return at == named.npos ? std::string() : std::string{'\\', letters[at]};
}

std::string jsonEscaped(const std::string &value, const JsonStyle &style)
{
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t start = at;
        const std::uint32_t code = nextCharacter(value, at);
        const char c = value[start];
        const std::string brief = code < 0x80 ? shortEscape(c) : std::string();
        if (!brief.empty())
            out += brief;
        else if (code < 0x80 && (isControl(c) || isOneOf(c, style.alsoEscaped)))
            out += utf16Escape(code, style.digits);
        else if (c == '/' && style.escapesSlash)
            out += "\\/";
        else if (code >= 0x10000 && style.isAscii)
            out += utf16Escape(0xd800 + ((code - 0x10000) >> 10), style.digits) +
                   utf16Escape(0xdc00 + ((code - 0x10000) & 0x3ff), style.digits);
        else if (code >= 0x80 && style.isAscii)
            out += utf16Escape(code, style.digits);
        else
            out.append(value, start, at - start);
    }
    return out;
}

void addJson(const std::string &value, Forms &forms)
{
    for (const std::string_view digits : {lowerDigits, upperDigits}) {
        for (const bool isAscii : {false, true}) {
            forms.push_back(jsonEscaped(value, {"", false, isAscii, digits}));
            forms.push_back(jsonEscaped(value, {"", true, isAscii, digits}));
            forms.push_back(jsonEscaped(value, {"<>&", false, isAscii, digits}));
            forms.push_back(jsonEscaped(value, {"<>&'", false, isAscii, digits}));
        }
    }
}

std::string replaced(const std::string &value, char what, std::string_view by)
{
    std::string out;
    for (const char c : value) {
        if (c == what)
            out += by;
        else
            out += c;
    }
    return out;
}

std::string backslashed(const std::string &value, std::string_view special)
{
    std::string out;
    for (const char c : value) {
        if (isOneOf(c, special))
            out += '\\';
        out += c;
    }
    return out;
}

void addShell(const std::string &value, Forms &forms)
{
    forms.push_back(replaced(value, '\'', "'\\''"));
    forms.push_back(replaced(value, '\'', "'\"'\"'"));
    forms.push_back(backslashed(value, "\"$`\\"));
    forms.push_back(backslashed(value, "\"$`\\!"));
    forms.push_back(backslashed(value, "'\\"));
    forms.push_back(backslashed(value, " !\"#$&'()*,;<=>?[\\]^`{|}~")); // printf %q
    forms.push_back(backslashed(value, " !\"$&'()*,;<>?[\\]^`{|}"));    // and in its middle
}

void addXml(const std::string &value, Forms &forms)
{
    std::string text = replaced(value, '&', "&amp;");
    text = replaced(replaced(text, '<', "&lt;"), '>', "&gt;");
    forms.push_back(text);
    text = replaced(text, '"', "&quot;");
    forms.push_back(text);
    for (const std::string_view quote : {"&#39;", "&#x27;", "&apos;"})
        forms.push_back(replaced(text, '\'', quote));
}

void addForms(const std::string &value, Forms &forms)
{
    if (value.size() < shortestSecret)
        return;
    forms.push_back(value);
    forms.emplace_back(value.rbegin(), value.rend());
    addBase64(value, forms);
    addHex(value, forms);
    addUrls(value, forms);
    addJson(value, forms);
    addShell(value, forms);
    addXml(value, forms);
}

std::vector<std::string> linesOf(const std::string &value)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        std::string line = value.substr(at, end - at);
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

} // namespace

std::vector<std::string> secretForms(const std::vector<std::string> &values)
{
    Forms forms;
    for (const std::string &value : values) {
        addForms(value, forms);
        const std::vector<std::string> lines = linesOf(value);
        for (std::size_t i = 0; lines.size() > 1 && i < lines.size(); ++i) {
            if (i < mostLines)
                addForms(lines[i], forms);
            else
                forms.push_back(lines[i]);
        }
    }
    std::erase_if(forms, [](const std::string &form) { return form.size() < shortestSecret; });
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

} // namespace Slipway
