// SPDX-License-Identifier: MIT
#include "app/commandline/followups.h"
#include "app/commandline/runjson.h"
#include "app/commandline/verbs.h"
#include "core/run/runlock.h"
#include "core/run/runsummary.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QThread>
#include <functional>

namespace Slipway {

namespace {

constexpr int followIntervalMs = 200;
constexpr qint64 chunk = 1 << 20;

int runs(Call &call)
{
    if (auto opened = call.session.open(); !opened) {
        call.terminal.fail(opened.error());
        return Status::no;
    }
    const auto heads = call.session.store().heads();
    if (!heads) {
        call.terminal.fail(heads.error());
        return Status::no;
    }
    QJsonArray array;
    for (const RunHead &head : *heads) {
        const bool isDriven = RunLock::isHeld(call.session.places().run(head.run));
        const RunSummary summary = summaryOf(head, QLocale().name(), isDriven);
        if (call.terminal.isJson())
            array.append(QJsonObject{{QStringLiteral("run"), head.run},
                                     {QStringLiteral("checklist"), summary.checklist},
                                     {QStringLiteral("state"), stateName(summary.state)},
                                     {QStringLiteral("done"), summary.done},
                                     {QStringLiteral("total"), summary.total},
                                     {QStringLiteral("startedAt"), isoTime(summary.startedAt)},
                                     {QStringLiteral("changedAt"), isoTime(head.changedAt)}});
        else
            call.terminal.print(QStringLiteral("%1  %2  %3/%4  %5  %6")
                                    .arg(head.run, stateName(summary.state).leftJustified(9))
                                    .arg(summary.done)
                                    .arg(summary.total)
                                    .arg(isoTime(head.changedAt), summary.title));
    }
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("runs"), array}});
    else if (heads->isEmpty())
        call.terminal.say(QCoreApplication::translate(
            "Slipway::Message", "No run yet. `slipway run CHECKLIST` starts one."));
    return Status::ok;
}

int show(Call &call)
{
    const auto id = openRun(call, call.arguments[0]);
    if (!id)
        return Status::wrongUse;
    const auto run = loadRun(call.session.store(), *id);
    const auto checklist = run ? pinnedChecklist(*run, call.session.services().objects())
                               : Result<Checklist>(run.error());
    if (!checklist) {
        call.terminal.fail(checklist.error());
        return Status::no;
    }
    const NextSteps next = nextSteps(*run, *checklist, call.session.kinds().catalogue());
    const bool isDriven = RunLock::isHeld(call.session.places().run(*id));
    const RunState state = runState(*run, *checklist, next, isDriven);
    if (call.terminal.isJson()) {
        call.terminal.print(runJson(*run, *checklist, next, state));
        return Status::ok;
    }
    const QString language = QLocale().name();
    call.terminal.print(
        QStringLiteral("%1  %2  %3").arg(*id, stateName(state), checklist->title.in(language)));
    const QStringList lines = runLines(*run, *checklist, next, language);
    for (const QString &line : lines)
        call.terminal.print(line);
    tellFollowUps(call, *run, *checklist);
    return Status::ok;
}

/// The attempt whose log is wanted: --attempt N, else the last one that has a log.
int attemptWanted(Call &call, const RunFold &run, const StepKey &key)
{
    if (call.options.isSet(QStringLiteral("attempt")))
        return call.options.value(QStringLiteral("attempt")).toInt();
    const InstanceFold *instance = run.instance(key);
    const AttemptFold *attempt = instance ? run.latestAttempt(*instance) : nullptr;
    return attempt ? attempt->number : 0;
}

void printLog(const Call &call, const QString &path, const std::function<bool()> &isOver,
              bool follow)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (true) {
        const bool hasEnded = follow && isOver();
        QByteArray bytes;
        while (!(bytes = file.read(chunk)).isEmpty())
            call.terminal.printBytes(bytes);
        if (!follow || hasEnded)
            return;
        QThread::msleep(followIntervalMs);
    }
}

int log(Call &call)
{
    const auto id = openRun(call, call.arguments[0]);
    const auto key = id ? openStep(call, *id, call.arguments[1]) : std::nullopt;
    if (!key)
        return Status::wrongUse;
    const auto run = loadRun(call.session.store(), *id);
    if (!run) {
        call.terminal.fail(run.error());
        return Status::no;
    }
    const InstanceFold *instance = run->instance(*key);
    const bool isCarried =
        instance && instance->carried && !call.options.isSet(QStringLiteral("attempt"));
    const int number = isCarried ? instance->carried->attempt : attemptWanted(call, *run, *key);
    const AttemptFolder folder(
        call.session.places().attempt(isCarried ? instance->carried->run : *id, number));
    const bool isThere = isCarried || run->attempts.contains(number);
    if (number == 0 || !isThere || !QFile::exists(folder.logFile())) {
        call.terminal.fail(Error(QStringLiteral("log.none"),
                                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no output to show."),
                                 {key->text()}));
        return Status::no;
    }
    // What asks again and again has no supervisor, and so no result in its folder.
    const auto isOver = [&, hasSupervisor =
                                QFile::exists(folder.path() + QLatin1String("/spec.json"))] {
        if (hasSupervisor)
            return folder.hasResult();
        const auto now = loadRun(call.session.store(), *id);
        return !now || !now->attempts.value(number).isOpen();
    };
    printLog(call, folder.logFile(), isOver, call.options.isSet(QStringLiteral("follow")));
    return Status::ok;
}

} // namespace

QList<Verb> showVerbs()
{
    const QCommandLineOption attempt(
        QStringLiteral("attempt"),
        QCoreApplication::translate("Slipway::Help", "Of this attempt; else of the last."),
        QStringLiteral("N"));
    const QCommandLineOption follow(
        QStringLiteral("follow"),
        QCoreApplication::translate("Slipway::Help", "Go on until the attempt ends."));
    return {
        {"runs",
         "",
         QT_TRANSLATE_NOOP("Slipway::Help", "List all runs, the newest first."),
         {},
         0,
         0,
         runs},
        {"show",
         "RUN",
         QT_TRANSLATE_NOOP("Slipway::Help", "Show the steps of a run."),
         {},
         1,
         1,
         show},
        {"log",
         "RUN STEP",
         QT_TRANSLATE_NOOP("Slipway::Help", "Print the output of a step's programs."),
         {attempt, follow},
         2,
         2,
         log},
    };
}

} // namespace Slipway
