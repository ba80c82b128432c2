// SPDX-License-Identifier: MIT
#include "json.h"

#include "jsonparser.h"
#include "utf8.h"

#include <cstdio>

namespace Slipway::Exec {

namespace {

void appendQuoted(std::string &out, const std::string &text)
{
    out += '"';
    for (const char c : validUtf8(text)) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace

std::optional<Json> Json::parse(std::string_view bytes)
{
    return JsonParser(bytes).parse();
}

std::string Json::dump() const
{
    std::string out;
    if (const auto *flag = std::get_if<bool>(&m_content)) {
        out = *flag ? "true" : "false";
    } else if (const auto *number = std::get_if<long long>(&m_content)) {
        out = std::to_string(*number);
    } else if (const auto *text = std::get_if<std::string>(&m_content)) {
        appendQuoted(out, *text);
    } else if (const auto *array = std::get_if<Array>(&m_content)) {
        for (const Json &item : *array)
            out += (out.empty() ? "[" : ",") + item.dump();
        out += out.empty() ? "[]" : "]";
    } else if (const auto *object = std::get_if<Object>(&m_content)) {
        for (const auto &[key, value] : *object) {
            out += out.empty() ? "{" : ",";
            appendQuoted(out, key);
            out += ":" + value.dump();
        }
        out += out.empty() ? "{}" : "}";
    } else {
        out = "null";
    }
    return out;
}

const Json &Json::at(const std::string &key) const
{
    static const Json null;
    const Object &all = members();
    const auto found = all.find(key);
    return found == all.end() ? null : found->second;
}

const Json::Array &Json::items() const
{
    static const Array none;
    const auto *array = std::get_if<Array>(&m_content);
    return array ? *array : none;
}

const Json::Object &Json::members() const
{
    static const Object none;
    const auto *object = std::get_if<Object>(&m_content);
    return object ? *object : none;
}

const std::string &Json::toText() const
{
    static const std::string none;
    const auto *text = std::get_if<std::string>(&m_content);
    return text ? *text : none;
}

long long Json::toNumber(long long otherwise) const
{
    const auto *number = std::get_if<long long>(&m_content);
    return number ? *number : otherwise;
}

bool Json::toFlag() const
{
    const auto *flag = std::get_if<bool>(&m_content);
    return flag && *flag;
}

} // namespace Slipway::Exec
