// SPDX-License-Identifier: MIT
#include "jsonparser.h"

#include "utf8.h"

#include <charconv>

namespace Slipway::Exec {

namespace {

constexpr int maxDepth = 32;

} // namespace

std::optional<Json> JsonParser::parse()
{
    std::optional<Json> result = value(0);
    skipBlanks();
    return m_at == m_bytes.size() ? result : std::nullopt;
}

void JsonParser::skipBlanks()
{
    while (m_at < m_bytes.size() && std::string_view(" \t\r\n").find(m_bytes[m_at]) != m_bytes.npos)
        ++m_at;
}

bool JsonParser::take(char c)
{
    skipBlanks();
    if (m_at >= m_bytes.size() || m_bytes[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool JsonParser::takeWord(std::string_view word)
{
    if (m_bytes.substr(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

std::optional<Json> JsonParser::value(int depth)
{
    skipBlanks();
    if (m_at >= m_bytes.size() || depth > maxDepth)
        return std::nullopt;
    switch (m_bytes[m_at]) {
    case '{':
        return object(depth);
    case '[':
        return array(depth);
    case '"':
        if (std::optional<std::string> read = text())
            return Json::text(std::move(*read));
        return std::nullopt;
    case 't':
        return takeWord("true") ? std::optional(Json::flag(true)) : std::nullopt;
    case 'f':
        return takeWord("false") ? std::optional(Json::flag(false)) : std::nullopt;
    case 'n':
        return takeWord("null") ? std::optional(Json()) : std::nullopt;
    default:
        return number();
    }
}

std::optional<Json> JsonParser::object(int depth)
{
    Json::Object members;
    take('{');
    if (take('}'))
        return Json::object({});
    do {
        skipBlanks();
        std::optional<std::string> key = text();
        if (!key || !take(':'))
            return std::nullopt;
        std::optional<Json> member = value(depth + 1);
        if (!member || !members.emplace(std::move(*key), std::move(*member)).second)
            return std::nullopt;
    } while (take(','));
    return take('}') ? std::optional(Json::object(std::move(members))) : std::nullopt;
}

std::optional<Json> JsonParser::array(int depth)
{
    Json::Array items;
    take('[');
    if (take(']'))
        return Json::array({});
    do {
        std::optional<Json> item = value(depth + 1);
        if (!item)
            return std::nullopt;
        items.push_back(std::move(*item));
    } while (take(','));
    return take(']') ? std::optional(Json::array(std::move(items))) : std::nullopt;
}

std::optional<Json> JsonParser::number()
{
    long long read = 0;
    const char *begin = m_bytes.data() + m_at;
    const char *end = m_bytes.data() + m_bytes.size();
    const auto [stop, failure] = std::from_chars(begin, end, read);
    if (failure != std::errc() || (stop != end && (*stop == '.' || *stop == 'e' || *stop == 'E')))
        return std::nullopt;
    m_at += static_cast<std::size_t>(stop - begin);
    return Json::number(read);
}

std::optional<std::string> JsonParser::text()
{
    std::string out;
    if (m_at >= m_bytes.size() || m_bytes[m_at++] != '"')
        return std::nullopt;
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        if (c == '"')
            return out;
        if (static_cast<unsigned char>(c) < 0x20)
            return std::nullopt;
        if (c != '\\')
            out += c;
        else if (!escape(out))
            return std::nullopt;
    }
    return std::nullopt;
}

bool JsonParser::escape(std::string &out)
{
    if (m_at >= m_bytes.size())
        return false;
    const char c = m_bytes[m_at++];
    if (c == 'u')
        return codePoint(out);
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const std::size_t index = names.find(c);
    if (index == names.npos)
        return false;
    out += meanings[index];
    return true;
}

std::optional<unsigned> JsonParser::hex4()
{
    unsigned read = 0;
    if (m_at + 4 > m_bytes.size())
        return std::nullopt;
    const char *begin = m_bytes.data() + m_at;
    const auto [stop, failure] = std::from_chars(begin, begin + 4, read, 16);
    if (failure != std::errc() || stop != begin + 4)
        return std::nullopt;
    m_at += 4;
    return read;
}

bool JsonParser::codePoint(std::string &out)
{
    const std::optional<unsigned> first = hex4();
    if (!first)
        return false;
    unsigned code = *first;
    if (code >= 0xd800 && code < 0xdc00) {
        const std::optional<unsigned> second = takeWord("\\u") ? hex4() : std::nullopt;
        if (!second || *second < 0xdc00 || *second > 0xdfff)
            return false;
        code = 0x10000 + ((code - 0xd800) << 10) + (*second - 0xdc00);
    } else if (code >= 0xdc00 && code < 0xe000) {
        return false;
    }
    appendUtf8(out, code);
    return true;
}

} // namespace Slipway::Exec
