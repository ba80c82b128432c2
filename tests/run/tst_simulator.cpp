// SPDX-License-Identifier: MIT
#include "tests/run/simulator/randomchecklist.h"
#include "tests/run/simulator/simulation.h"

#include <QTest>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace Slipway;

namespace {

constexpr quint64 histories = 100'000;

struct Played
{
    QString broken;
    qsizetype events = 0;
};

Checklist checklistOf(quint64 seed, QByteArray *text = nullptr)
{
    Random random(seed);
    const QByteArray bytes = randomChecklist(random);
    if (text)
        *text = bytes;
    const ReadChecklist read = readChecklist(bytes, QStringLiteral("x.checklist.yaml"));
    if (!read.checklist)
        qFatal("%s\n%s", bytes.constData(), qPrintable(read.errors.first().message()));
    return *read.checklist;
}

Played play(const Checklist &checklist, const Catalogue &catalogue, const Script &script,
            QStringList *lines = nullptr)
{
    Simulation simulation(checklist, catalogue);
    const QString broken = simulation.play(script, lines);
    return {broken, simulation.eventCount()};
}

/// Leaves out what can be left out while the same still breaks.
Script shrunk(const Checklist &checklist, const Catalogue &catalogue, Script script,
              const QString &broken)
{
    for (size_t length = script.turns.size(); length >= 1; length /= 2) {
        for (size_t start = 0; start < script.turns.size();) {
            Script shorter = script;
            const auto first = shorter.turns.begin() + qptrdiff(start);
            const auto last =
                shorter.turns.begin() + qptrdiff(std::min(start + length, script.turns.size()));
            shorter.turns.erase(first, last);
            if (play(checklist, catalogue, shorter).broken == broken)
                script = shorter;
            else
                start += length;
        }
    }
    return script;
}

/// Tells a history that broke, as short as it can be.
QString told(quint64 seed, const Catalogue &catalogue, bool mayShrink)
{
    QByteArray text;
    Script script = Script::ofSeed(seed);
    const Checklist checklist = checklistOf(script.checklist, &text);
    const QString broken = play(checklist, catalogue, script).broken;
    if (mayShrink && !broken.isEmpty())
        script = shrunk(checklist, catalogue, script, broken);
    QStringList lines;
    play(checklist, catalogue, script, &lines);
    return QStringLiteral("seed %1\n%2%3\nseed %1: %4\n")
        .arg(seed)
        .arg(QString::fromUtf8(text), lines.join(u'\n'),
             broken.isEmpty() ? QStringLiteral("all held") : broken);
}

} // namespace

/// Many short histories of runs in a made-up world. SLIPWAY_SEED=N tells one of them event by
/// event; SLIPWAY_HISTORIES=N plays another number of them, from SLIPWAY_FIRST_SEED on.
class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeedGivesTheSameHistory();
    void nothingBreaksInAnyHistory();
};

void TestSimulator::aSeedGivesTheSameHistory()
{
    const Catalogue catalogue = simulatedCatalogue();
    for (const quint64 seed : {7, 77, 777})
        QCOMPARE(told(seed, catalogue, false), told(seed, catalogue, false));
}

void TestSimulator::nothingBreaksInAnyHistory()
{
    const Catalogue catalogue = simulatedCatalogue();
    if (qEnvironmentVariableIsSet("SLIPWAY_SEED")) {
        const quint64 seed = qEnvironmentVariable("SLIPWAY_SEED").toULongLong();
        const QString history = told(seed, catalogue, true);
        std::fputs(qPrintable(history), stdout);
        QVERIFY(history.endsWith(QLatin1String("all held\n")));
        return;
    }
    const quint64 count = qEnvironmentVariableIsSet("SLIPWAY_HISTORIES")
                              ? qEnvironmentVariable("SLIPWAY_HISTORIES").toULongLong()
                              : histories;
    const quint64 first = qEnvironmentVariable("SLIPWAY_FIRST_SEED").toULongLong();
    constexpr quint64 block = 64; // histories of a few checklists
    std::atomic<quint64> next = first;
    std::atomic<qint64> events = 0;
    std::mutex mutex;
    QMap<QString, quint64> broken; // what, and its first seed
    const auto work = [&] {
        while (true) {
            const quint64 start = next.fetch_add(block);
            if (start >= first + count)
                return;
            Checklist checklist;
            quint64 known = ~quint64(0);
            for (quint64 seed = start; seed < qMin(start + block, first + count); ++seed) {
                const Script script = Script::ofSeed(seed);
                if (script.checklist != known)
                    checklist = checklistOf(script.checklist);
                known = script.checklist;
                const Played played = play(checklist, catalogue, script);
                events += played.events;
                if (played.broken.isEmpty())
                    continue;
                const std::scoped_lock lock(mutex);
                if (!broken.contains(played.broken) || broken[played.broken] > seed)
                    broken[played.broken] = seed;
            }
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < qMax(2U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
    qInfo("%llu histories, %lld events", count, static_cast<long long>(events.load()));
    for (auto each = broken.cbegin(); each != broken.cend(); ++each)
        qWarning("seed %llu: %s", each.value(), qPrintable(each.key()));
    if (!broken.isEmpty())
        std::fputs(qPrintable(told(broken.first(), catalogue, true)), stdout);
    QVERIFY2(broken.isEmpty(), "SLIPWAY_SEED=N tells the history of a seed");
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
