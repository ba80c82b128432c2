// SPDX-License-Identifier: MIT
// How an undo is asked for, goes on and is over.
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

#include <algorithm>
#include <utility>

namespace Slipway {

using namespace FoldBody;

namespace {

/// A try that no person put aside and that did not do it.
bool hasFailed(const AttemptFold &undoing)
{
    return !undoing.isOpen() && !undoing.isSuperseded &&
           (undoing.outcome->end == Outcome::End::Failed ||
            undoing.outcome->end == Outcome::End::Cancelled);
}

QList<int> numbers(const QJsonObject &body, const char *key)
{
    QList<int> list;
    const QJsonArray array = body[QLatin1String(key)].toArray();
    for (const QJsonValue &value : array)
        list.append(value.toInt());
    std::sort(list.begin(), list.end(), std::greater<>());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

} // namespace

QString RunFold::undoAsked(const Event &event, const Body &body)
{
    if (hasOpenAttempts())
        return notNow("an attempt is running or in doubt");
    const QList<int> asked = numbers(body, "attempts");
    const auto canBeUndone = [this](int number) { return attempts.value(number).mayHaveEffect(); };
    if (asked.isEmpty() || !std::all_of(asked.cbegin(), asked.cend(), canBeUndone))
        return notNow("it names no attempts that can be undone");
    giveUpUndo();
    UndoRequest request;
    request.askedBy = event.number;
    request.author = event.author;
    request.time = event.time;
    request.to = text(body, "to");
    request.attempts = asked;
    request.steps = texts(body, "steps");
    request.note = text(body, "note");
    request.isOpen = true;
    undo = request;
    for (const int number : asked)
        prepareToUndo(number);
    for (AttemptFold &attempt : attempts) {
        if (request.steps.contains(attempt.key.step))
            attempt.retryAt = 0; // what is taken back is not begun again by itself
    }
    return applied;
}

/// Earlier tries do not count any more. What was reset since gets its instance back, so that
/// it can be seen.
void RunFold::prepareToUndo(int number)
{
    AttemptFold &attempt = attempts[number];
    attempt.isLeft = false;
    for (const int earlier : std::as_const(attempt.undos))
        attempts[earlier].isSuperseded = true;
    if (instance(attempt.key))
        return;
    StepFold &step = steps[attempt.key.step];
    step.isExpanded = true;
    step.expandedBy = undo->askedBy;
    step.expandedAt = undo->time;
    step.isForeach = !attempt.key.instance.isEmpty();
    step.skippedBecause.reset();
    InstanceFold gone;
    gone.name = attempt.key.instance;
    gone.isUndone = true;
    gatherAttempts(gone, attempt.key);
    step.instances.append(gone);
    undo->broughtBack.append(attempt.key);
}

void RunFold::giveUpUndo()
{
    if (!isUndoing())
        return;
    undo->isOpen = false;
    dropBroughtBack();
}

/// What was brought back and not undone is as a reset had left it: not undone at all. Once no
/// try to undo it is at work any more.
void RunFold::dropBroughtBack()
{
    const auto isOpen = [this](int number) { return attempts.constFind(number)->isOpen(); };
    const QList<StepKey> broughtBack = std::exchange(undo->broughtBack, {});
    for (const StepKey &key : broughtBack) {
        const QList<int> undos = m_history.value(key).undos;
        const auto isStanding = [&](int number) {
            const AttemptFold &attempt = *attempts.constFind(number);
            return attempt.key == key && attempt.undoneBy == 0;
        };
        if (std::any_of(undos.cbegin(), undos.cend(), isOpen)) {
            undo->broughtBack.append(key);
        } else if (std::any_of(undo->attempts.cbegin(), undo->attempts.cend(), isStanding)) {
            QList<InstanceFold> &instances = steps[key.step].instances;
            for (InstanceFold &one : instances) {
                if (one.name == key.instance)
                    forget(key.step, one); // a try that failed says nothing of the next instance
            }
            instances.removeIf([&](const InstanceFold &one) { return one.name == key.instance; });
            if (instances.isEmpty())
                forget(key.step);
        }
    }
}

void RunFold::endUndo(AttemptFold &undoing, const Event &event)
{
    if (undoing.outcome->end == Outcome::End::Succeeded) {
        attempts[undoing.undoes].undoneBy = undoing.number;
        closeUndoIfOver(event);
    }
    if (!isUndoing())
        dropBroughtBack();
}

void RunFold::closeUndoIfOver(const Event &event)
{
    if (!isUndoing() || undosLeft() > 0)
        return;
    undo->isOpen = false;
    undo->broughtBack.clear(); // undone, or left as a person said
    const QStringList over = undo->steps;
    for (const QString &step : over)
        markUndone(step, event);
}

/// Also what never began: it shall not begin by itself now.
void RunFold::markUndone(const QString &step, const Event &event)
{
    StepFold &fold = steps[step];
    if (!fold.isExpanded) {
        InstanceFold plain;
        gatherAttempts(plain, {step, {}});
        fold.isExpanded = true;
        fold.expandedBy = event.number;
        fold.expandedAt = event.time;
        fold.instances = {plain};
    }
    for (InstanceFold &instance : fold.instances) {
        if (instance.gate && instance.gate->isOpen()) {
            instance.gate->closedAs = QStringLiteral("undone");
            instance.gate->closedAt = event.time;
        }
        instance.isUndone = !hasEffectLeft(instance);
    }
}

/// What stands after an undo: done by hand, or left in place.
bool RunFold::hasEffectLeft(const InstanceFold &instance) const
{
    if (instance.carried)
        return true; // done by another run, whose attempts are not reversed here
    const AttemptFold *attempt = lastAttempt(instance);
    return instance.tickedAt != 0 ||
           (attempt && !attempt->isSuperseded && attempt->mayHaveEffect());
}

bool RunFold::isUndone() const
{
    return undo && !undo->isOpen && undosLeft() == 0;
}

int RunFold::undosLeft() const
{
    if (!undo)
        return 0;
    return int(std::count_if(undo->attempts.cbegin(), undo->attempts.cend(), [this](int number) {
        const AttemptFold &attempt = *attempts.constFind(number);
        return attempt.undoneBy == 0 && !attempt.isLeft;
    }));
}

int RunFold::nextUndo() const
{
    if (!isUndoing())
        return 0;
    for (const int number : undo->attempts) {
        const AttemptFold &attempt = *attempts.constFind(number);
        if (attempt.undoneBy != 0 || attempt.isLeft)
            continue;
        if (attempt.undos.isEmpty())
            return number;
        const AttemptFold &last = *attempts.constFind(attempt.undos.last());
        return last.isOpen() || hasFailed(last) ? 0 : number;
    }
    return 0;
}

/// The last attempt to undo something of this instance if it failed and waits for a person.
AttemptFold *RunFold::failedUndo(const InstanceFold &instance)
{
    if (instance.undos.isEmpty())
        return nullptr;
    AttemptFold &last = attempts[instance.undos.last()];
    return hasFailed(last) ? &last : nullptr;
}

std::optional<StepState> RunFold::stateOfUndo(const InstanceFold &instance) const
{
    if (instance.undos.isEmpty())
        return std::nullopt;
    const AttemptFold &last = *attempts.constFind(instance.undos.last());
    if (last.isOpen())
        return last.doubt ? StepState::InDoubt : StepState::Running;
    if (!hasFailed(last))
        return std::nullopt;
    return last.outcome->end == Outcome::End::Failed ? StepState::Failed : StepState::Cancelled;
}

} // namespace Slipway
