// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QtGlobal>
#include <optional>
#include <utility>
#include <variant>

namespace Slipway {

/// A value or the error that stood in its way. The one way in which core reports failure:
/// nothing throws on purpose.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool isOk() const { return m_content.index() == 0; }
    explicit operator bool() const { return isOk(); }

    const T &value() const &
    {
        Q_ASSERT_X(isOk(), "Result::value", "asked for the value of an error");
        return std::get<0>(m_content);
    }
    T &value() &
    {
        Q_ASSERT_X(isOk(), "Result::value", "asked for the value of an error");
        return std::get<0>(m_content);
    }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T valueOr(T other) const { return isOk() ? std::get<0>(m_content) : std::move(other); }

    const Error &error() const
    {
        Q_ASSERT_X(!isOk(), "Result::error", "asked for the error of a value");
        return std::get<1>(m_content);
    }

private:
    std::variant<T, Error> m_content;
};

/// Success without a value, or an error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool isOk() const { return !m_error.has_value(); }
    explicit operator bool() const { return isOk(); }
    const Error &error() const
    {
        Q_ASSERT_X(!isOk(), "Result::error", "asked for the error of a success");
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace Slipway
