// SPDX-License-Identifier: MIT
#include "tests/run/simulator/foldtext.h"

#include "core/base/canonicaljson.h"

#include <QJsonArray>

namespace Slipway {

namespace {

class Text
{
public:
    Text &operator<<(const QString &text)
    {
        m_bytes += text.toUtf8();
        m_bytes += ' ';
        return *this;
    }
    Text &operator<<(qint64 number)
    {
        m_bytes += QByteArray::number(number);
        m_bytes += ' ';
        return *this;
    }
    Text &operator<<(const QJsonValue &json)
    {
        m_bytes += canonicalJson(json).valueOr("?");
        m_bytes += ' ';
        return *this;
    }
    void line(const char *what) { m_bytes += '\n' + QByteArray(what) + ' '; }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

void write(Text &text, const GateFold &gate)
{
    text.line("  gate");
    text << gate.openedBy << gate.openedHash << gate.deadline << gate.quorum << gate.pack
         << gate.from << gate.items << gate.evidence << gate.closedAs << gate.closedAt;
    for (const GateDecision &decision : gate.decisions) {
        text << decision.author << decision.time << decision.isApproval << decision.comment
             << decision.counts;
        for (const int item : decision.ticked)
            text << item;
    }
}

void write(Text &text, const InstanceFold &instance)
{
    text.line(" instance");
    text << instance.name << instance.item.toJson() << instance.isConfirmed << instance.tickedAt
         << Value(instance.tickedOutputs).toJson() << instance.isSkipped << instance.skipReason
         << instance.skippedAt << instance.isUndone;
    for (const int undo : instance.undos)
        text << undo;
    for (auto answer = instance.answers.cbegin(); answer != instance.answers.cend(); ++answer)
        text << answer.key() << Value(*answer).toJson();
    if (instance.carried)
        text << instance.carried->run << Value(instance.carried->outputs).toJson();
    for (const int attempt : instance.attempts)
        text << attempt;
    if (instance.gate)
        write(text, *instance.gate);
}

void write(Text &text, const QString &id, const StepFold &step)
{
    text.line("step");
    text << id << step.isExpanded << step.expandedAt << step.isForeach;
    if (step.skippedBecause)
        text << step.skippedBecause->toJson();
    for (const InstanceFold &instance : step.instances)
        write(text, instance);
    for (auto gates = step.earlierGates.cbegin(); gates != step.earlierGates.cend(); ++gates) {
        text << gates.key();
        for (const GateFold &gate : *gates)
            write(text, gate);
    }
    for (const PersonNote &note : step.notes)
        text << note.time << note.author << note.kind << note.text;
}

void write(Text &text, const AttemptFold &attempt)
{
    text << attempt.retryAt;
    text.line("attempt");
    text << attempt.number << attempt.key.text() << attempt.purpose << attempt.effectKey
         << attempt.intent << attempt.startedAt << attempt.endedAt << attempt.how
         << attempt.isSuperseded << attempt.undoes << attempt.undoneBy << attempt.isLeft;
    for (const int undo : attempt.undos)
        text << undo;
    if (attempt.outcome)
        text << outcomeName(attempt.outcome->end) << Value(attempt.outcome->outputs).toJson()
             << attempt.outcome->error.toJson() << attempt.outcome->evidence.size();
    if (attempt.doubt)
        text << attempt.doubt->verdict << attempt.doubt->time
             << attempt.doubt->explanation.toJson();
}

} // namespace

QByteArray foldText(const RunFold &run)
{
    Text text;
    text << run.checklistName << Value(run.inputs).toJson() << run.author << run.createdAt
         << run.isCancelled << run.isLeased << run.isReadOnly << run.epoch << run.continues
         << run.continuedBy;
    if (run.undo) {
        text << run.undo->askedBy << run.undo->to << run.undo->isOpen;
        for (const int attempt : run.undo->attempts)
            text << attempt;
        text << QJsonArray::fromStringList(run.undo->steps);
    }
    for (auto step = run.steps.cbegin(); step != run.steps.cend(); ++step)
        write(text, step.key(), *step);
    for (const AttemptFold &attempt : run.attempts)
        write(text, attempt);
    for (const StepKey &key : run.cancelledSteps)
        text << key.text();
    return text.take();
}

} // namespace Slipway
