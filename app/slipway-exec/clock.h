// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Slipway::Exec {

/// Milliseconds of a clock that nobody sets; for waiting.
inline long long steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Milliseconds since 1970, UTC; for people.
inline long long wallMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace Slipway::Exec
