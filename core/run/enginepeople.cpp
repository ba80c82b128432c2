// SPDX-License-Identifier: MIT
// What people do about a run by the engine.
#include "core/run/engine.h"
#include "core/run/guarded.h"
#include "core/run/runlock.h"

namespace Slipway {

template <typename Action>
void Engine::act(const QString &run, Action action)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    if (const Result<void> done = action(People(services())); !done) {
        Q_EMIT failed(done.error());
        return;
    }
    afterEvent(run);
}

void Engine::afterEvent(const QString &run)
{
    if (RunDriver *here = driver(run))
        here->poll();
    else
        readWatched();
    refreshHome();
    publishSoon();
}

/// What a person asks of one step also counts when one goes step by step.
void Engine::allowOne(const QString &run)
{
    if (RunDriver *here = driver(run); here && here->startsAllowed() == 0)
        here->allowStarts(1);
}

void Engine::confirm(const QString &run, const StepKey &key)
{
    act(run, [&](People people) { return people.confirm(run, key); });
    allowOne(run);
}

void Engine::tick(const QString &run, const StepKey &key, const QString &note,
                  const Value::Map &outputs)
{
    const QPair<QString, StepKey> what(run, key);
    if (m_ticking.contains(what))
        return;
    act(run, [&](People people) -> Result<void> {
        const auto answer = people.askBeforeTick(run, key, outputs);
        if (!answer)
            return answer.error();
        m_ticking.append(what);
        m_pool.start([this, run, key, note, answer = *answer, stop = m_stop.get_token()] {
            const auto answered = guarded<Result<Value::Map>>(
                [&] { return answer(stop); },
                [](const Error &error) { return Result<Value::Map>(error); });
            QMetaObject::invokeMethod(
                this, [this, run, key, note, answered] { ticked(run, key, note, answered); },
                Qt::QueuedConnection);
        });
        return {};
    });
}

void Engine::ticked(const QString &run, const StepKey &key, const QString &note,
                    const Result<Value::Map> &answered)
{
    m_ticking.removeAll({run, key});
    if (!answered && answered.error().code() == QLatin1String("people.outputs-needed")) {
        Q_EMIT outputsNeeded(run, key, answered.error().arguments().mid(3), answered.error());
        return;
    }
    act(run, [&](People people) {
        return answered ? people.recordTick(run, key, note, *answered)
                        : Result<void>(answered.error());
    });
}

void Engine::approve(const QString &run, const StepKey &key, const QList<int> &ticked,
                     const QString &comment, const QString &shown)
{
    decide(run, {key, People::Decision::Answer::Approve, ticked, comment, shown});
}

void Engine::reject(const QString &run, const StepKey &key, const QString &comment,
                    const QString &shown)
{
    decide(run, {key, People::Decision::Answer::Reject, {}, comment, shown});
}

void Engine::withdraw(const QString &run, const StepKey &key)
{
    decide(run, {key, People::Decision::Answer::Withdraw});
}

/// Signing may wait for a person to touch a key; the engine goes on meanwhile.
void Engine::decide(const QString &run, const People::Decision &decision)
{
    const QPair<QString, StepKey> what(run, decision.key);
    if (m_deciding.contains(what))
        return;
    act(run, [&](People people) -> Result<void> {
        const auto signing = people.askBeforeDecision(run, decision);
        if (!signing)
            return signing.error();
        m_deciding.append(what);
        m_pool.start([this, what, signing = *signing, stop = m_stop.get_token()] {
            const auto decided = guarded<Result<People::Signed>>(
                [&] { return signing(stop); },
                [](const Error &error) { return Result<People::Signed>(error); });
            QMetaObject::invokeMethod(
                this,
                [this, what, decided] {
                    m_deciding.removeAll(what);
                    act(what.first, [&](People record) {
                        return decided ? record.recordDecision(what.first, *decided)
                                       : Result<void>(decided.error());
                    });
                },
                Qt::QueuedConnection);
        });
        return {};
    });
}

void Engine::retry(const QString &run, const StepKey &key)
{
    act(run, [&](People people) { return people.retry(run, key); });
    allowOne(run);
}

void Engine::answer(const QString &run, const StepKey &key, const QString &about,
                    const Value::Map &said, const std::optional<QByteArray> &bytes)
{
    act(run, [&](People people) { return people.answer(run, key, about, said, bytes); });
}

void Engine::skip(const QString &run, const StepKey &key, const QString &reason)
{
    act(run, [&](People people) { return people.skip(run, key, reason); });
}

void Engine::reset(const QString &run, const StepKey &key, const QString &note)
{
    if (m_watched && m_watched->id() == run)
        m_watched->forgetPlans();
    act(run, [&](People people) { return people.reset(run, key, note); });
    allowOne(run);
}

void Engine::askUndo(const QString &run, const QString &to, bool leaveImpossible,
                     const QString &note)
{
    bool isAsked = false;
    act(run, [&](People people) {
        const auto asked = people.undo(run, to, leaveImpossible, note);
        isAsked = asked.isOk();
        return asked;
    });
    // No step may start of it: what was undone waits for a person to go again.
    if (isAsked && !driver(run) && !RunLock::isHeld(m_places.run(run)))
        drive(run, 0);
}

void Engine::settle(const QString &run, const StepKey &key, const QString &verdict,
                    const QString &note)
{
    act(run, [&](People people) { return people.settle(run, key, verdict, note); });
}

void Engine::probeAgain(const QString &run, const StepKey &key)
{
    RunDriver *here = driver(run);
    // To ask the world takes a driver; that nothing else may start of it is no reason not to look.
    if (!here && m_store && !RunLock::isHeld(m_places.run(run)))
        here = drive(run, 0);
    const InstanceFold *instance = here ? here->run().instance(key) : nullptr;
    if (const AttemptFold *attempt = instance ? here->run().latestAttempt(*instance) : nullptr)
        here->probeAgain(attempt->number);
}

void Engine::addNote(const QString &run, const StepKey &key, const QString &text)
{
    act(run, [&](People people) { return people.addNote(run, key, text); });
}

void Engine::cancelRun(const QString &run)
{
    act(run, [&](People people) { return people.cancel(run); });
}

void Engine::cancelStep(const QString &run, const StepKey &key)
{
    act(run, [&](People people) { return people.cancelStep(run, key); });
}

} // namespace Slipway
