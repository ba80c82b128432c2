// SPDX-License-Identifier: MIT
#include "core/steps/pythonbuildstep.h"

#include "core/packages/version.h"
#include "core/steps/builtwheel.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

namespace {

QList<ParameterSpec> parameters()
{
    ParameterSpec how = optional(
        QStringLiteral("how"), Type::Choice,
        QT_TRANSLATE_NOOP("Slipway::Help",
                          "wheel: a wheel by pip (unless said); build: wheel and source archive by "
                          "the package build, which is installed first."));
    how.type.choices = {QStringLiteral("wheel"), QStringLiteral("build")};
    return {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The project: the folder with its pyproject.toml or setup.py.")),
        how,
        optional(QStringLiteral("version"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The version that the wheel must have; any unless said.")),
        optional(QStringLiteral("python"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The Python to build with, a program or a path; python3 unless "
                                   "said.")),
        optional(QStringLiteral("wheels"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A folder with wheels of all that the build needs; then no "
                                   "package index is asked."))};
}

KindSpec pythonSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("python.build");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Builds the wheel of a Python project in an environment of its "
                                  "own, and reads the version back from it.");
    spec.parameters = parameters();
    spec.outputs = {
        {QStringLiteral("wheel"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The wheel, absolute.")},
        {QStringLiteral("wheel-sha256"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The SHA-256 of the wheel.")},
        {QStringLiteral("sdist"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The source archive, absolute; empty: none.")},
        {QStringLiteral("sdist-sha256"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The SHA-256 of the source archive.")},
        {QStringLiteral("name"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The name of the package, as the wheel has it.")},
        {QStringLiteral("version"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The version of the package, as the wheel has it.")}};
    spec.evidence = {QStringLiteral("log"), QStringLiteral("wheel")};
    spec.reaches = {
        {Reach::Program, "python3", QStringLiteral("python")},
        {Reach::Host, QT_TRANSLATE_NOOP("Slipway::Message", "the package index that pip uses")}};
    return spec;
}

Result<QString> projectOf(const Value::Map &with, const StepContext &context)
{
    const auto folder = rootFolder(with[QStringLiteral("in")], context.workspace);
    if (!folder)
        return folder.error();
    for (const char *file : {"/pyproject.toml", "/setup.py"}) {
        if (context.files.exists(*folder + QLatin1String(file)))
            return *folder;
    }
    return Error(QStringLiteral("python.no-project"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 is no Python project: it has neither pyproject.toml nor "
                                   "setup.py."),
                 {*folder});
}

/// The folders of one attempt; that of what was built gets its name last.
struct BuildPlace
{
    QString root;
    QString venv;
    QString building;
    QString built;
    QString python; ///< of the environment
};

BuildPlace placeOf(const StepContext &context)
{
    const QString root =
        context.workspace + QStringLiteral("/python-build/") + context.effectKey.left(16);
    return {root, root + QStringLiteral("/venv"), root + QStringLiteral("/building"),
            root + QStringLiteral("/dist"), root + QStringLiteral("/venv/bin/python")};
}

QList<QStringList> commandsOf(const QString &project, const QString &python, bool usesBuild,
                              const BuildPlace &place)
{
    const QStringList pip{place.python, QStringLiteral("-I"), QStringLiteral("-m"),
                          QStringLiteral("pip"), QStringLiteral("--disable-pip-version-check")};
    QList<QStringList> commands{{python, QStringLiteral("-m"), QStringLiteral("venv"),
                                 QStringLiteral("--clear"), QStringLiteral("--"), place.venv}};
    if (usesBuild)
        commands << pip + QStringList{QStringLiteral("install"), QStringLiteral("--"),
                                      QStringLiteral("build")}
                 << QStringList{place.python,
                                QStringLiteral("-I"),
                                QStringLiteral("-m"),
                                QStringLiteral("build"),
                                QStringLiteral("--outdir"),
                                place.building,
                                QStringLiteral("--"),
                                project};
    else
        commands << pip + QStringList{QStringLiteral("wheel"),       QStringLiteral("--no-deps"),
                                      QStringLiteral("--wheel-dir"), place.building,
                                      QStringLiteral("--"),          project};
    commands.append({QStringLiteral("mv"), QStringLiteral("-T"), QStringLiteral("--"),
                     place.building, place.built});
    return commands;
}

ProgramSpec programsOf(const QList<QStringList> &commands, const QString &wheels,
                       const StepContext &context)
{
    ProgramSpec programs;
    programs.directory = context.workspace;
    programs.timeoutMs = context.timeoutMs;
    for (const QStringList &argv : commands) {
        Command command;
        command.argv = argv;
        programs.commands.append(command);
    }
    programs.environment = {{QStringLiteral("PIP_NO_INPUT"), QStringLiteral("1")},
                            {QStringLiteral("PYTHONUNBUFFERED"), QStringLiteral("1")}};
    if (!wheels.isEmpty()) {
        // Also for the environments in which pip and build prepare what the project needs.
        programs.environment[QStringLiteral("PIP_NO_INDEX")] = QStringLiteral("1");
        programs.environment[QStringLiteral("PIP_FIND_LINKS")] = wheels;
    }
    return programs;
}

/// Two ways to write one version are one version.
bool isSameVersion(const QString &one, const QString &other)
{
    const auto first = Version::parse(one);
    const auto second = Version::parse(other);
    return first && second ? *first == *second : one == other;
}

QByteArray shownWheel(const BuiltWheel &built)
{
    QString text =
        QStringLiteral("%1 %2\n%3  %4\n")
            .arg(built.name, built.version, built.wheelSha256, QFileInfo(built.wheel).fileName());
    if (!built.sdist.isEmpty())
        text +=
            QStringLiteral("%1  %2\n").arg(built.sdistSha256, QFileInfo(built.sdist).fileName());
    return text.toUtf8();
}

/// What the build left, with what is wrong with it.
Outcome judged(const Intent &intent, const StepContext &context, QList<Evidence> evidence)
{
    const Value::Map &data = intent.plan.data;
    const auto built = builtWheel(data[QStringLiteral("built")].text(),
                                  data[QStringLiteral("python")].text(), context);
    if (!built)
        return Outcome::failed(built.error(), evidence);
    const auto shown = storeEvidence(context, QStringLiteral("wheel"), QStringLiteral("text"),
                                     shownWheel(*built), built->name + u' ' + built->version);
    if (!shown)
        return Outcome::failed(shown.error(), evidence);
    evidence.append(*shown);
    const QString wanted = data[QStringLiteral("version")].text();
    if (!wanted.isEmpty() && !isSameVersion(wanted, built->version))
        return Outcome::failed(
            Error(QStringLiteral("python.version"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "The wheel of %1 has the version %2, not "
                                                      "%3. Set the version in the project."),
                  {built->name, built->version, wanted}),
            evidence);
    return Outcome::succeeded({{QStringLiteral("wheel"), Value(built->wheel)},
                               {QStringLiteral("wheel-sha256"), Value(built->wheelSha256)},
                               {QStringLiteral("sdist"), Value(built->sdist)},
                               {QStringLiteral("sdist-sha256"), Value(built->sdistSha256)},
                               {QStringLiteral("name"), Value(built->name)},
                               {QStringLiteral("version"), Value(built->version)}},
                              evidence);
}

} // namespace

PythonBuildStep::PythonBuildStep() : m_spec(pythonSpec()) {}

Result<Plan> PythonBuildStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto project = projectOf(with, context);
    if (!project)
        return project.error();
    const Value wheels = with[QStringLiteral("wheels")];
    const auto links =
        wheels.isNull() ? Result<QString>(QString()) : rootFolder(wheels, context.workspace);
    if (!links)
        return links.error();
    const QString named = with[QStringLiteral("python")].text();
    const QString python = named.isEmpty() ? QStringLiteral("python3") : named;
    const bool usesBuild = with[QStringLiteral("how")].text() == u"build";
    const BuildPlace place = placeOf(context);
    Plan plan;
    plan.undo = nothingToUndo(
        QT_TRANSLATE_NOOP("Slipway::Message",
                          "What is built stays in the workspace of the run; what the build writes "
                          "beside the project, such as build/, stays there."));
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Builds the wheel of %1."), {*project});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Folder")), *project},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Python")), python},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Result in")), place.built}};
    if (!links->isEmpty())
        plan.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Packages from")), *links});
    plan.data = {{QStringLiteral("built"), Value(place.built)},
                 {QStringLiteral("python"), Value(python)},
                 {QStringLiteral("version"), with[QStringLiteral("version")]}};
    plan.programs = programsOf(commandsOf(*project, python, usesBuild, place), *links, context);
    return plan;
}

Result<Aftermath> PythonBuildStep::rehearse(const Intent &intent, const StepContext &,
                                            Overlay &overlay) const
{
    overlay.putUnknown(intent.plan.data[QStringLiteral("built")].text(), intent.step);
    return Aftermath();
}

Outcome PythonBuildStep::conclude(const Intent &intent, const ProgramResult &result,
                                  const StepContext &context) const
{
    const Outcome outcome = concludePrograms(result, context);
    return outcome.end == Outcome::End::Succeeded ? judged(intent, context, outcome.evidence)
                                                  : outcome;
}

Finding PythonBuildStep::probe(const Intent &intent, const StepContext &context) const
{
    const QString built = intent.plan.data[QStringLiteral("built")].text();
    if (!QFileInfo(built).isDir())
        return findingOf(Finding::Verdict::NotDone,
                         Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                   "The build did not come to its end, so it can "
                                                   "be done again.")));
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The build came to its end: %1."), {built}));
    finding.outcome = judged(intent, context, {});
    return finding;
}

} // namespace Slipway
