// SPDX-License-Identifier: MIT
#include "core/steps/composestep.h"

#include "core/base/canonicaljson.h"
#include "core/steps/composeproject.h"
#include "core/steps/composeundo.h"
#include "core/steps/parameters.h"
#include "core/steps/startedcontainers.h"
#include "core/steps/undoing.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

QList<ParameterSpec> composeParameters()
{
    ParameterSpec action =
        required(QStringLiteral("action"), Type::Choice,
                 QT_TRANSLATE_NOOP("Slipway::Help", "What to do with the services."));
    action.type.choices = {QStringLiteral("up"), QStringLiteral("down"), QStringLiteral("start"),
                           QStringLiteral("stop"), QStringLiteral("restart")};
    return {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder with the compose file; else the workspace.")),
        action,
        optional(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The compose file, below \"in\"; else the one compose finds.")),
        optional(QStringLiteral("services"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Only these services; not with down.")),
        optional(QStringLiteral("build"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "With up: build the images first.")),
        optional(QStringLiteral("volumes"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "With down: remove the volumes and their data "
                                                    "too.")),
        optional(QStringLiteral("project"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The project's name; else the one compose would give it.")),
    };
}

KindSpec composeSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("docker.compose");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Brings the services of a compose file up or down, or starts, "
                                  "stops or restarts them.");
    spec.parameters = composeParameters();
    spec.outputs = {
        {QStringLiteral("project"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The project's name.")},
        {QStringLiteral("states"), Type::Map,
         QT_TRANSLATE_NOOP("Slipway::Help", "The state of each service afterwards, such as "
                                            "running or exited.")},
    };
    spec.evidence = {QStringLiteral("containers"), QStringLiteral("log")};
    spec.reaches = {
        {Reach::Program, "docker"},
        {Reach::Path, "", QStringLiteral("file")},
        {Reach::Host, QT_TRANSLATE_NOOP("Slipway::Message", "the registries of the images")}};
    return spec;
}

/// The words after the program and the project.
QStringList actionWords(const Value::Map &with, const QStringList &services)
{
    const QString action = with[QStringLiteral("action")].text();
    QStringList words{action};
    if (action == u"up")
        words << QStringLiteral("-d");
    if (action == u"up" && with[QStringLiteral("build")].flag())
        words << QStringLiteral("--build");
    if (action == u"down" && with[QStringLiteral("volumes")].flag())
        words << QStringLiteral("--volumes");
    return action == u"down" ? words : words + services;
}

QStringList composeWords(const ComposeProgram &program, const ComposeProject &project)
{
    QStringList words = program.argv;
    if (!project.file.isEmpty())
        words << QStringLiteral("-f") << project.file;
    return words << QStringLiteral("-p") << project.name;
}

/// The services that the action is about; fails when the file names no such service.
Result<QStringList> servicesOf(const QStringList &wanted, const QStringList &words,
                               const QString &folder, const StepContext &context)
{
    Question question;
    question.argv = words + QStringList{QStringLiteral("config"), QStringLiteral("--services")};
    question.directory = folder;
    const auto reply = context.ask(question);
    if (!reply && isUnknownInRehearsal(reply.error()))
        return wanted;
    if (!reply)
        return reply.error();
    const QString said = QString::fromUtf8(reply->errorOutput).trimmed();
    if (!reply->isSuccess())
        return Error(QStringLiteral("compose.invalid"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Compose does not accept the file in %1: %2"),
                     {folder, said.section(u'\n', 0, 0)})
            .withDetail(said);
    QStringList known = QString::fromUtf8(reply->output).split(u'\n', Qt::SkipEmptyParts);
    known.sort();
    for (const QString &service : wanted) {
        if (!known.contains(service))
            return Error(QStringLiteral("compose.no-service"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The compose file in %1 has no service %2; it has %3."),
                         {folder, service, known.join(u", ")});
    }
    return wanted.isEmpty() ? known : wanted;
}

Message summaryOf(const QString &action, const QString &name)
{
    if (action == u"up")
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Brings the project %1 up."), {name});
    if (action == u"down")
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "Removes the containers of the project %1."),
            {name});
    if (action == u"start")
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Starts services of the project %1."),
                       {name});
    if (action == u"stop")
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Stops services of the project %1."),
                       {name});
    return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Restarts services of the project %1."),
                   {name});
}

ProgramSpec programsOf(const QStringList &argv, const QString &folder)
{
    ProgramSpec programs;
    programs.commands = {Command{argv, {}, false}};
    programs.directory = folder;
    // A log is no terminal: one line for each step of a build, no moving bars.
    programs.environment = {{QStringLiteral("BUILDKIT_PROGRESS"), QStringLiteral("plain")},
                            {QStringLiteral("COMPOSE_PROGRESS"), QStringLiteral("plain")},
                            {QStringLiteral("COMPOSE_ANSI"), QStringLiteral("never")}};
    return programs;
}

