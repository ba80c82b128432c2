// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

const QString noteOption = QStringLiteral("note");
const QString commentOption = QStringLiteral("comment");
const QString asOption = QStringLiteral("as");
const QString keyOption = QStringLiteral("key");
const QString tickOption = QStringLiteral("tick");
const QString setOption = QStringLiteral("set");

/// Runs one thing a person does about a step and turns its result into a status.
template <typename Action>
int withStep(Call &call, Action action)
{
    const auto run = openRun(call, call.arguments[0]);
    const auto key = run ? openStep(call, *run, call.arguments[1]) : std::nullopt;
    if (!key)
        return Status::wrongUse;
    if (const Result<void> done = action(call.session.people(), *run, *key); !done) {
        call.terminal.fail(done.error());
        return Status::no;
    }
    return Status::ok;
}

int confirm(Call &call)
{
    return withStep(call, [](People people, const QString &run, const StepKey &key) {
        return people.confirm(run, key);
    });
}

Result<Value::Map> outputsOf(const QStringList &settings)
{
    Value::Map outputs;
    for (const QString &setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0)
            return Error(QStringLiteral("usage"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "--set needs NAME=VALUE, not %1."),
                         {setting});
        outputs.insert(setting.left(equals), Value(setting.mid(equals + 1)));
    }
    return outputs;
}

int tick(Call &call)
{
    const auto outputs = outputsOf(call.options.values(setOption));
    if (!outputs) {
        call.terminal.fail(outputs.error());
        return Status::wrongUse;
    }
    return withStep(call, [&](People people, const QString &run, const StepKey &key) {
        return people.tick(run, key, call.options.value(noteOption), *outputs);
    });
}

/// "all", or numbers from 1 with commas.
Result<QList<int>> tickedItems(const QString &text, int count)
{
    QList<int> items;
    if (text == QLatin1String("all")) {
        for (int i = 1; i <= count; ++i)
            items.append(i);
        return items;
    }
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool isNumber = false;
        const int number = part.toInt(&isNumber);
        if (!isNumber || number < 1 || number > count)
            return Error(QStringLiteral("usage"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "--tick takes `all` or numbers from 1 to %1, not %2."),
                         {QString::number(count), part});
        if (!items.contains(number))
            items.append(number);
    }
    return items;
}

/// Who decides, and with which key.
People::Decision decisionOf(const Call &call, const StepKey &key, People::Decision::Answer answer)
{
    People::Decision decision;
    decision.key = key;
    decision.answer = answer;
    decision.comment = call.options.value(commentOption);
    decision.person = call.options.value(asOption);
    decision.keyFile = call.options.value(keyOption);
    return decision;
}

int approve(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    const auto key = run ? openStep(call, *run, call.arguments[1]) : std::nullopt;
    if (!key)
        return Status::wrongUse;
    const auto fold = loadRun(call.session.store(), *run);
    const InstanceFold *instance = fold ? fold->instance(*key) : nullptr;
    const int count = instance && instance->gate ? int(instance->gate->items.size()) : 0;
    const auto items = tickedItems(call.options.value(tickOption), count);
    if (!items) {
        call.terminal.fail(items.error());
        return Status::wrongUse;
    }
    People::Decision decision = decisionOf(call, *key, People::Decision::Answer::Approve);
    decision.ticked = *items;
    const auto done = call.session.people().decide(*run, decision);
    if (!done)
        call.terminal.fail(done.error());
    return done ? Status::ok : Status::no;
}

int reject(Call &call)
{
    return withStep(call, [&](People people, const QString &run, const StepKey &key) {
        return people.decide(run, decisionOf(call, key, People::Decision::Answer::Reject));
    });
}

int withdraw(Call &call)
{
    return withStep(call, [&](People people, const QString &run, const StepKey &key) {
        return people.decide(run, decisionOf(call, key, People::Decision::Answer::Withdraw));
    });
}

int retry(Call &call)
{
    return withStep(call, [](People people, const QString &run, const StepKey &key) {
        return people.retry(run, key);
    });
}

int skip(Call &call)
{
    return withStep(call, [&](People people, const QString &run, const StepKey &key) {
        return people.skip(run, key, call.options.value(QStringLiteral("reason")));
    });
}

