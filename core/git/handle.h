// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

namespace Slipway {

/// Owns an object of libgit2 and frees it with the function that belongs to it.
template <typename T, void (*free)(T *)>
class Handle final
{
public:
    Handle() = default;
    Handle(Handle &&other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    ~Handle()
    {
        if (m_object)
            free(m_object);
    }

    /// For the out parameter of the function that makes the object.
    T **out() { return &m_object; }
    T *get() const { return m_object; }

private:
    T *m_object = nullptr;
};

} // namespace Slipway
