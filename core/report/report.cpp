// SPDX-License-Identifier: MIT
#include "core/report/report.h"

#include "core/base/canonicaljson.h"
#include "core/base/clock.h"
#include "core/base/textdiff.h"
#include "core/run/runlock.h"
#include "core/run/runstarter.h"
#include "core/run/viewbuilder.h"
#include "core/run/viewtexts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Slipway::Reports {

namespace {

/// What a "changes" evidence says, with the texts of its files.
QByteArray diffOf(const QString &digest, const ObjectStore &objects)
{
    QByteArray all;
    const auto json = parseJsonObject(objects.read(digest).valueOr({}));
    const QJsonArray files = json ? json->value(QLatin1String("files")).toArray() : QJsonArray();
    for (const QJsonValue &file : files) {
        const QString path = file[QLatin1String("path")].toString();
        const auto textOf = [&](const char *side) {
            const QString name = file[QLatin1String(side)].toString();
            return name.isEmpty() ? QByteArray() : objects.read(name).valueOr({});
        };
        all += unifiedDiff(textOf("before"), textOf("after"), QLatin1String("a/") + path,
                           QLatin1String("b/") + path);
    }
    return all;
}

void addDiffs(Source &source, const StepView &step, const ObjectStore &objects)
{
    for (const EvidenceView &one : step.evidence) {
        const QString &digest = one.evidence.digest;
        if (one.evidence.type == QLatin1String("changes") && !digest.isEmpty() &&
            !source.diffs.contains(digest))
            source.diffs.insert(digest, diffOf(digest, objects));
    }
    for (const StepView &instance : step.instances)
        addDiffs(source, instance, objects);
}

QJsonValue timeJson(qint64 ms)
{
    return ms > 0 ? QJsonValue(isoTime(ms)) : QJsonValue(QJsonValue::Null);
}

QJsonArray evidenceJson(const QList<EvidenceView> &evidence)
{
    QJsonArray array;
    for (const EvidenceView &one : evidence)
        array.append(QJsonObject{{QStringLiteral("name"), one.evidence.name},
                                 {QStringLiteral("type"), one.evidence.type},
                                 {QStringLiteral("sha256"), one.evidence.digest},
                                 {QStringLiteral("note"), one.evidence.note}});
    return array;
}

QJsonObject gateJson(const GateView &gate)
{
    QJsonArray decisions;
    for (const DecisionView &decision : gate.decisions)
        decisions.append(QJsonObject{
            {QStringLiteral("by"), decision.author},
            {QStringLiteral("at"), timeJson(decision.time)},
            {QStringLiteral("decision"), decision.isWithdrawal ? QStringLiteral("withdraw")
                                         : decision.isApproval ? QStringLiteral("approve")
                                                               : QStringLiteral("reject")},
            {QStringLiteral("comment"), decision.comment},
            {QStringLiteral("counts"), decision.counts},
            {QStringLiteral("key"), decision.fingerprint},
            {QStringLiteral("refused"), decision.refused}});
    QJsonArray items;
    for (const GateItemView &item : gate.items)
        items.append(item.text);
    return {{QStringLiteral("quorum"), gate.quorum},
            {QStringLiteral("approvals"), gate.approvals},
            {QStringLiteral("openedAt"), timeJson(gate.openedAt)},
            {QStringLiteral("pack"), gate.packDigest},
            {QStringLiteral("policy"), gate.policyDigest},
            {QStringLiteral("byWhoRanIt"), gate.isByOwner},
            {QStringLiteral("items"), items},
            {QStringLiteral("evidence"), evidenceJson(gate.evidence)},
            {QStringLiteral("decisions"), decisions}};
}

QJsonObject stepJson(const StepView &step)
{
    QJsonArray instances;
    for (const StepView &instance : step.instances)
        instances.append(stepJson(instance));
    QJsonArray notes;
    for (const NoteView &note : step.notes)
        notes.append(QJsonObject{{QStringLiteral("at"), timeJson(note.time)},
                                 {QStringLiteral("by"), note.author},
                                 {QStringLiteral("what"), note.what}});
    QJsonObject json{{QStringLiteral("id"), step.id},
                     {QStringLiteral("instance"), step.instance},
                     {QStringLiteral("title"), step.title},
                     {QStringLiteral("kind"), step.kind},
                     {QStringLiteral("state"), stateName(step.state)},
                     {QStringLiteral("startedAt"), timeJson(step.startedAt)},
                     {QStringLiteral("finishedAt"), timeJson(step.finishedAt)},
                     {QStringLiteral("error"), step.errorText},
                     {QStringLiteral("skippedBecause"), step.skippedBecause},
                     {QStringLiteral("evidence"), evidenceJson(step.evidence)},
                     {QStringLiteral("notes"), notes},
                     {QStringLiteral("instances"), instances}};
    if (step.gate)
        json[QStringLiteral("gate")] = gateJson(*step.gate);
    return json;
}

} // namespace

