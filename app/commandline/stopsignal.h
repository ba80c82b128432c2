// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace Slipway {

/// While it lives, the first Ctrl-C (or SIGTERM) asks what holds its token to stop and to clean up
/// after itself; the second ends the program as ever. One at a time.
class StopSignal final
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch(const std::stop_token &end);

    std::stop_source m_stop;
    std::mutex m_lock;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace Slipway
