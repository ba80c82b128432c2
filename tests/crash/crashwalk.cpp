// SPDX-License-Identifier: MIT
#include "tests/crash/crashwalk.h"

#include <QMutex>
#include <QRandomGenerator>
#include <atomic>
#include <thread>

namespace {

constexpr int farthestSecond = 60;

/// Several threads that take numbers one after the other until the scenario has no more places.
class Walker final
{
public:
    Walker(const CrashScenario &scenario, const WalkPlan &plan)
        : m_scenario(scenario), m_plan(plan), m_next(plan.first)
    {
    }
    Walk walkAll();

private:
    void takeNumbers();
    void note(int n, const Disturbance &disturbance, const Journey &journey);

    const CrashScenario &m_scenario;
    const WalkPlan &m_plan;
    std::atomic<int> m_next;
    std::atomic<bool> m_isOver{false};
    QMutex m_mutex; // guards m_walk
    Walk m_walk;
};

void Walker::takeNumbers()
{
    while (!m_isOver) {
        const int n = m_next.fetch_add(m_plan.stride);
        const auto disturbance = m_plan.disturb(n);
        const Journey journey = travel(m_scenario, *disturbance, m_plan.mayFail);
        note(n, *disturbance, journey);
    }
}

void Walker::note(int n, const Disturbance &disturbance, const Journey &journey)
{
    const QMutexLocker lock(&m_mutex);
    ++m_walk.runs;
    m_walk.hits += disturbance.hits();
    m_walk.doubts += journey.doubts;
    m_walk.failures += journey.failures;
    m_walk.places = qMax(m_walk.places, disturbance.places());
    if (disturbance.hits() == 0)
        m_isOver = true;
    if (journey.wrongs.isEmpty())
        return;
    m_walk.wrongs.append(QStringLiteral("%1, from place %2 (%3): %4")
                             .arg(QLatin1String(m_scenario.name))
                             .arg(n)
                             .arg(disturbance.hitAt().join(QLatin1String(", ")),
                                  journey.wrongs.join(QLatin1String("; "))));
}

Walk Walker::walkAll()
{
    std::vector<std::jthread> pool;
    for (int i = 0; i < m_plan.threads; ++i)
        pool.emplace_back([this] { takeNumbers(); });
    pool.clear();
    return m_walk;
}

} // namespace

QString Walk::text() const
{
    return QStringLiteral("%1 places, %2 runs, %3 hits, %4 times stopped or failed, %5 settled")
        .arg(places)
        .arg(runs)
        .arg(hits)
        .arg(failures)
        .arg(doubts);
}

Walk walk(const CrashScenario &scenario, const WalkPlan &plan)
{
    return Walker(scenario, plan).walkAll();
}

int strideOr(int usual)
{
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("SLIPWAY_EVERY", &isGiven);
    return isGiven && given > 0 ? given : usual;
}

WalkPlan striding(quint32 seed, int stride)
{
    WalkPlan plan;
    plan.stride = strideOr(stride);
    plan.first = 1 + int(QRandomGenerator(seed).bounded(plan.stride));
    return plan;
}

WalkPlan killing(quint32 seed, int stride)
{
    WalkPlan plan = striding(seed, stride);
    plan.disturb = [seed](int n) {
        QRandomGenerator random(seed ^ quint32(n));
        return std::make_unique<Crash>(n, 1 + int(random.bounded(farthestSecond)));
    };
    return plan;
}

quint32 walkSeed()
{
    bool isGiven = false;
    quint32 seed = qEnvironmentVariable("SLIPWAY_SEED").toUInt(&isGiven);
    if (!isGiven)
        seed = QRandomGenerator::global()->generate();
    qInfo("SLIPWAY_SEED=%u replays this", seed);
    return seed;
}
