// SPDX-License-Identifier: MIT
#include "core/run/runstarter.h"

#include "core/base/canonicaljson.h"
#include "core/base/crashpoint.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/checklist/lint.h"
#include "core/policy/policy.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/trust/truststore.h"

#include <QSysInfo>

namespace Slipway {

namespace {

constexpr int pageOfEvents = 1000;
constexpr int shortestPrefix = 4;

/// All documents that a run is pinned to, and the list of them.
Result<QString> storeBundle(const Bundle &bundle, const ObjectStore &objects)
{
    for (const IncludedFile &file : bundle.files) {
        if (const auto stored = objects.put(file.bytes); !stored)
            return stored;
    }
    return objects.put(bundle.lines());
}

/// path -> digest of the documents in a bundle.
Result<QMap<QString, QString>> readBundle(const QString &bundle, const ObjectStore &objects)
{
    const auto bytes = objects.read(bundle);
    if (!bytes)
        return bytes.error();
    QMap<QString, QString> digests;
    const QStringList lines = QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype space = line.lastIndexOf(u' ');
        digests.insert(line.left(space), line.mid(space + 1));
    }
    return digests;
}

/// Only what the run is pinned to.
Result<QByteArray> readPinned(const QString &path, const RunFold &run, const ObjectStore &objects)
{
    const auto digests = readBundle(run.bundle, objects);
    if (!digests)
        return digests.error();
    const QString digest = digests->value(path);
    if (!digest.isEmpty())
        return objects.read(digest);
    return Error(QStringLiteral("run.not-pinned"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The run %1 is pinned to no file %2, which its checklist "
                                   "includes."),
                 {run.id, path});
}

/// Says which gates nobody may skip, since a policy is there.
Result<void> guard(EventBody::NewRun &run, const Checklist &checklist, const RunServices &services)
{
    const auto policy = Policy::load(services.places.config());
    if (!policy)
        return policy.error();
    if (!*policy)
        return {};
    const auto digest = services.objects().put((*policy)->sealed());
    if (!digest)
        return digest.error();
    run.policy = *digest;
    const Catalogue catalogue = services.kinds->catalogue();
    for (const StepSpec &step : checklist.steps) {
        if (catalogue.value(step.uses).doer == Doer::Quorum)
            run.gates.append(step.id);
    }
    return {};
}

Result<void> makeFolders(const Places &places, const QString &id)
{
    for (const QString &folder : {places.run(id), places.workspace(id)}) {
        if (auto made = makePrivateFolder(folder); !made)
            return made;
    }
    return makePrivateFolder(places.run(id) + QLatin1String("/attempts"));
}

} // namespace

QString hostName()
{
    return QSysInfo::machineHostName();
}

Result<Checklist> loadChecklist(const QByteArray &bytes, const QString &file,
                                const Catalogue &catalogue)
{
    ReadChecklist read = readChecklist(bytes, file);
    if (!read.checklist)
        return read.errors.first();
    const QList<LintFinding> findings = lint(*read.checklist, catalogue);
    for (const LintFinding &finding : findings) {
        if (finding.severity == LintFinding::Severity::Error)
            return finding.problem;
    }
    return *read.checklist;
}

Result<Checklist> loadTrusted(const NewRunRequest &request, const RunServices &services)
{
    auto checklist = loadChecklist(request.checklist, request.file, services.kinds->catalogue());
    if (!checklist)
        return checklist;
    const auto trusted =
        TrustStore(services.places).check(Bundle::of(*checklist, request.checklist));
    return trusted ? checklist : Result<Checklist>(trusted.error());
}

Result<QString> createRun(const NewRunRequest &request, const RunServices &services)
{
    auto checklist = loadTrusted(request, services);
    if (!checklist)
        return checklist.error();
    auto inputs = resolveInputs(*checklist, request.inputs, true);
    if (!inputs)
        return inputs.error();
    if (const auto whole = settled(*checklist, *inputs); !whole)
        return whole.error();
    if (auto made = services.places.create(); !made)
        return made.error();
    auto bundle = storeBundle(Bundle::of(*checklist, request.checklist), services.objects());
    if (!bundle)
        return bundle.error();
    const QString id = newRunId();
    crashPoint("run.folders");
    if (auto made = makeFolders(services.places, id); !made)
        return made.error();
    EventBody::NewRun run{checklist->name,   request.file,      *bundle,
                          checklist->digest, *inputs,           hostName(),
                          request.continues, request.workspace, request.carried};
    if (auto guarded = guard(run, *checklist, services); !guarded)
        return guarded.error();
    const auto body = canonicalJson(EventBody::runCreated(run));
    if (!body)
        return body.error();
    auto appended = services.store->append(id, EventKind::runCreated, *body, 0);
    if (!appended)
        return appended.error();
    return id;
}

Result<RunFold> loadRun(Store &store, const QString &runId)
{
    RunFold run;
    while (true) {
        auto events = store.events(runId, run.lastNumber, pageOfEvents);
        if (!events)
            return events.error();
        for (const Event &event : *events)
            run.apply(event);
        if (events->size() < pageOfEvents)
            break;
    }
    if (run.lastNumber == 0) {
        if (auto head = store.head(runId); !head)
            return head.error();
    }
    return run;
}

Result<Checklist> pinnedChecklist(const RunFold &run, const ObjectStore &objects)
{
    auto bytes = objects.read(run.checklistDigest);
    if (!bytes)
        return bytes.error();
    ReadChecklist read = readChecklist(*bytes, run.checklistFile, [&](const QString &path) {
        return readPinned(path, run, objects);
    });
    if (!read.checklist)
        return read.errors.first();
    return settled(*read.checklist, run.inputs);
}

Result<QString> findRun(Store &store, const QString &text)
{
    const auto heads = store.heads();
    if (!heads)
        return heads.error();
    QStringList runs;
    for (const RunHead &head : *heads)
        runs.append(head.run);
    return runNamed(runs, text);
}

Result<QString> runNamed(const QStringList &runs, const QString &text)
{
    if (text == QLatin1String("last") && !runs.isEmpty())
        return runs.first();
    if (runs.contains(text))
        return text;
    QStringList matching;
    for (const QString &run : runs) {
        if (text.size() >= shortestPrefix && run.startsWith(text))
            matching.append(run);
    }
    if (matching.size() == 1)
        return matching.first();
    if (!matching.isEmpty())
        return Error(QStringLiteral("run.ambiguous"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 could be any of these runs: %2."),
                     {text, matching.join(QLatin1String(", "))});
    return Error(QStringLiteral("run.unknown"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "There is no run %1. `slipway runs` lists them; 4 characters of "
                                   "an id are enough."),
                 {text});
}

} // namespace Slipway