Result<Source> read(const QString &run, const RunServices &services, const QString &language)
{
    const auto fold = loadRun(*services.store, run);
    const auto checklist =
        fold ? pinnedChecklist(*fold, services.objects()) : Result<Checklist>(fold.error());
    if (!checklist)
        return checklist.error();
    const auto verified = verifyRun(services.places, run);
    if (!verified)
        return verified.error();
    const Catalogue catalogue = services.kinds->catalogue();
    const NextSteps next = nextSteps(*fold, *checklist, catalogue);
    Source source;
    source.view = ViewBuilder({*fold,
                               *checklist,
                               catalogue,
                               next,
                               services.places,
                               {},
                               {},
                               false,
                               RunLock::isHeld(services.places.run(run)),
                               false,
                               {}},
                              language)
                      .build();
    source.verified = *verified;
    source.checklistFile = fold->checklistFile;
    source.checklistDigest = fold->checklistDigest;
    source.inputsDigest = fold->inputsDigest;
    source.policyDigest = fold->policy;
    source.host = fold->host;
    source.madeAt = services.clock->now();
    for (const StageView &stage : std::as_const(source.view.stages)) {
        for (const StepView &step : stage.steps)
            addDiffs(source, step, services.objects());
    }
    return source;
}

QByteArray json(const Source &source)
{
    QJsonArray stages;
    for (const StageView &stage : source.view.stages) {
        QJsonArray steps;
        for (const StepView &step : stage.steps)
            steps.append(stepJson(step));
        stages.append(QJsonObject{{QStringLiteral("name"), stage.name},
                                  {QStringLiteral("title"), stage.title},
                                  {QStringLiteral("steps"), steps}});
    }
    QJsonArray problems;
    for (const VerifyProblem &problem : source.verified.problems)
        problems.append(problem.what.message());
    return QJsonDocument(
               QJsonObject{{QStringLiteral("run"), source.view.id},
                           {QStringLiteral("checklist"), source.view.checklist},
                           {QStringLiteral("title"), source.view.title},
                           {QStringLiteral("state"), stateName(source.view.state)},
                           {QStringLiteral("author"), source.view.author},
                           {QStringLiteral("host"), source.host},
                           {QStringLiteral("startedAt"), timeJson(source.view.startedAt)},
                           {QStringLiteral("changedAt"), timeJson(source.view.changedAt)},
                           {QStringLiteral("madeAt"), timeJson(source.madeAt)},
                           {QStringLiteral("checklistSha256"), source.checklistDigest},
                           {QStringLiteral("inputsSha256"), source.inputsDigest},
                           {QStringLiteral("policySha256"), source.policyDigest},
                           {QStringLiteral("inputs"), Value(source.view.inputs).toJson()},
                           {QStringLiteral("stages"), stages},
                           {QStringLiteral("verified"),
                            QJsonObject{{QStringLiteral("ok"), source.verified.isWhole()},
                                        {QStringLiteral("events"), source.verified.events},
                                        {QStringLiteral("head"), source.verified.head.hash},
                                        {QStringLiteral("signatures"), source.verified.signatures},
                                        {QStringLiteral("problems"), problems}}}})
        .toJson();
}

} // namespace Slipway::Reports