QString folderOf(const Intent &intent)
{
    return intent.plan.data[QStringLiteral("folder")].text();
}

Result<QList<Container>> containersNow(const Intent &intent, const StepContext &context)
{
    return containersOf(folderOf(intent), intent.plan.data[QStringLiteral("services")].texts(),
                        engineOf(context));
}

/// A service with several containers is as its worst one.
Value::Map statesOf(const QList<Container> &containers)
{
    Value::Map states;
    for (const Container &container : containers) {
        if (!states.contains(container.service()) || !container.isRunning())
            states.insert(container.service(), Value(container.state));
    }
    return states;
}

Outcome describe(Outcome outcome, const Intent &intent, const QList<Container> &containers,
                 const StepContext &context)
{
    outcome.outputs = {{QStringLiteral("project"), intent.plan.data[QStringLiteral("project")]},
                       {QStringLiteral("states"), Value(statesOf(containers))}};
    QJsonArray facts;
    for (const Container &container : containers)
        facts.append(QJsonObject{
            {QStringLiteral("label"), container.service()},
            {QStringLiteral("value"),
             QStringList{container.state, container.name, container.image}.join(u" · ")}});
    const auto bytes = canonicalJson(facts);
    auto evidence = bytes ? storeEvidence(context, QStringLiteral("containers"),
                                          QStringLiteral("facts"), *bytes)
                          : Result<Evidence>(bytes.error());
    if (evidence)
        outcome.evidence.prepend(*evidence);
    return outcome;
}

QStringList idsOf(const QList<Container> &containers)
{
    QStringList ids;
    for (const Container &container : containers)
        ids.append(container.id);
    return ids;
}

/// True if the containers are what the action leaves.
bool isReached(const Intent &intent, const QList<Container> &now)
{
    const QString action = intent.plan.data[QStringLiteral("action")].text();
    const auto before = intent.plan.before[QStringLiteral("containers")].list();
    const auto isSame = [&](const Container &container) {
        return std::any_of(before.begin(), before.end(), [&](const Value &old) {
            return old[QStringLiteral("id")].text() == container.id &&
                   old[QStringLiteral("started")].text() == container.startedAt;
        });
    };
    const auto isRunning = [](const Container &container) { return container.isRunning(); };
    if (action == u"down")
        return now.isEmpty();
    if (action == u"stop")
        return std::none_of(now.begin(), now.end(), isRunning);
    const QStringList services = intent.plan.data[QStringLiteral("services")].texts();
    const auto states = statesOf(now);
    const bool isUp = !now.isEmpty() && std::all_of(now.begin(), now.end(), isRunning) &&
                      std::all_of(services.begin(), services.end(),
                                  [&](const QString &service) { return states.contains(service); });
    // One from before that the file has otherwise by now is still to be replaced.
    const auto hashes = intent.plan.data[QStringLiteral("hashes")].map();
    if (std::any_of(now.begin(), now.end(),
                    [&](const Container &one) { return isOtherwise(one, hashes); }))
        return false;
    const bool mustChange = action == u"restart" || intent.with[QStringLiteral("build")].flag();
    // Running as before says nothing about a restart that never happened.
    return isUp && (!mustChange || std::none_of(now.begin(), now.end(), isSame));
}

/// A container that neither was there before nor is what the action makes; empty: none.
QString foreignContainer(const Intent &intent, const QList<Container> &now)
{
    const QString action = intent.plan.data[QStringLiteral("action")].text();
    const auto hashes = intent.plan.data[QStringLiteral("hashes")].map();
    const auto before = intent.plan.before[QStringLiteral("containers")].list();
    for (const Container &container : now) {
        const bool isOld = std::any_of(before.begin(), before.end(), [&](const Value &old) {
            return old[QStringLiteral("id")].text() == container.id;
        });
        if (!isOld && (action != u"up" || isOtherwise(container, hashes)))
            return container.name;
    }
    return {};
}

