// SPDX-License-Identifier: MIT
#include "core/run/continuation.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/checklist/lint.h"
#include "core/run/carryrules.h"
#include "core/run/eventkinds.h"
#include "core/run/planner.h"
#include "core/run/runlock.h"
#include "core/run/runsummary.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 largestChecklist = 1024 * 1024 + 1;

Error continuedBy(const QString &run, const QString &other)
{
    return {
        QStringLiteral("run.continued"),
        QT_TRANSLATE_NOOP("Slipway::Error",
                          "The run %1 was continued by the run %2. Go on there: `slipway resume "
                          "%2`."),
        {run, other}};
}

/// A run that may be continued: nobody drives it, and nothing of it is at work.
Result<RunFold> loadIdle(const QString &id, const RunServices &services)
{
    auto run = loadRun(*services.store, id);
    if (!run)
        return run.error();
    if (!run->continuedBy.isEmpty())
        return continuedBy(id, run->continuedBy);
    if (run->isReadOnly)
        return Error(QStringLiteral("run.newer"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The run %1 was written by a newer Slipway and can only be "
                                       "looked at. Update this one to go on."),
                     {id});
    if (run->hasOpenAttempts())
        return Error(QStringLiteral("run.at-work"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A step of the run %1 is running or in doubt. Resume it and "
                                       "wait, cancel it, or settle it; then continue from it."),
                     {id});
    return run;
}

struct Crossing
{
    RunFold run;
    CarryRules::Document before;
    CarryRules::Document after;
};

Result<Crossing> planOf(const QString &id, const NewRunRequest &request,
                        const RunServices &services)
{
    auto run = loadIdle(id, services);
    if (!run)
        return run.error();
    auto before = pinnedChecklist(*run, services.objects());
    if (!before)
        return before.error();
    auto checklist = loadTrusted(request, services);
    if (!checklist)
        return checklist.error();
    const auto inputs = resolveInputs(*checklist, request.inputs, true);
    if (!inputs)
        return inputs.error();
    const Value::Map old = run->inputs;
    return Crossing{std::move(*run), {std::move(*before), old}, {std::move(*checklist), *inputs}};
}

Result<void> close(const RunFold &run, const QString &by, const RunServices &services)
{
    const auto body = canonicalJson(QJsonObject{{QStringLiteral("continuedBy"), by}});
    const auto appended =
        services.store->append(run.id, EventKind::runCancelled, body.valueOr("{}"), 0);
    if (!appended)
        return appended.error();
    RunFold closed = run;
    closed.apply(*appended);
    const auto checklist = pinnedChecklist(closed, services.objects());
    if (!checklist)
        return {}; // only the lists of home would need it
    const Catalogue catalogue = services.kinds->catalogue();
    [[maybe_unused]] const auto saved =
        services.store->setSummary(run.id, runSummary(closed, *checklist, catalogue, {},
                                                      runState(closed, *checklist, {}, false)));
    return {};
}

} // namespace

int CarryPreview::carried() const
{
    return int(std::count_if(steps.cbegin(), steps.cend(),
                             [](const CarryStep &step) { return step.isCarried; }));
}

Result<NewRunRequest> continuationRequest(const QString &run, const NewRunRequest &request,
                                          const RunServices &services)
{
    const auto old = loadIdle(run, services);
    if (!old)
        return old.error();
    NewRunRequest filled = request;
    if (filled.checklist.isEmpty()) {
        auto bytes = readFile(old->checklistFile, largestChecklist);
        if (!bytes)
            return bytes.error();
        filled.checklist = *bytes;
        filled.file = old->checklistFile;
    }
    const ReadChecklist read = readChecklist(filled.checklist, filled.file);
    if (!read.checklist)
        return read.errors.first();
    for (auto it = old->inputs.cbegin(); it != old->inputs.cend(); ++it) {
        if (read.checklist->input(it.key()) && !filled.inputs.contains(it.key()))
            filled.inputs.insert(it.key(), it.value());
    }
    return filled;
}

Result<CarryPreview> previewContinuation(const QString &run, const NewRunRequest &request,
                                         const RunServices &services)
{
    const auto plan = planOf(run, request, services);
    if (!plan)
        return plan.error();
    const Catalogue catalogue = services.kinds->catalogue();
    return CarryPreview{
        run, CarryRules(plan->run, plan->before, plan->after, catalogue).steps(), request, {}};
}

Result<QString> continueRun(const QString &run, const NewRunRequest &request,
                            const RunServices &services)
{
    // Nobody drives the old one until it is closed.
    const auto lock = RunLock::take(services.places.run(run));
    if (!lock)
        return lock.error();
    const auto plan = planOf(run, request, services);
    if (!plan)
        return plan.error();
    const Catalogue catalogue = services.kinds->catalogue();
    NewRunRequest continuing = request;
    continuing.continues = run;
    continuing.workspace = plan->run.workspaceRun();
    continuing.carried = CarryRules(plan->run, plan->before, plan->after, catalogue).body();
    auto id = createRun(continuing, services);
    if (!id)
        return id;
    if (auto closed = close(plan->run, *id, services); !closed)
        return closed.error();
    return id;
}

Result<void> settleContinuation(const RunFold &run, const RunServices &services)
{
    if (!run.continuedBy.isEmpty())
        return continuedBy(run.id, run.continuedBy);
    if (run.continues.isEmpty())
        return {};
    const auto old = loadRun(*services.store, run.continues);
    if (!old) // it is not in this journal: nobody can drive it here
        return old.error().code() == QLatin1String("journal.unknown-run") ? Result<void>()
                                                                          : old.error();
    if (old->continuedBy == run.id)
        return {};
    if (!old->continuedBy.isEmpty())
        return continuedBy(old->id, old->continuedBy);
    const auto lock = RunLock::take(services.places.run(old->id));
    if (!lock)
        return lock.error();
    const auto idle = loadIdle(old->id, services);
    return idle ? close(*idle, run.id, services) : Result<void>(idle.error());
}

} // namespace Slipway
