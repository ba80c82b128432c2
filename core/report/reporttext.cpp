// SPDX-License-Identifier: MIT
// The words of a report, for people.
#include "core/base/clock.h"
#include "core/report/document.h"
#include "core/report/report.h"
#include "core/run/viewtexts.h"

#include <QLocale>

namespace Slipway::Reports {

namespace {

/// Every step, and the instances of those that have some.
QList<const StepView *> stepsOf(const StageView &stage)
{
    QList<const StepView *> steps;
    for (const StepView &step : stage.steps) {
        if (step.instances.isEmpty())
            steps.append(&step);
        for (const StepView &instance : step.instances)
            steps.append(&instance);
    }
    return steps;
}

QString titleOf(const StepView &step)
{
    return step.instance.isEmpty() ? step.title
                                   : QStringLiteral("%1 · %2").arg(step.title, step.instance);
}

QString durationOf(const StepView &step)
{
    const bool isOver = step.startedAt > 0 && step.finishedAt >= step.startedAt;
    return isOver ? shortDuration(step.finishedAt - step.startedAt) : QString();
}

void describeRun(const Source &source, Document &document)
{
    const RunView &view = source.view;
    document.heading(1, view.title);
    QList<QStringList> rows{
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Run")), view.id},
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "State")), stateName(view.state)},
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Started by")),
         view.author + u'@' + source.host},
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Started")), isoTime(view.startedAt)},
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Last event")), isoTime(view.changedAt)},
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Checklist")), source.checklistFile},
        {QStringLiteral("SHA-256"), source.checklistDigest}};
    rows.append(
        {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Policy")),
         source.policyDigest.isEmpty()
             ? viewText(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "There was none: the user of the machine may approve."))
             : source.policyDigest});
    document.table({}, rows);
    QList<QStringList> inputs;
    for (auto it = view.inputs.cbegin(); it != view.inputs.cend(); ++it)
        inputs.append({it.key(), it->display()});
    if (inputs.isEmpty())
        return;
    document.heading(2, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Inputs")));
    document.table({}, inputs);
}

void describeProof(const Source &source, Document &document)
{
    const VerifyReport &verified = source.verified;
    document.heading(2, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Proof")));
    document.table(
        {}, {{viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Journal")),
              verified.isWhole() ? viewText(QT_TRANSLATE_NOOP("Slipway::Message", "whole"))
                                 : viewText(QT_TRANSLATE_NOOP("Slipway::Message", "not whole"))},
             {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Events")),
              QString::number(verified.events)},
             {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Last event")), verified.head.hash},
             {viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Signatures that hold")),
              QString::number(verified.signatures)}});
    for (const VerifyProblem &problem : verified.problems)
        document.paragraph(problem.what.translated());
}

void describeGate(const StepView &step, Document &document)
{
    const GateView &gate = *step.gate;
    document.heading(3, titleOf(step));
    document.paragraph(
        fillPattern(viewText(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "%1 of %2 approved. Evidence %3, opened %4.")),
                    {QString::number(gate.approvals), QString::number(gate.quorum), gate.packDigest,
                     isoTime(gate.openedAt)}));
    if (gate.isByOwner)
        document.paragraph(viewText(
            QT_TRANSLATE_NOOP("Slipway::Message", "It was approved by the person who ran it.")));
    QList<QStringList> rows;
    for (const DecisionView &decision : gate.decisions) {
        const QString what =
            !decision.refused.isEmpty() ? viewText(QT_TRANSLATE_NOOP("Slipway::Message", "refused"))
            : decision.isWithdrawal ? viewText(QT_TRANSLATE_NOOP("Slipway::Message", "taken back"))
            : decision.isApproval   ? viewText(QT_TRANSLATE_NOOP("Slipway::Message", "approved"))
                                    : viewText(QT_TRANSLATE_NOOP("Slipway::Message", "rejected"));
        rows.append({decision.author,
                     decision.counts ? what
                                     : fillPattern(viewText(QT_TRANSLATE_NOOP(
                                                       "Slipway::Message", "%1, does not count")),
                                                   {what}),
                     isoTime(decision.time), decision.fingerprint,
                     decision.refused.isEmpty() ? decision.comment : decision.refused});
    }
    if (!rows.isEmpty())
        document.table({viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Who")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Decision")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "When")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Key")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Comment"))},
                       rows);
    QList<QStringList> items;
    for (const GateItemView &item : gate.items) {
        QStringList proofs;
        for (const EvidenceView &one : item.evidence)
            proofs.append(QStringLiteral("%1: %2").arg(one.stepTitle, one.title));
        items.append({item.text, proofs.join(QLatin1String(", "))});
    }
    if (!items.isEmpty())
        document.table({viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Item that was ticked")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Evidence"))},
                       items);
}

