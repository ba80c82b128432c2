// SPDX-License-Identifier: MIT
#include "tests/app/stallwatch.h"

#include <QString>
#include <chrono>

namespace {

constexpr int intervalMs = 5;

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

StallWatch::StallWatch() : m_stampMs(nowMs())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(intervalMs);
    QObject::connect(&m_timer, &QTimer::timeout, [this] { m_stampMs = nowMs(); });
    m_timer.start();
    m_thread = std::jthread([this](const std::stop_token &stop) { look(stop); });
}

StallWatch::~StallWatch() = default;

QString StallWatch::longestDuring() const
{
    return QString::fromLatin1(m_longestDuring.load());
}

void StallWatch::look(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const int age = int(nowMs() - m_stampMs) - intervalMs;
        if (age > m_longestMs) {
            m_longestMs = age;
            m_longestDuring = m_activity.load();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}
