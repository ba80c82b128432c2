// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/planner.h"

#include <QTest>

namespace Slipway {

/// A run told by a test: a checklist, and events one after the other without any store.
class RunScript
{
public:
    explicit RunScript(const QByteArray &stages)
    {
        const ReadChecklist read = readChecklist("slipway: 1\nname: x\nparallel: 2\n" + stages,
                                                 QStringLiteral("x.checklist.yaml"));
        if (!read.checklist)
            qFatal("%s", qPrintable(read.errors.first().message()));
        checklist = *read.checklist;
        for (const char *name : {"command", "manual", "approval"}) {
            KindSpec kind;
            kind.name = QLatin1String(name);
            kind.doer = kind.name == QLatin1String("manual")     ? Doer::Person
                        : kind.name == QLatin1String("approval") ? Doer::Quorum
                                                                 : Doer::Machine;
            catalogue.insert(kind.name, kind);
        }
        say(EventKind::runCreated,
            EventBody::runCreated({QStringLiteral("x"), {}, {}, {}, {}, {}}));
    }

    /// Appends an event; gives the reason why it was ignored, empty if it was not.
    QString say(const QString &kind, const QJsonObject &body,
                const QString &author = QStringLiteral("ana"))
    {
        Event event;
        event.run = QStringLiteral("abcdefghijkl");
        event.number = run.lastNumber + 1;
        event.time = 1'000'000 + event.number;
        event.author = author;
        event.kind = kind;
        event.body = canonicalJson(body).valueOr("{}");
        const qsizetype ignored = run.ignored.size();
        run.apply(event);
        return run.ignored.size() > ignored ? run.ignored.last().reason : QString();
    }

    /// Expands everything that is ready, again and again.
    void expand()
    {
        while (!next().expand.isEmpty()) {
            for (const QString &id : next().expand)
                say(EventKind::stepExpanded, EventBody::stepExpanded(id));
        }
    }

    /// Resets the step and all that need it; the instance and all that need it if key names one.
    QString reset(const StepKey &key)
    {
        QStringList steps = checklist.dependents(key.step);
        if (key.instance.isEmpty())
            steps.prepend(key.step);
        return say(EventKind::stepReset,
                   EventBody::stepReset(key, steps, QStringLiteral("mended")));
    }

    /// Asks to undo these attempts; then these steps are undone.
    QString askUndo(const QList<int> &attempts, const QStringList &steps)
    {
        return say(EventKind::undoAsked, EventBody::undoAsked({{}, attempts, steps, {}, {}}));
    }

    /// Begins to undo an attempt; gives the number of the attempt that does.
    int intendUndo(int undoes)
    {
        Intent intent;
        intent.attempt = run.nextAttempt();
        intent.step = run.attempts[undoes].key.step;
        intent.instance = run.attempts[undoes].key.instance;
        intent.undoes = undoes;
        say(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {}));
        return intent.attempt;
    }

    void undoWell(int undoes) { end(intendUndo(undoes), Outcome::succeeded()); }

    int intend(const StepKey &key)
    {
        Intent intent;
        intent.attempt = run.nextAttempt();
        intent.step = key.step;
        intent.instance = key.instance;
        say(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {}));
        return intent.attempt;
    }

    void end(int attempt, const Outcome &outcome, std::optional<qint64> retryAfter = std::nullopt)
    {
        say(EventKind::attemptEnded,
            EventBody::attemptEnded(attempt, run.attempts[attempt].key, outcome,
                                    QStringLiteral("run"), retryAfter));
    }

    void succeed(const StepKey &key) { end(intend(key), Outcome::succeeded()); }
    void fail(const StepKey &key)
    {
        end(intend(key), Outcome::failed(Error(QStringLiteral("x"), "It broke.")));
    }

    NextSteps next(const PlannerOptions &options = {}) const
    {
        return nextSteps(run, checklist, catalogue, options);
    }
    RunState state(bool isDriven = true) const
    {
        return runState(run, checklist, next(), isDriven);
    }
    QString starts() const { return names(next().start); }

    static QString names(const QList<StepKey> &keys)
    {
        QStringList texts;
        for (const StepKey &key : keys)
            texts.append(key.text());
        return texts.join(u' ');
    }

    RunFold run;
    Checklist checklist;
    Catalogue catalogue;
};

} // namespace Slipway
