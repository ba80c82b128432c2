// SPDX-License-Identifier: MIT
#include "app/commandline/continuefrom.h"

#include "app/commandline/runinputs.h"
#include "core/run/continuation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTextStream>
#include <unistd.h>

namespace Slipway {

namespace {

const QString continueOption = QStringLiteral("continue-from");
const QString dryOption = QStringLiteral("dry-run");
const QString yesCarryOption = QStringLiteral("yes-carry");

QJsonObject previewJson(const CarryPreview &preview)
{
    QJsonArray steps;
    for (const CarryStep &step : preview.steps) {
        QJsonObject json{{QStringLiteral("step"), step.step},
                         {QStringLiteral("carried"), step.isCarried}};
        if (!step.isCarried)
            json[QStringLiteral("why")] = step.why.english();
        steps.append(json);
    }
    return {{QStringLiteral("continues"), preview.run}, {QStringLiteral("steps"), steps}};
}

QStringList previewLines(const CarryPreview &preview)
{
    const auto text = [](const char *sentence) {
        return QCoreApplication::translate("Slipway::Message", sentence);
    };
    QStringList lines{
        text(QT_TRANSLATE_NOOP("Slipway::Message",
                               "A new run takes over %1 of %2 steps from the run %3:"))
            .arg(preview.carried())
            .arg(preview.steps.size())
            .arg(preview.run)};
    const QString carried = text(QT_TRANSLATE_NOOP("Slipway::Message", "taken over"));
    const QString again = text(QT_TRANSLATE_NOOP("Slipway::Message", "done again"));
    for (const CarryStep &step : preview.steps)
        lines.append(step.isCarried
                         ? QStringLiteral("  %1  %2").arg(carried.leftJustified(12), step.step)
                         : QStringLiteral("  %1  %2: %3")
                               .arg(again.leftJustified(12), step.step, step.why.translated()));
    return lines;
}

/// Asks only a person who sits there; a script has said what it wants.
bool isAgreed(const Call &call)
{
    if (call.options.isSet(yesCarryOption) || call.terminal.isJson() || !::isatty(STDIN_FILENO) ||
        !::isatty(STDERR_FILENO))
        return true;
    call.terminal.say(QCoreApplication::translate(
        "Slipway::Message", "The old run is closed by this. Go on? Type yes:"));
    QTextStream input(stdin);
    return input.readLine().trimmed() == QLatin1String("yes");
}

/// What --input says, on the checklist that the new run is to have.
Result<NewRunRequest> requestToContinue(const Call &call, const QString &run)
{
    const auto old = loadRun(call.session.store(), run);
    if (!old)
        return old.error();
    const auto document = Session::document(call.arguments.value(0, old->checklistFile));
    if (!document)
        return document.error();
    const NewRunRequest request{document->bytes, document->file, {}};
    auto filled = continuationRequest(run, request, call.session.services());
    if (!filled)
        return filled;
    const ReadChecklist read = readChecklist(filled->checklist, filled->file);
    if (!read.checklist)
        return read.errors.first();
    const auto inputs = inputsOf(call, *read.checklist);
    if (!inputs)
        return inputs.error();
    for (auto it = inputs->cbegin(); it != inputs->cend(); ++it)
        filled->inputs.insert(it.key(), it.value());
    return filled;
}

} // namespace

QList<QCommandLineOption> continuationOptions()
{
    const auto text = [](const char *help) {
        return QCoreApplication::translate("Slipway::Help", help);
    };
    const QCommandLineOption continueFrom(
        continueOption,
        text(QT_TRANSLATE_NOOP("Slipway::Help",
                               "Take over from this run what did not change, and close it.")),
        QStringLiteral("RUN"));
    const QCommandLineOption dryRun(
        dryOption, text(QT_TRANSLATE_NOOP("Slipway::Help", "Only say what would be taken over.")));
    const QCommandLineOption yesCarry(
        yesCarryOption,
        text(QT_TRANSLATE_NOOP("Slipway::Help", "Do not ask whether that is what is meant.")));
    return {continueFrom, dryRun, yesCarry};
}

bool wantsContinuation(const Call &call)
{
    return call.options.isSet(continueOption);
}

bool wantsOnlyPreview(const Call &call)
{
    return call.options.isSet(dryOption);
}

std::optional<QString> createContinuation(Call &call, int &status)
{
    status = Status::wrongUse;
    const auto old = openRun(call, call.options.value(continueOption));
    if (!old)
        return std::nullopt;
    const RunServices services = call.session.services();
    const auto request = requestToContinue(call, *old);
    const auto preview = request ? previewContinuation(*old, *request, services)
                                 : Result<CarryPreview>(request.error());
    if (!preview) {
        call.terminal.fail(preview.error());
        return std::nullopt;
    }
    const bool isDry = call.options.isSet(dryOption);
    status = Status::ok;
    if (isDry && call.terminal.isJson()) {
        call.terminal.print(previewJson(*preview));
        return std::nullopt;
    }
    const QStringList lines = previewLines(*preview);
    for (const QString &line : lines)
        isDry ? call.terminal.print(line) : call.terminal.say(line);
    if (isDry)
        return std::nullopt;
    status = Status::no;
    if (!isAgreed(call))
        return std::nullopt;
    const auto id = continueRun(*old, *request, services);
    if (!id) {
        status = Status::wrongUse;
        call.terminal.fail(id.error());
        return std::nullopt;
    }
    return *id;
}

} // namespace Slipway
