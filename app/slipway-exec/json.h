// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace Slipway::Exec {

/// A JSON value: as much as spec.json, the secrets on standard input, `started` and
/// result.json need. Numbers are whole.
class Json final
{
public:
    using Array = std::vector<Json>;
    using Object = std::map<std::string, Json>;

    Json() = default;
    static Json flag(bool value) { return Json(Content(value)); }
    static Json number(long long value) { return Json(Content(value)); }
    static Json text(std::string value) { return Json(Content(std::move(value))); }
    static Json array(Array value) { return Json(Content(std::move(value))); }
    static Json object(Object value) { return Json(Content(std::move(value))); }

    /// Strict (RFC 8259, no fractions, at most 32 levels); nothing may follow the value.
    static std::optional<Json> parse(std::string_view bytes);
    /// One line; bytes that are no UTF-8 become U+FFFD.
    std::string dump() const;

    bool isObject() const { return std::holds_alternative<Object>(m_content); }
    /// The member of that name; null if there is none or this is no object.
    const Json &at(const std::string &key) const;
    const Array &items() const;
    const Object &members() const;
    const std::string &toText() const;
    long long toNumber(long long otherwise) const;
    bool toFlag() const;

private:
    using Content = std::variant<std::monostate, bool, long long, std::string, Array, Object>;
    explicit Json(Content content) : m_content(std::move(content)) {}

    Content m_content;
};

} // namespace Slipway::Exec