void describeGates(const Source &source, Document &document)
{
    bool isFirst = true;
    for (const StageView &stage : source.view.stages) {
        const QList<const StepView *> steps = stepsOf(stage);
        for (const StepView *step : steps) {
            if (!step->gate || step->gate->openedAt == 0)
                continue;
            if (isFirst)
                document.heading(2, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Decisions")));
            isFirst = false;
            describeGate(*step, document);
        }
    }
}

void describeSteps(const Source &source, Document &document)
{
    document.heading(2, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Steps")));
    QList<Document::Bar> bars;
    for (const StageView &stage : source.view.stages) {
        document.heading(3, stage.title);
        QList<QStringList> rows;
        const QList<const StepView *> steps = stepsOf(stage);
        for (const StepView *step : steps) {
            QStringList remarks;
            for (const QString &text : {step->errorText, step->skippedBecause, step->summary}) {
                if (!text.isEmpty() && remarks.isEmpty())
                    remarks.append(text);
            }
            for (const NoteView &note : step->notes)
                remarks.append(note.what + QStringLiteral(" (%1)").arg(isoTime(note.time)));
            rows.append(
                {titleOf(*step), stateName(step->state), durationOf(*step), remarks.join(u'\n')});
            if (!durationOf(*step).isEmpty())
                bars.append({titleOf(*step), step->startedAt, step->finishedAt});
        }
        document.table({viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Step")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "State")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Took")),
                        viewText(QT_TRANSLATE_NOOP("Slipway::Message", "What happened"))},
                       rows);
    }
    if (bars.isEmpty())
        return;
    document.heading(2, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Where the time went")));
    document.timeline(bars);
}

void describeEvidence(const Source &source, Document &document)
{
    QList<QStringList> rows;
    QList<QPair<QString, QByteArray>> diffs;
    for (const StageView &stage : source.view.stages) {
        const QList<const StepView *> steps = stepsOf(stage);
        for (const StepView *step : steps) {
            for (const EvidenceView &one : step->evidence) {
                rows.append({titleOf(*step), one.title, one.evidence.note, one.evidence.digest});
                const QByteArray diff = source.diffs.value(one.evidence.digest);
                if (!diff.isEmpty())
                    diffs.append({titleOf(*step), diff});
            }
        }
    }
    if (rows.isEmpty())
        return;
    document.heading(2, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Evidence")));
    document.table({viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Step")),
                    viewText(QT_TRANSLATE_NOOP("Slipway::Message", "What")),
                    viewText(QT_TRANSLATE_NOOP("Slipway::Message", "In short")),
                    QStringLiteral("SHA-256")},
                   rows);
    for (const auto &[title, diff] : std::as_const(diffs)) {
        document.heading(3, title);
        document.code(diff);
    }
}

QByteArray written(const Source &source, Document &document)
{
    describeRun(source, document);
    describeGates(source, document);
    describeSteps(source, document);
    describeEvidence(source, document);
    describeProof(source, document);
    document.paragraph(
        fillPattern(viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Written by Slipway %1 at %2.")),
                    {QStringLiteral(SLIPWAY_VERSION), isoTime(source.madeAt)}));
    return document.take();
}

} // namespace

QByteArray html(const Source &source)
{
    HtmlDocument document(source.view.title, QLocale().name());
    return written(source, document);
}

QByteArray markdown(const Source &source)
{
    MarkdownDocument document;
    return written(source, document);
}

} // namespace Slipway::Reports
