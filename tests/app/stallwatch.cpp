// SPDX-License-Identifier: MIT
#include "tests/app/stallwatch.h"

#include <QString>
#include <chrono>
#include <pthread.h>

namespace {

constexpr int intervalMs = 5;

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

qint64 readMs(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

clockid_t workClockOfThisThread()
{
    clockid_t clock{};
    pthread_getcpuclockid(pthread_self(), &clock);
    return clock;
}

} // namespace

StallWatch::StallWatch()
    : m_workClock(workClockOfThisThread()), m_workMs(readMs(m_workClock)), m_stampMs(nowMs())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(intervalMs);
    QObject::connect(&m_timer, &QTimer::timeout, [this] { stamp(); });
    m_timer.start();
    m_thread = std::jthread([this](const std::stop_token &stop) { look(stop); });
}

StallWatch::~StallWatch() = default;

void StallWatch::stamp()
{
    const qint64 work = readMs(m_workClock);
    m_busiestMs = qMax(int(m_busiestMs), int(work - m_workMs));
    m_workMs = work;
    m_stampMs = nowMs();
}

void StallWatch::clear()
{
    stamp();
    m_longestMs = 0;
    m_busiestMs = 0;
}

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
