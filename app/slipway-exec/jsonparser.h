// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"

namespace Slipway::Exec {

/// Reads one JSON value; used once.
class JsonParser final
{
public:
    explicit JsonParser(std::string_view bytes) : m_bytes(bytes) {}
    std::optional<Json> parse();

private:
    std::optional<Json> value(int depth);
    std::optional<Json> object(int depth);
    std::optional<Json> array(int depth);
    std::optional<Json> number();
    std::optional<std::string> text();
    bool escape(std::string &out);
    std::optional<unsigned> hex4();
    bool codePoint(std::string &out);
    bool take(char c);
    bool takeWord(std::string_view word);
    void skipBlanks();

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

} // namespace Slipway::Exec
