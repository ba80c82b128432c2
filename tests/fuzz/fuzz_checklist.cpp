// SPDX-License-Identifier: MIT
// A checklist and the files that it includes, as anybody may have written them: read, then checked
// for its meaning. Parts between lines of %%% are the included files.
#include "tests/fuzz/fuzz.h"

#include "core/checklist/lint.h"

using namespace Slipway;

namespace {

TypeSpec typeOf(Type type, Type element = Type::Any)
{
    return {type, {QStringLiteral("one"), QStringLiteral("two")}, element, false};
}

/// A kind with one parameter and one output of each type.
KindSpec everything()
{
    KindSpec kind;
    kind.name = QStringLiteral("everything");
    for (int i = 0; i <= int(Type::Any); ++i) {
        const QString name = typeName(Type(i));
        kind.parameters.append({name, typeOf(Type(i)), i == 0, ""});
        kind.outputs.append({name, Type(i), ""});
    }
    kind.evidence = {QStringLiteral("log"), QStringLiteral("diff")};
    return kind;
}

KindSpec command()
{
    KindSpec kind;
    kind.name = QStringLiteral("command");
    kind.parameters = {
        {QStringLiteral("run"), typeOf(Type::List), true, "", QStringLiteral("shell")},
        {QStringLiteral("shell"), typeOf(Type::Flag), false, ""},
        {QStringLiteral("in"), typeOf(Type::Path), false, ""},
        {QStringLiteral("env"), typeOf(Type::Map), false, ""},
        {QStringLiteral("capture"), typeOf(Type::Map), false, ""}};
    kind.outputs = {{QStringLiteral("status"), Type::Number, ""}};
    kind.evidence = {QStringLiteral("log")};
    kind.outputsIn = QStringLiteral("capture");
    kind.canBePolled = true;
    return kind;
}

KindSpec ofPeople(const char *name, Doer doer)
{
    KindSpec kind;
    kind.name = QLatin1String(name);
    kind.doer = doer;
    kind.parameters = {{QStringLiteral("evidence"), typeOf(Type::List, Type::Text), false, ""},
                       {QStringLiteral("items"), typeOf(Type::List), false, ""},
                       {QStringLiteral("text"), typeOf(Type::Prose), false, ""}};
    return kind;
}

Catalogue catalogue()
{
    Catalogue kinds;
    for (const KindSpec &kind : {everything(), command(), ofPeople("manual", Doer::Person),
                                 ofPeople("approval", Doer::Quorum)})
        kinds.insert(kind.name, kind);
    return kinds;
}

/// Whoever reads the error finds the place.
void mustHavePlace(const Error &error, const QList<QByteArray> &parts)
{
    Fuzz::mustHold(!error.code().isEmpty() && !error.message().isEmpty(), "an error says what");
    qsizetype lines = 0;
    for (const QByteArray &part : parts)
        lines = qMax(lines, part.count('\n') + part.count('\r') + 1);
    Fuzz::mustHold(error.place().isValid(), "an error names its file");
    Fuzz::mustHold(error.place().line >= 0 && error.place().line <= lines + 1,
                   "an error names a line of the file");
    Fuzz::mustHold(error.place().column >= 0, "an error names a column");
    Fuzz::mustHold(Error::fromJson(error.toJson()) == error, "an error can be kept");
}

void look(const Checklist &checklist)
{
    const auto values = resolveInputs(checklist, {}, false);
    Fuzz::mustHold(values.isOk() || !values.error().message().isEmpty(), "an error says what");
    const auto dependents = checklist.allDependents();
    for (const StepSpec &step : checklist.steps) {
        checklist.prerequisites(step);
        step.references();
        Fuzz::mustHold(checklist.step(step.id) != nullptr, "a step is found by its id");
        Fuzz::mustHold(checklist.stage(step.stage) != nullptr, "a step has a stage");
        if (step.undo)
            step.undoStep().references();
    }
    Fuzz::mustHold(dependents.size() <= checklist.steps.size(), "only steps have dependents");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Catalogue kinds = catalogue();
    const QList<QByteArray> parts = Fuzz::partsOf(Fuzz::bytesOf(data, size));
    const auto include = [&parts](const QString &path) -> Result<QByteArray> {
        const qsizetype part = path.startsWith(QLatin1String("two")) ? 2 : 1;
        if (part < parts.size())
            return parts[part];
        return Error(QStringLiteral("fuzz.none"), "there is no such file");
    };
    const auto read = readChecklist(parts.first(), QStringLiteral("a.checklist.yaml"), include);
    Fuzz::mustHold(read.checklist.has_value() == read.errors.isEmpty(),
                   "a checklist is read, or there are errors");
    for (const Error &error : read.errors)
        mustHavePlace(error, parts);
    if (!read.checklist)
        return 0;
    look(*read.checklist);
    const auto findings = lint(*read.checklist, kinds);
    bool isFine = true;
    for (const LintFinding &finding : findings) {
        mustHavePlace(finding.problem, parts);
        isFine = isFine && finding.severity == LintFinding::Severity::Warning;
    }
    if (!isFine)
        return 0;
    for (const StepSpec &step : read.checklist->steps) {
        for (const QString &need : step.needs)
            Fuzz::mustHold(read.checklist->step(need) != nullptr, "what is needed exists");
    }
    return 0;
}
