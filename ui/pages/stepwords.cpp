// SPDX-License-Identifier: MIT
#include "ui/pages/stepwords.h"

#include "core/base/clock.h"
#include "core/run/shownhelp.h"
#include "ui/parts/text.h"
#include "ui/theme/statemark.h"

#include <QDateTime>
#include <QLocale>

namespace Slipway {

namespace {

QString dot()
{
    return QString::fromUtf8(" · ");
}

/// Short enough times by the second, longer ones as people say them.
QString lasting(qint64 ms)
{
    if (ms < 60'000)
        return StepWords::tr("%1 s").arg(qMax<qint64>(1, (ms + 500) / 1000));
    return spokenDuration(ms);
}

qint64 ranFor(const StepView &step)
{
    return step.startedAt > 0 && step.finishedAt > step.startedAt ? step.finishedAt - step.startedAt
                                                                  : -1;
}

} // namespace

QString StepWords::title(const StepView &step)
{
    QString title = step.instance.isEmpty()
                        ? step.title
                        : QStringLiteral("%1: %2").arg(step.title, step.instance);
    if (step.state == StepState::InDoubt)
        return step.isUndoing ? tr("%1: was it undone?").arg(title)
                              : tr("%1: did it happen?").arg(title);
    return title;
}

QString StepWords::description(const StepView &step)
{
    if (step.state == StepState::InDoubt && step.doubt && !step.doubt->explanation.isEmpty())
        return step.doubt->explanation;
    const QString help = helpParts(step.help).text;
    if (step.gate && !step.gate->instructions.isEmpty())
        return QStringList{help, step.gate->instructions}.join(QLatin1Char('\n')).trimmed();
    return help;
}

QString StepWords::waitingText(const StepView &step, qint64 now)
{
    if (step.waitsForGo)
        return tr("Waiting for your go-ahead");
    const bool isTimed = step.gate && step.gate->deadline > now;
    const QString who = stateText(StepState::Waiting);
    return isTimed ? who + dot() + tr("%1 left").arg(spokenDuration(step.gate->deadline - now))
                   : who;
}

Mark StepWords::markOf(const StepView &step)
{
    return step.isWarned && step.state == StepState::Succeeded
               ? Mark::Warned
               : Slipway::markOf(step.state, step.isGate);
}

/// It failed, and waits for its next try.
QString StepWords::retryText(const StepView &step, qint64 now)
{
    return step.triesAgainAt > now ? tr("Tries again at %1").arg(moment(step.triesAgainAt, now))
                                   : tr("Tries again now");
}

QString StepWords::pollText(const PollView &poll, qint64 now)
{
    const QString asked = tr("asked %n time(s)", nullptr, poll.asked);
    const QString until =
        poll.until > 0 ? dot() + tr("until %1").arg(moment(poll.until, now)) : QString();
    if (poll.asksAgainAt <= now)
        return tr("Asking") + dot() + asked + until;
    return tr("Asks again in %1").arg(lasting(poll.asksAgainAt - now)) + dot() + asked + until;
}

ChipText StepWords::stateChip(const StepView &step, qint64 now)
{
    const Tone tone = toneOf(markOf(step));
    const qint64 ran = ranFor(step);
    switch (step.state) {
    case StepState::Running: {
        if (step.isUndoing)
            return {tr("Being undone"), Tone::Undone};
        if (step.poll)
            return {pollText(*step.poll, now), tone};
        if (step.startedAt <= 0)
            return {stateText(step.state), tone};
        const QString time = shortDuration(qMax<qint64>(0, now - step.startedAt));
        return {step.expectedMs > 0
                    ? tr("Running %1 of about %2").arg(time, lasting(step.expectedMs))
                    : tr("Running %1").arg(time),
                tone};
    }
    case StepState::Succeeded:
        if (step.isGate)
            return {tr("Approved"), tone};
        if (step.isWarned)
            return {markText(Mark::Warned), tone};
        return {ran >= 0 ? tr("Done in %1").arg(lasting(ran)) : stateText(step.state), tone};
    case StepState::Failed:
        if (step.isUndoing)
            return {tr("The undo failed"), tone};
        if (step.isGate)
            return {tr("Rejected"), tone};
        return {ran >= 0 ? tr("Failed after %1").arg(lasting(ran)) : stateText(step.state), tone};
    case StepState::Waiting:
        return {waitingText(step, now), tone};
    case StepState::Pending:
        if (step.triesAgainAt > 0)
            return {retryText(step, now), Tone::Needs};
        return {step.expectedMs > 0 ? tr("To do · about %1").arg(lasting(step.expectedMs))
                                    : tr("To do"),
                tone};
    default:
        return {stateText(step.state), tone};
    }
}

QList<ChipText> StepWords::chips(const StepView &step, qint64 now)
{
    QList<ChipText> chips{stateChip(step, now)};
    if (!step.carriedFrom.isEmpty())
        chips.append({tr("taken over"), Tone::Plain});
    if (!step.instances.isEmpty())
        chips.append({tr("%n time(s)", nullptr, int(step.instances.size())), Tone::Plain});
    else if (step.attempts.size() > 1)
        chips.append({tr("attempt %1").arg(step.attempts.size()), Tone::Plain});
    return chips;
}

QString StepWords::undoNote(const UndoNoteView &note)
{
    switch (note.can) {
    case UndoNote::Can::Yes:
        return note.text.isEmpty() ? tr("Can be undone.") : tr("Can be undone: %1").arg(note.text);
    case UndoNote::Can::No:
        return note.text.isEmpty() ? tr("Cannot be undone.")
                                   : tr("Cannot be undone: %1").arg(note.text);
    case UndoNote::Can::Nothing:
        return note.text.isEmpty() ? tr("There is nothing to undo: it changes nothing that stays.")
                                   : tr("There is nothing to undo: %1").arg(note.text);
    }
    return {};
}

Mark StepWords::undoMark(UndoNote::Can can)
{
    if (can == UndoNote::Can::Yes)
        return Mark::Undone;
    return can == UndoNote::Can::No ? Mark::Cancelled : Mark::Skipped;
}

bool StepWords::needsPerson(const StepView &step)
{
    return step.isGate || step.isManual || step.waitsForGo || step.state == StepState::Waiting;
}

bool StepWords::isOver(RunState state)
{
    return state == RunState::Succeeded || state == RunState::Cancelled ||
           state == RunState::Undone;
}

QList<Span> StepWords::next(const RunView &run, const StepView &step)
{
    bool isAfter = step.state == StepState::Pending; // then it may be this one, or one before
    for (const StageView &stage : run.stages) {
        for (const StepView &one : stage.steps) {
            if (isAfter && one.state == StepState::Pending) {
                QList<Span> spans{{tr("Next:") + QLatin1Char(' '), Span::Style::Plain},
                                  {one.title, Span::Style::Strong}};
                if (needsPerson(one))
                    spans.append({QLatin1Char(' ') + tr("needs you"), Span::Style::Plain});
                return spans;
            }
            isAfter = isAfter || one.id == step.id;
        }
    }
    return {};
}

QString StepWords::moment(qint64 time, qint64 now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(time);
    const QString clock = then.toString(QStringLiteral("HH:mm"));
    if (then.date() == QDateTime::fromMSecsSinceEpoch(now).date())
        return clock;
    return QLocale().toString(then.date(), QStringLiteral("d MMM")) + QLatin1Char(' ') + clock;
}

QString StepWords::digest(const QString &digest, int groups)
{
    const QString digits = digest.section(QLatin1Char(':'), -1);
    QStringList parts;
    for (int i = 0; i < groups && i * 4 < digits.size(); ++i)
        parts.append(digits.mid(i * 4, 4));
    return parts.join(QLatin1Char(' '));
}

QString StepWords::brief(const StepView &step, qint64 now)
{
    const QString text = stateChip(step, now).text;
    return step.errorText.isEmpty() ? text : text + dot() + step.errorText;
}

} // namespace Slipway
