// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <atomic>
#include <ctime>
#include <thread>

/// Measures how long the thread that it is made in leaves its event loop alone: a timer there
/// stamps the time, another thread looks how old the stamp becomes.
class StallWatch final
{
public:
    StallWatch();
    ~StallWatch();
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    /// The longest time without a stamp so far, less the timer's own interval.
    int longestMs() const { return m_longestMs; }
    /// The most that the thread itself worked between two stamps, in ms of its own processor time:
    /// what is left of a stall on a machine that has nothing else to do.
    int busiestMs() const { return m_busiestMs; }
    /// What the caller was doing then, as it last told by now().
    QString longestDuring() const;
    /// Names what is being done from now on; a constant.
    void now(const char *activity) { m_activity = activity; }
    /// Forgets what was measured so far.
    void clear();

private:
    void stamp();
    void look(const std::stop_token &stop);

    QTimer m_timer;
    clockid_t m_workClock; ///< processor time of the thread that is watched
    qint64 m_workMs;       ///< at the last stamp
    std::atomic<qint64> m_stampMs;
    std::atomic<int> m_longestMs = 0;
    std::atomic<int> m_busiestMs = 0;
    std::atomic<const char *> m_activity = "start";
    std::atomic<const char *> m_longestDuring = "start";
    std::jthread m_thread; // last: it uses what stands above
};