/// Meant, before and now, for the page of an attempt in doubt.
QList<Fact> factsOf(const Intent &intent, const QList<Container> &now)
{
    QStringList before;
    const auto list = intent.plan.before[QStringLiteral("containers")].list();
    for (const Value &old : list)
        before.append(QStringLiteral("%1: %2").arg(old[QStringLiteral("name")].text(),
                                                   old[QStringLiteral("state")].text()));
    QStringList states;
    for (const Container &container : now)
        states.append(QStringLiteral("%1: %2").arg(container.name, container.state));
    const auto shown = [](const QStringList &texts) {
        return texts.isEmpty() ? QStringLiteral("-") : texts.join(u", ");
    };
    return {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")),
             QStringLiteral("%1 %2").arg(
                 intent.plan.data[QStringLiteral("action")].text(),
                 intent.plan.data[QStringLiteral("services")].texts().join(u", "))},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")), shown(before)},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), shown(states)}};
}

} // namespace

ComposeStep::ComposeStep() : m_spec(composeSpec()) {}

Result<Plan> ComposeStep::plan(const Value::Map &with, const StepContext &context) const
{
    const DockerEngine engine = engineOf(context);
    if (auto info = engine.info(); !info && !isUnknownInRehearsal(info.error()))
        return info.error();
    auto program = engine.composeProgram();
    if (!program && isUnknownInRehearsal(program.error()))
        program = ComposeProgram{{engine.program(), QStringLiteral("compose")}, {}};
    if (!program)
        return program.error();
    const auto project = composeProject(with, QStringLiteral("in"), engine, context);
    if (!project)
        return project.error();
    const QString action = with[QStringLiteral("action")].text();
    const QStringList words = composeWords(*program, *project);
    const QStringList wanted = with[QStringLiteral("services")].texts();
    if (action == u"down" && !wanted.isEmpty())
        return Error(QStringLiteral("compose.down-all"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"down\" removes all services; leave \"services\" out, or "
                                       "use \"stop\"."));
    const auto services = servicesOf(wanted, words, project->folder, context);
    if (!services)
        return services.error();
    // What is left of a service that the file no longer has goes down as well.
    const QStringList about = action == u"down" ? QStringList() : *services;
    Plan plan;
    plan.summary = summaryOf(action, project->name);
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Folder")), project->folder},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Services")), services->join(u", ")},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Compose")),
         program->argv.join(u' ') + u' ' + program->version}};
    plan.before = {{QStringLiteral("containers"), containersValue(project->of(about))}};
    plan.data = {{QStringLiteral("folder"), Value(project->folder)},
                 {QStringLiteral("project"), Value(project->name)},
                 {QStringLiteral("action"), Value(action)},
                 {QStringLiteral("services"), Value::ofTexts(about)},
                 {QStringLiteral("named"), Value(!wanted.isEmpty())},
                 {QStringLiteral("build"), Value(with[QStringLiteral("build")].flag())}};
    if (action == u"up" || action == u"start" || action == u"restart")
        plan.before[QStringLiteral("there")] = Value::ofTexts(idsOf(project->containers));
    if (action == u"up")
        plan.data[QStringLiteral("hashes")] = Value(configHashes(words, project->folder, context));
    plan.programs = programsOf(words + actionWords(with, wanted), project->folder);
    // What there is before, and so what an undo would put back, only the engine knows.
    if (auto kept = keepForUndo(*project, context, &plan);
        !kept && !isUnknownInRehearsal(kept.error()))
        return kept.error();
    return plan;
}

Outcome ComposeStep::conclude(const Intent &intent, const ProgramResult &result,
                              const StepContext &context) const
{
    const Outcome outcome = concludePrograms(result, context);
    if (isOwnUndo(intent))
        return outcome;
    if (wasCutShort(result)) {
        if (const auto done = takeBackStarted(intent, context); !done)
            return Outcome::failed(done.error(), outcome.evidence);
    }
    const auto now = containersNow(intent, context);
    // The program's own status decides; what the engine shows now is there to look at.
    return now ? describe(outcome, intent, *now, context) : outcome;
}

Finding ComposeStep::probe(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return probeComposeUndo(intent, context);
    const auto now = containersNow(intent, context);
    if (!now)
        return {Finding::Verdict::Unknown, {}, Message("%1", {now.error().message()}), {}};
    const QList<Fact> facts = factsOf(intent, *now);
    if (const QString foreign = foreignContainer(intent, *now); !foreign.isEmpty())
        return {Finding::Verdict::Foreign,
                {},
                Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "Somebody else brought up the container %1: it is not "
                                          "what the step would make."),
                        {foreign}),
                facts};
    if (isReached(intent, *now))
        return {Finding::Verdict::Done, describe(Outcome::succeeded(), intent, *now, context),
                Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "The containers are as the step would leave them.")),
                facts};
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "The containers are not as the step would leave them.")),
            facts};
}

Result<std::optional<Plan>> ComposeStep::undo(const Intent &done, const StepContext &context) const
{
    return undoCompose(done, context);
}

} // namespace Slipway
