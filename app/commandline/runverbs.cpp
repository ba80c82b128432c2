// SPDX-License-Identifier: MIT
#include "app/commandline/rundrive.h"
#include "app/commandline/verbs.h"
#include "core/checklist/lint.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace Slipway {

namespace {

const QString inputOption = QStringLiteral("input");
const QString yesOption = QStringLiteral("yes");
const QString untilOption = QStringLiteral("until");

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

Result<QString> create(Call &call)
{
    auto document = Session::document(call.arguments[0]);
    if (!document)
        return document.error();
    auto checklist =
        loadChecklist(document->bytes, document->file, call.session.kinds().catalogue());
    if (!checklist)
        return checklist.error();
    if (!nameStep(call, *checklist))
        return QString();
    auto inputs = inputsOf(call.options.values(inputOption), *checklist);
    if (!inputs)
        return inputs.error();
    if (auto opened = call.session.open(); !opened)
        return opened.error();
    return createRun({document->bytes, document->file, *inputs}, call.session.services());
}

int run(Call &call)
{
    const auto id = create(call);
    if (!id) {
        call.terminal.fail(id.error());
        return Status::wrongUse;
    }
    if (id->isEmpty())
        return Status::wrongUse;
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("run"), *id}});
    else
        call.terminal.print(*id);
    return RunDrive(call, *id, driverOptions(call)).exec();
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
    return {
        {"run",
         "CHECKLIST --input NAME=VALUE",
         QT_TRANSLATE_NOOP("Slipway::Help", "Start a checklist: a file or a bundled name."),
         {input, yes, until},
         1,
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
