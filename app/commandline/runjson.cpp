// SPDX-License-Identifier: MIT
#include "app/commandline/runjson.h"

#include "core/base/clock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace Slipway {

namespace {

QJsonValue timeOrNull(qint64 ms)
{
    return ms > 0 ? QJsonValue(isoTime(ms)) : QJsonValue(QJsonValue::Null);
}

struct Times
{
    qint64 started = 0;
    qint64 finished = 0;
};

Times timesOf(const RunFold &run, const InstanceFold &instance)
{
    Times times;
    if (const AttemptFold *attempt = run.latestAttempt(instance))
        times = {attempt->startedAt, attempt->endedAt};
    if (instance.gate)
        times = {instance.gate->openedAt, instance.gate->closedAt};
    if (instance.tickedAt > 0)
        times.finished = instance.tickedAt;
    if (instance.isSkipped)
        times.finished = instance.skippedAt;
    return times;
}

QJsonObject instanceJson(const RunFold &run, const NextSteps &next, const StepSpec &step,
                         const InstanceFold &instance, bool isForeach)
{
    const StepKey key{step.id, instance.name};
    const Times times = timesOf(run, instance);
    QJsonObject json{{QStringLiteral("id"), step.id},
                     {QStringLiteral("instance"),
                      isForeach ? QJsonValue(instance.name) : QJsonValue(QJsonValue::Null)},
                     {QStringLiteral("state"), stateName(visibleState(run, next, key))},
                     {QStringLiteral("attempts"), instance.attempts.size()},
                     {QStringLiteral("startedAt"), timeOrNull(times.started)},
                     {QStringLiteral("finishedAt"), timeOrNull(times.finished)},
                     {QStringLiteral("outputs"), Value(run.outputs(instance)).toJson()}};
    if (run.isWarned(instance))
        json[QStringLiteral("warning")] = run.warning(instance).message();
    return json;
}

/// A step that has no instances yet, or never will.
QJsonObject bareJson(const StepSpec &step, const StepFold &fold)
{
    const StepState state = fold.skippedBecause ? StepState::Skipped : StepState::Pending;
    return {{QStringLiteral("id"), step.id},
            {QStringLiteral("instance"), QJsonValue::Null},
            {QStringLiteral("state"), stateName(state)},
            {QStringLiteral("attempts"), 0},
            {QStringLiteral("startedAt"), QJsonValue::Null},
            {QStringLiteral("finishedAt"), timeOrNull(fold.skippedBecause ? fold.expandedAt : 0)},
            {QStringLiteral("outputs"), QJsonObject()}};
}

QString triesAgain(qint64 at)
{
    return fillPattern(
        QCoreApplication::translate("Slipway::Message",
                                    QT_TRANSLATE_NOOP("Slipway::Message", "Tries again at %1.")),
        {QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"))});
}

QString line(StepState state, const QString &title, const QString &tail)
{
    return QStringLiteral("%1 %2%3").arg(stateName(state).leftJustified(10), title, tail);
}

QString decisionLine(const GateFold &gate, const GateDecision &decision)
{
    const char *const pattern =
        !decision.refused.isEmpty() ? QT_TRANSLATE_NOOP("Slipway::Message", "refused: %1, %2")
        : decision.isWithdrawal     ? QT_TRANSLATE_NOOP("Slipway::Message", "taken back: %1, %2")
        : decision.isApproval       ? QT_TRANSLATE_NOOP("Slipway::Message", "approved: %1, %2")
                                    : QT_TRANSLATE_NOOP("Slipway::Message", "rejected: %1, %2");
    const QString who = gate.rule.isGiven ? gate.rule.nameOf(decision.person) : decision.author;
    QString text = fillPattern(QCoreApplication::translate("Slipway::Message", pattern),
                               {who, isoTime(decision.time)});
    if (!decision.fingerprint.isEmpty())
        text += u' ' + decision.fingerprint;
    if (!decision.comment.isEmpty())
        text += QStringLiteral(": ") + decision.comment.simplified();
    return text;
}

/// Who decided, with which key, and who is missing.
QString gateTail(const RunFold &run, const GateFold &gate)
{
    const QString indent = QStringLiteral("\n           ");
    QString tail;
    for (const GateDecision &decision : gate.decisions) {
        if (!decision.isFallen)
            tail += indent + decisionLine(gate, decision);
    }
    if (gate.isByOwner(run.author))
        tail += indent + QCoreApplication::translate(
                             "Slipway::Message",
                             QT_TRANSLATE_NOOP("Slipway::Message",
                                               "approved by the person who ran it; there was no "
                                               "policy"));
    if (!gate.isOpen() || !gate.rule.isGiven)
        return tail;
    QStringList missing = gate.rule.deciders();
    missing.removeIf([&](const QString &person) { return gate.decisionOf(person) != nullptr; });
    for (QString &person : missing)
        person = gate.rule.nameOf(person);
    return tail + indent +
           fillPattern(QCoreApplication::translate(
                           "Slipway::Message",
                           QT_TRANSLATE_NOOP("Slipway::Message", "%1 of %2 signed; may sign: %3")),
                       {QString::number(gate.approvals()), QString::number(gate.quorum),
                        missing.join(QLatin1String(", "))});
}

} // namespace

QJsonObject runJson(const RunFold &run, const Checklist &checklist, const NextSteps &next,
                    RunState state)
{
    QJsonArray steps;
    for (const StepSpec &step : checklist.steps) {
        const StepFold fold = run.steps.value(step.id);
        if (fold.instances.isEmpty())
            steps.append(bareJson(step, fold));
        for (const InstanceFold &instance : fold.instances)
            steps.append(instanceJson(run, next, step, instance, fold.isForeach));
    }
    QJsonObject json{{QStringLiteral("run"), run.id},
                     {QStringLiteral("checklist"), run.checklistName},
                     {QStringLiteral("state"), stateName(state)},
                     {QStringLiteral("steps"), steps}};
    if (!run.continues.isEmpty())
        json[QStringLiteral("continues")] = run.continues;
    if (!run.continuedBy.isEmpty())
        json[QStringLiteral("continuedBy")] = run.continuedBy;
    return json;
}

QJsonObject eventJson(const Event &event)
{
    return {{QStringLiteral("number"), event.number},
            {QStringLiteral("time"), isoTime(event.time)},
            {QStringLiteral("author"), event.author},
            {QStringLiteral("kind"), event.kind},
            {QStringLiteral("body"), event.json()}};
}

QStringList runLines(const RunFold &run, const Checklist &checklist, const NextSteps &next,
                     const QString &language)
{
    QStringList lines;
    for (const StepSpec &step : checklist.steps) {
        const StepFold fold = run.steps.value(step.id);
        const QString title = step.title.in(language);
        const QString name = QStringLiteral("  (%1)").arg(step.id);
        if (fold.instances.isEmpty())
            lines.append(
                line(fold.skippedBecause ? StepState::Skipped : StepState::Pending, title, name));
        for (const InstanceFold &instance : fold.instances) {
            const StepKey key{step.id, instance.name};
            const AttemptFold *attempt = run.latestAttempt(instance);
            QString tail = QStringLiteral("  (%1)").arg(key.text());
            if (attempt && attempt->endedAt > 0)
                tail += u' ' + shortDuration(attempt->endedAt - attempt->startedAt);
            if (attempt && attempt->outcome && !attempt->outcome->error.isEmpty())
                tail += QStringLiteral("\n           ") + attempt->outcome->error.translated();
            if (const qint64 at = run.retryAt(instance); at > 0)
                tail += QStringLiteral("\n           ") + triesAgain(at);
            if (instance.gate)
                tail += gateTail(run, *instance.gate);
            lines.append(line(visibleState(run, next, key), title, tail));
        }
    }
    return lines;
}

} // namespace Slipway