int reset(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    if (!run)
        return Status::wrongUse;
    const auto key = call.session.people().stepOrInstanceNamed(*run, call.arguments[1]);
    if (!key) {
        call.terminal.fail(key.error());
        return Status::wrongUse;
    }
    const auto done = call.session.people().reset(*run, *key, call.options.value(noteOption));
    if (!done)
        call.terminal.fail(done.error());
    return done ? Status::ok : Status::no;
}

int settle(Call &call)
{
    return withStep(call, [&](People people, const QString &run, const StepKey &key) {
        return people.settle(run, key, call.arguments[2], call.options.value(noteOption));
    });
}

int cancel(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    if (!run)
        return Status::wrongUse;
    const auto done = call.session.people().cancel(*run);
    if (!done)
        call.terminal.fail(done.error());
    return done ? Status::ok : Status::no;
}

QCommandLineOption option(const QString &name, const char *help, const QString &value)
{
    return {name, QCoreApplication::translate("Slipway::Help", help), value};
}

} // namespace

QList<Verb> peopleVerbs()
{
    const auto note =
        option(noteOption, QT_TRANSLATE_NOOP("Slipway::Help", "What to keep with it."),
               QStringLiteral("TEXT"));
    const auto comment =
        option(commentOption, QT_TRANSLATE_NOOP("Slipway::Help", "The comment; needed to reject."),
               QStringLiteral("TEXT"));
    const auto as = option(
        asOption,
        QT_TRANSLATE_NOOP("Slipway::Help",
                          "Who decides, as the policy calls them; else whoever has your user "
                          "name there."),
        QStringLiteral("PERSON"));
    const auto signingKey =
        option(keyOption,
               QT_TRANSLATE_NOOP("Slipway::Help",
                                 "The SSH key to sign with; else one in the agent or in ~/.ssh."),
               QStringLiteral("FILE"));
    return {
        {"confirm",
         "RUN STEP",
         QT_TRANSLATE_NOOP("Slipway::Help", "Give the go-ahead to a step that waits for it."),
         {},
         2,
         2,
         confirm},
        {"tick",
         "RUN STEP",
         QT_TRANSLATE_NOOP("Slipway::Help", "Say that a step done by hand is done."),
         {note, option(setOption, QT_TRANSLATE_NOOP("Slipway::Help", "An output of the step."),
                       QStringLiteral("NAME=VALUE"))},
         2,
         2,
         tick},
        {"approve",
         "RUN STEP --tick all|1,3",
         QT_TRANSLATE_NOOP("Slipway::Help", "Approve a gate, with the items that were checked."),
         {comment,
          option(tickOption, QT_TRANSLATE_NOOP("Slipway::Help", "Items checked."),
                 QStringLiteral("ITEMS")),
          as, signingKey},
         2,
         2,
         approve},
        {"reject",
         "RUN STEP --comment TEXT",
         QT_TRANSLATE_NOOP("Slipway::Help", "Reject a gate."),
         {comment, as, signingKey},
         2,
         2,
         reject},
        {"withdraw",
         "RUN STEP",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Take back what you decided on a gate, before it takes effect."),
         {comment, as, signingKey},
         2,
         2,
         withdraw},
        {"retry",
         "RUN STEP",
         QT_TRANSLATE_NOOP("Slipway::Help", "Try a step again that failed or was cancelled."),
         {},
         2,
         2,
         retry},
        {"skip",
         "RUN STEP --reason TEXT",
         QT_TRANSLATE_NOOP("Slipway::Help", "Leave a step out; the reason is kept."),
         {option(QStringLiteral("reason"), QT_TRANSLATE_NOOP("Slipway::Help", "Why."),
                 QStringLiteral("TEXT"))},
         2,
         2,
         skip},
        {"reset",
         "RUN STEP",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Go again from a step: it and all that need it begin anew."),
         {note},
         2,
         2,
         reset},
        {"settle",
         "RUN STEP done|not-done|failed",
         QT_TRANSLATE_NOOP("Slipway::Help", "Say what became of a step in doubt."),
         {note},
         3,
         3,
         settle},
        {"cancel",
         "RUN",
         QT_TRANSLATE_NOOP("Slipway::Help", "End what runs and start nothing more."),
         {},
         1,
         1,
         cancel},
    };
}

} // namespace Slipway
