// SPDX-License-Identifier: MIT
#include "core/steps/startedcontainers.h"

#include "core/steps/composeproject.h"
#include "core/steps/composeundo.h"

#include <QFileInfo>
#include <QThread>
#include <algorithm>

namespace Slipway {

namespace {

// What the engine was asked for last may appear after the program that asked is gone.
constexpr int mostLooks = 6;
constexpr int quietLooks = 2;
constexpr unsigned long betweenLooksMs = 300;

const QString effectLabel = QStringLiteral("slipway.effect");

/// Where the words of `run` begin; -1: it is no such program.
qsizetype runWord(const QStringList &argv)
{
    static const QStringList engines{QStringLiteral("docker"), QStringLiteral("podman")};
    if (argv.size() < 2 || !engines.contains(QFileInfo(argv.first()).fileName()))
        return -1;
    const qsizetype at = argv.at(1) == u"container" ? 2 : 1;
    return argv.value(at) == u"run" ? at : -1;
}

/// Repeats look, which says whether it found something to take away, until it finds nothing.
Result<void> untilQuiet(const std::function<Result<bool>()> &look)
{
    int quiet = 0;
    for (int i = 0; i < mostLooks && quiet < quietLooks; ++i) {
        if (i > 0)
            QThread::msleep(betweenLooksMs);
        const auto found = look();
        if (!found)
            return found.error();
        quiet = *found ? 0 : quiet + 1;
    }
    return {};
}

/// One that is gone by now is as good as one that was removed.
Result<void> removeOne(const DockerEngine &engine, const QString &id)
{
    const auto removed = engine.remove(id);
    if (removed || !engine.container(id))
        return {};
    return removed;
}

/// What this attempt made: new, and as the compose file said when it was planned.
bool isMade(const Container &container, const Intent &intent)
{
    if (intent.plan.data[QStringLiteral("action")].text() != u"up")
        return false;
    const bool isOneOff = container.labels.value(QStringLiteral("com.docker.compose.oneoff"))
                              .compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    const auto hashes = intent.plan.data[QStringLiteral("hashes")].map();
    const bool isKnown = hashes.isEmpty() || hashes.contains(container.service());
    const QStringList there = intent.plan.before[QStringLiteral("there")].texts();
    return !there.contains(container.id) && !isOneOff && isKnown && !isOtherwise(container, hashes);
}

bool didNotRun(const Container &container, const Value::List &before)
{
    return std::any_of(before.begin(), before.end(), [&container](const Value &old) {
        return old[QStringLiteral("id")].text() == container.id &&
               old[QStringLiteral("state")].text() != u"running";
    });
}

/// True: something was there to be taken back.
Result<bool> takeBackOnce(const Intent &intent, const StepContext &context)
{
    const Plan &plan = intent.plan;
    const DockerEngine engine = engineOf(context);
    const auto now = containersOf(plan.data[QStringLiteral("folder")].text(), {}, engine);
    if (!now)
        return now.error();
    bool hasFound = false;
    for (const Container &container : *now) {
        const bool isNew = isMade(container, intent);
        const bool isStarted =
            container.isRunning() &&
            didNotRun(container, plan.before[QStringLiteral("containers")].list());
        if (!isNew && !isStarted)
            continue;
        hasFound = true;
        if (const auto done = isNew ? removeOne(engine, container.id) : engine.stop(container.id);
            !done)
            return done.error();
    }
    return hasFound;
}

} // namespace

bool wasCutShort(const ProgramResult &result)
{
    return result.end == ProgramResult::End::Cancelled ||
           result.end == ProgramResult::End::TimedOut;
}

QStringList withEffectLabel(const QStringList &argv, const QString &effectKey)
{
    const qsizetype at = runWord(argv);
    if (at < 0)
        return argv;
    QStringList labelled = argv;
    labelled.insert(at + 1, QStringLiteral("--label"));
    labelled.insert(at + 2, effectLabel + u'=' + effectKey);
    return labelled;
}

Result<void> removeLabelled(const QStringList &argv, const StepContext &context)
{
    if (runWord(argv) < 0)
        return {};
    const DockerEngine engine(context.ask, argv.first());
    return untilQuiet([&]() -> Result<bool> {
        const auto found = engine.containers({{effectLabel, context.effectKey}});
        if (!found)
            return found.error();
        for (const Container &container : *found) {
            if (const auto removed = removeOne(engine, container.id); !removed)
                return removed.error();
        }
        return !found->isEmpty();
    });
}

Result<void> takeBackStarted(const Intent &intent, const StepContext &context)
{
    // Without that list, as of an older version, nobody knows what was there.
    if (!intent.plan.before.contains(QStringLiteral("there")))
        return {};
    const auto done = untilQuiet([&] { return takeBackOnce(intent, context); });
    return done ? removeNewNetworks(intent, context) : done;
}

} // namespace Slipway
