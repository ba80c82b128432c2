// SPDX-License-Identifier: MIT
#include "app/commandline/continuefrom.h"
#include "app/commandline/followups.h"
#include "app/commandline/givensecrets.h"
#include "app/commandline/rehearsaltext.h"
#include "app/commandline/rundrive.h"
#include "app/commandline/runinputs.h"
#include "app/commandline/verbs.h"
#include "core/checklist/lint.h"
#include "core/run/rehearser.h"

#include <QCoreApplication>
#include <QLocale>

namespace Slipway {

namespace {

const QString yesOption = QStringLiteral("yes");
const QString rehearseOption = QStringLiteral("rehearse");
const QString untilOption = QStringLiteral("until");

bool nameStep(Call &call, const Checklist &checklist)
{
    const QString until = call.options.value(untilOption);
    if (until.isEmpty() || checklist.step(until))
        return true;
    call.terminal.fail(Error(QStringLiteral("step.unknown"),
                             QT_TRANSLATE_NOOP("Slipway::Error", "This run has no step %1."),
                             {until}));
    return false;
}

RunDriver::Options driverOptions(const Call &call)
{
    return {call.options.value(untilOption), call.options.isSet(yesOption), -1};
}

/// What the command line asks for; nothing: it names a step that is not there, which was said.
Result<std::optional<NewRunRequest>> requestOf(Call &call)
{
    auto document = Session::document(call.arguments[0]);
    if (!document)
        return document.error();
    const NewRunRequest request{document->bytes, document->file, {}};
    auto checklist = loadTrusted(request, call.session.services());
    if (!checklist)
        return checklist.error();
    if (!nameStep(call, *checklist))
        return std::optional<NewRunRequest>();
    if (auto fine = checkGivenSecrets(call, *checklist); !fine)
        return fine.error();
    auto handedOn = inputsAfter(call, call.arguments[0]);
    auto inputs = handedOn ? inputsOf(call, *checklist) : handedOn;
    if (!inputs)
        return inputs.error();
    handedOn->insert(*inputs);
    return std::optional(NewRunRequest{document->bytes, document->file, *handedOn});
}

Result<QString> create(Call &call)
{
    const auto request = requestOf(call);
    if (!request)
        return request.error();
    if (!*request)
        return QString();
    if (auto opened = call.session.open(); !opened)
        return opened.error();
    return createRun(**request, call.session.services());
}

/// Opens no journal and makes no folder but the scratch one.
int rehearse(Call &call)
{
    const auto request = requestOf(call);
    if (request && !*request)
        return Status::wrongUse;
    const auto rehearsal = request ? Rehearser(call.session.services()).rehearse(**request)
                                   : Result<Rehearsal>(request.error());
    if (!rehearsal) {
        call.terminal.fail(rehearsal.error());
        return Status::wrongUse;
    }
    if (call.terminal.isJson()) {
        call.terminal.print(rehearsal->toJson());
    } else {
        const QStringList lines = rehearsalLines(*rehearsal, QLocale().name());
        call.terminal.printBytes(lines.join(u'\n').toUtf8() + '\n');
    }
    return rehearsal->wouldFail() ? Status::no : Status::ok;
}

int driveNew(Call &call, const QString &id)
{
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("run"), id}});
    else
        call.terminal.print(id);
    if (!takeSecretsOfRun(call, id))
        return Status::wrongUse;
    return RunDrive(call, id, driverOptions(call)).exec();
}

int run(Call &call)
{
    if (wantsContinuation(call)) {
        int status = Status::ok;
        const auto continued = createContinuation(call, status);
        return continued ? driveNew(call, *continued) : status;
    }
    if (call.arguments.isEmpty() || wantsOnlyPreview(call)) {
        call.terminal.fail(Error(QStringLiteral("usage"),
                                 QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "`run` needs a checklist; --dry-run goes with "
                                                   "--continue-from.")));
        return Status::wrongUse;
    }
    if (call.options.isSet(rehearseOption))
        return rehearse(call);
    const auto id = create(call);
    if (!id) {
        call.terminal.fail(id.error());
        return Status::wrongUse;
    }
    if (id->isEmpty())
        return Status::wrongUse;
    return driveNew(call, *id);
}

int resume(Call &call)
{
    const auto id = openRun(call, call.arguments[0]);
    if (!id)
        return Status::wrongUse;
    if (call.options.isSet(untilOption)) {
        const auto fold = loadRun(call.session.store(), *id);
        const auto checklist = fold ? pinnedChecklist(*fold, call.session.services().objects())
                                    : Result<Checklist>(fold.error());
        if (checklist && !nameStep(call, *checklist))
            return Status::wrongUse;
    }
    if (!takeSecretsOfRun(call, *id))
        return Status::wrongUse;
    return RunDrive(call, *id, driverOptions(call)).exec();
}

} // namespace

QList<Verb> runVerbs()
{
    const auto text = [](const char *help) {
        return QCoreApplication::translate("Slipway::Help", help);
    };
    const QCommandLineOption yes(
        yesOption, text(QT_TRANSLATE_NOOP("Slipway::Help",
                                          "Give the go-ahead to steps that only wait for one.")));
    const QCommandLineOption until(untilOption,
                                   text(QT_TRANSLATE_NOOP("Slipway::Help", "End after this step.")),
                                   QStringLiteral("STEP"));
    const QCommandLineOption rehearsal(
        rehearseOption,
        text(QT_TRANSLATE_NOOP("Slipway::Help",
                               "Do nothing: show the plan, the commands and the changes of every "
                               "step. Status 1 if a step would fail.")));
    return {
        {"run", "CHECKLIST --input NAME=VALUE",
         QT_TRANSLATE_NOOP("Slipway::Help", "Start a checklist: a file or a bundled name."),
         QList<QCommandLineOption>{inputOption(), secretOption(), afterOption(), yes, until,
                                   rehearsal} +
             continuationOptions(),
         0, 1, run},
        {"resume",
         "RUN",
         QT_TRANSLATE_NOOP("Slipway::Help", "Go on with a run until a person is needed."),
         {secretOption(), yes, until},
         1,
         1,
         resume},
    };
}

} // namespace Slipway
