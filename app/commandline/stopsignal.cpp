// SPDX-License-Identifier: MIT
#include "app/commandline/stopsignal.h"

#include <atomic>
#include <chrono>
#include <csignal>

namespace Slipway {

namespace {

using namespace std::chrono_literals;

// All that a handler may do safely is to leave a note.
std::atomic<bool> wasSignalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void onSignal(int signal)
{
    wasSignalled = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

StopSignal::StopSignal()
{
    wasSignalled = false;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    m_thread = std::jthread([this](const std::stop_token &end) { watch(end); });
}

StopSignal::~StopSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void StopSignal::watch(const std::stop_token &end)
{
    std::unique_lock lock(m_lock);
    while (!end.stop_requested()) {
        if (wasSignalled)
            m_stop.request_stop();
        m_wake.wait_for(lock, end, 50ms, [] { return false; });
    }
}

} // namespace Slipway
