// SPDX-License-Identifier: MIT
#include "app/commandline/rehearsaltext.h"
#include "app/commandline/rundrive.h"
#include "app/commandline/verbs.h"
#include "core/checklist/lint.h"
#include "core/run/continuation.h"
#include "core/run/rehearser.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTextStream>
#include <unistd.h>

namespace Slipway {

namespace {

const QString inputOption = QStringLiteral("input");
const QString yesOption = QStringLiteral("yes");
const QString rehearseOption = QStringLiteral("rehearse");
const QString untilOption = QStringLiteral("until");
const QString continueOption = QStringLiteral("continue-from");
const QString dryOption = QStringLiteral("dry-run");
const QString yesCarryOption = QStringLiteral("yes-carry");

/// Relative paths on the command line are below the current folder.
Value absolute(const Value &value)
{
    if (value.isText() && !value.text().isEmpty())
        return Value(QDir::cleanPath(QDir::current().absoluteFilePath(value.text())));
    Value::List list;
    const Value::List values = value.list();
    for (const Value &one : values)
        list.append(absolute(one));
    return value.isList() ? Value(list) : value;
}

bool isPathType(Type type)
{
    return type == Type::Directory || type == Type::File;
}

/// One --input: a list may also be given as JSON.
Value parsedInput(const QString &text, const TypeSpec &type)
{
    const bool mayBeJson = type.type == Type::List || type.type == Type::Map;
    if (mayBeJson && (text.startsWith(u'[') || text.startsWith(u'{'))) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isArray())
            return Value::fromJson(document.array());
        if (document.isObject())
            return Value::fromJson(document.object());
    }
    return Value(text);
}

Result<Value::Map> inputsOf(const QStringList &given, const Checklist &checklist)
{
    Value::Map inputs;
    for (const QString &text : given) {
        const qsizetype equals = text.indexOf(u'=');
        const QString name = text.left(equals);
        if (equals <= 0)
            return Error(QStringLiteral("usage"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "--input needs NAME=VALUE, not %1."),
                         {text});
        const InputSpec *spec = checklist.input(name);
        const TypeSpec type = spec ? spec->type : TypeSpec{};
        Value value = parsedInput(text.mid(equals + 1), type);
        if (type.type == Type::List && !value.isList())
            value = Value(inputs.value(name).list() + Value::List{value});
        if (isPathType(type.type) || (type.type == Type::List && isPathType(type.element)))
            value = absolute(value);
        inputs.insert(name, value);
    }
    return inputs;
}

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
    auto checklist =
        loadChecklist(document->bytes, document->file, call.session.kinds().catalogue());
    if (!checklist)
        return checklist.error();
    if (!nameStep(call, *checklist))
        return std::optional<NewRunRequest>();
    auto inputs = inputsOf(call.options.values(inputOption), *checklist);
    if (!inputs)
        return inputs.error();
    return std::optional(NewRunRequest{document->bytes, document->file, *inputs});
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
    const auto inputs = inputsOf(call.options.values(inputOption), *read.checklist);
    if (!inputs)
        return inputs.error();
    for (auto it = inputs->cbegin(); it != inputs->cend(); ++it)
        filled->inputs.insert(it.key(), it.value());
    return filled;
}

/// `run --continue-from`: shows what is taken over, and creates the run unless that is all.
/// Nothing and a status when it ends here.
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

int driveNew(Call &call, const QString &id)
{
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("run"), id}});
    else
        call.terminal.print(id);
    return RunDrive(call, id, driverOptions(call)).exec();
}

int run(Call &call)
{
    if (call.options.isSet(continueOption)) {
        int status = Status::ok;
        const auto continued = createContinuation(call, status);
        return continued ? driveNew(call, *continued) : status;
    }
    if (call.arguments.isEmpty() || call.options.isSet(dryOption)) {
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
    return RunDrive(call, *id, driverOptions(call)).exec();
}

} // namespace

QList<Verb> runVerbs()
{
    const auto text = [](const char *help) {
        return QCoreApplication::translate("Slipway::Help", help);
    };
    const QCommandLineOption input(
        inputOption,
        text(QT_TRANSLATE_NOOP("Slipway::Help", "A value to start with; a list is repeated.")),
        QStringLiteral("NAME=VALUE"));
    const QCommandLineOption yes(
        yesOption, text(QT_TRANSLATE_NOOP("Slipway::Help",
                                          "Give the go-ahead to steps that only wait for one.")));
    const QCommandLineOption until(untilOption,
                                   text(QT_TRANSLATE_NOOP("Slipway::Help", "End after this step.")),
                                   QStringLiteral("STEP"));
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
    const QCommandLineOption rehearsal(
        rehearseOption,
        text(QT_TRANSLATE_NOOP("Slipway::Help",
                               "Do nothing: show the plan, the commands and the changes of every "
                               "step. Status 1 if a step would fail.")));
    return {
        {"run",
         "CHECKLIST --input NAME=VALUE",
         QT_TRANSLATE_NOOP("Slipway::Help", "Start a checklist: a file or a bundled name."),
         {input, yes, until, rehearsal, continueFrom, dryRun, yesCarry},
         0,
         1,
         run},
        {"resume",
         "RUN",
         QT_TRANSLATE_NOOP("Slipway::Help", "Go on with a run until a person is needed."),
         {yes, until},
         1,
         1,
         resume},
    };
}

} // namespace Slipway
