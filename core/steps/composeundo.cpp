// SPDX-License-Identifier: MIT
#include "core/steps/composeundo.h"

#include "core/steps/gitplace.h"
#include "core/steps/undoing.h"

#include <algorithm>

namespace Slipway {

namespace {

const QString projectLabel = QStringLiteral("com.docker.compose.project");
const QString hashLabel = QStringLiteral("com.docker.compose.config-hash");

/// Ids of the networks of a project.
Result<QStringList> networksOf(const QString &project, const StepContext &context)
{
    Question question;
    question.argv = {DockerEngine::engineProgram(),
                     QStringLiteral("network"),
                     QStringLiteral("ls"),
                     QStringLiteral("--no-trunc"),
                     QStringLiteral("--quiet"),
                     QStringLiteral("--filter"),
                     QStringLiteral("label=%1=%2").arg(projectLabel, project)};
    const auto reply = context.ask(question);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return Error(QStringLiteral("docker.failed"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The container engine does not say which "
                                                         "networks there are: %1"),
                     {QString::fromUtf8(reply->errorOutput).trimmed()});
    return QString::fromUtf8(reply->output).split(u'\n', Qt::SkipEmptyParts);
}

const Container *withId(const QList<Container> &containers, const QString &id)
{
    const auto it = std::find_if(containers.begin(), containers.end(),
                                 [&id](const Container &one) { return one.id == id; });
    return it == containers.end() ? nullptr : &*it;
}

bool wasRunning(const Value &container)
{
    return container[QStringLiteral("state")].text() == u"running";
}

/// What has to be done to the engine, by ids.
struct ComposeReturn
{
    QStringList remove;
    QStringList stop;
    QStringList start;
    QStringList networks;
    QStringList names; ///< of the containers, for people

    bool isNothing() const
    {
        return remove.isEmpty() && stop.isEmpty() && start.isEmpty() && networks.isEmpty();
    }
};

/// The containers that were there before: back to running or not.
Result<void> addOld(const Intent &done, const QList<Container> &now, ComposeReturn *back)
{
    const Value::List before = done.plan.before[QStringLiteral("containers")].list();
    for (const Value &old : before) {
        const Container *container = withId(now, old[QStringLiteral("id")].text());
        if (!container)
            return done.plan.undo.can == UndoNote::Can::No
                       ? impossibleAsSaid(done)
                       : changedSince(old[QStringLiteral("name")].text());
        if (container->isRunning() == wasRunning(old))
            continue;
        (container->isRunning() ? back->stop : back->start).append(container->id);
        back->names.append(container->name);
    }
    return {};
}

/// The containers and networks that were not there before: away.
Result<void> addNew(const Intent &done, const QList<Container> &now, const StepContext &context,
                    ComposeReturn *back)
{
    const Value::Map &data = done.plan.data;
    const Value::List before = done.plan.before[QStringLiteral("containers")].list();
    for (const Container &container : now) {
        const bool isOld = std::any_of(before.begin(), before.end(), [&](const Value &old) {
            return old[QStringLiteral("id")].text() == container.id;
        });
        if (isOld)
            continue;
        if (isOtherwise(container, data[QStringLiteral("hashes")].map()))
            return changedSince(container.name);
        back->remove.append(container.id);
        back->names.append(container.name);
    }
    const auto all = containersOf(data[QStringLiteral("folder")].text(), {}, engineOf(context));
    const auto networks = networksOf(data[QStringLiteral("project")].text(), context);
    if (!all || !networks)
        return all ? networks.error() : all.error();
    // A network that other containers of the project use is theirs as well.
    if (all->size() > back->remove.size())
        return {};
    const QStringList known = done.plan.before[QStringLiteral("networks")].texts();
    for (const QString &network : *networks) {
        if (!known.contains(network))
            back->networks.append(network);
    }
    return {};
}

ProgramSpec programsFor(const ComposeReturn &back, const QString &folder)
{
    const QString engine = DockerEngine::engineProgram();
    ProgramSpec programs;
    programs.directory = folder;
    const auto add = [&](const QStringList &words, const QStringList &ids) {
        if (!ids.isEmpty())
            programs.commands.append(Command{QStringList{engine} + words + ids, {}, false});
    };
    add({QStringLiteral("stop")}, back.stop + back.remove);
    add({QStringLiteral("rm"), QStringLiteral("--force")}, back.remove);
    add({QStringLiteral("network"), QStringLiteral("rm")}, back.networks);
    add({QStringLiteral("start")}, back.start);
    return programs;
}

QList<Fact> factsOf(const QList<Container> &containers)
{
    QList<Fact> facts;
    for (const Container &container : containers)
        facts.append({Message("%1", {container.name}), container.state});
    return facts;
}

/// True if the engine is as the undo leaves it.
bool isBack(const Value::Map &data, const QList<Container> &now, const QStringList &networks)
{
    const auto all = [&data](const char *name, const auto &holds) {
        const QStringList ids = data[QLatin1String(name)].texts();
        return std::all_of(ids.begin(), ids.end(), holds);
    };
    const auto runs = [&now](const QString &id) {
        const Container *container = withId(now, id);
        return container && container->isRunning();
    };
    return all("remove", [&now](const QString &id) { return !withId(now, id); }) &&
           all("stop", [&runs](const QString &id) { return !runs(id); }) && all("start", runs) &&
           all("networks", [&networks](const QString &id) { return !networks.contains(id); });
}

bool mayBeReplaced(const ComposeProject &project, const Plan &plan)
{
    const auto there = project.of(plan.data[QStringLiteral("services")].texts());
    const auto hashes = plan.data[QStringLiteral("hashes")].map();
    return !there.isEmpty() &&
           (hashes.isEmpty() || plan.data[QStringLiteral("build")].flag() ||
            std::any_of(there.begin(), there.end(), [&hashes](const Container &container) {
                return isOtherwise(container, hashes);
            }));
}

} // namespace

Value::Map configHashes(const QStringList &words, const QString &folder, const StepContext &context)
{
    Question question;
    question.argv = words + QStringList{QStringLiteral("config"), QStringLiteral("--hash=*")};
    question.directory = folder;
    const auto reply = context.ask(question);
    if (!reply || !reply->isSuccess())
        return {};
    Value::Map hashes;
    const QStringList lines = QString::fromUtf8(reply->output).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        hashes.insert(line.section(u' ', 0, 0), Value(line.section(u' ', 1, 1)));
    return hashes;
}

bool isOtherwise(const Container &container, const Value::Map &hashes)
{
    const auto hash = hashes.constFind(container.service());
    return hash != hashes.constEnd() && container.labels.value(hashLabel) != hash->text();
}

Result<void> keepForUndo(const ComposeProject &project, const StepContext &context, Plan *plan)
{
    const QString action = plan->data[QStringLiteral("action")].text();
    if (action == u"down") {
        plan->undo =
            project.containers.isEmpty()
                ? nothingToUndo()
                : notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                              "Containers that are removed are not brought back; "
                                              "the project can be brought up again."));
        return {};
    }
    if (action != u"up") {
        plan->undo = undoneBy(QT_TRANSLATE_NOOP(
            "Slipway::Message", "Containers that were running run again, and those that were not "
                                "are stopped."));
        return {};
    }
    const auto networks = networksOf(project.name, context);
    if (!networks)
        return networks.error();
    plan->before[QStringLiteral("networks")] = Value::ofTexts(*networks);
    const bool isNamed = plan->data[QStringLiteral("named")].flag();
    plan->undo =
        mayBeReplaced(project, *plan)
            ? notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "Containers that are there already may be replaced, and "
                                          "the old ones cannot be brought back."))
            : undoneBy(isNamed
                           ? QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The containers of these services that it makes "
                                               "are removed again; services that they need, and "
                                               "volumes, stay.")
                           : QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The containers and networks that it makes are "
                                               "removed again; volumes with their data stay."));
    return {};
}

Result<std::optional<Plan>> undoCompose(const Intent &done, const StepContext &context)
{
    const Value::Map &data = done.plan.data;
    const QString action = data[QStringLiteral("action")].text();
    if (done.plan.undo.can == UndoNote::Can::Nothing)
        return std::optional<Plan>();
    const QString folder = data[QStringLiteral("folder")].text();
    const auto now =
        containersOf(folder, data[QStringLiteral("services")].texts(), engineOf(context));
    if (!now)
        return now.error();
    ComposeReturn back;
    if (auto added = addOld(done, *now, &back); !added)
        return added.error();
    if (action == u"up") {
        if (auto added = addNew(done, *now, context, &back); !added)
            return added.error();
    }
    if (back.isNothing())
        return std::optional<Plan>();
    Plan plan;
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "Puts the containers of the project %1 back as they "
                                             "were before the step."),
                           {data[QStringLiteral("project")].text()});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Folder")), folder},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Containers")), someOf(back.names)}};
    plan.before = {{QStringLiteral("containers"), containersValue(*now)}};
    plan.data = {{QStringLiteral("folder"), Value(folder)},
                 {QStringLiteral("project"), data[QStringLiteral("project")]},
                 {QStringLiteral("remove"), Value::ofTexts(back.remove)},
                 {QStringLiteral("stop"), Value::ofTexts(back.stop)},
                 {QStringLiteral("start"), Value::ofTexts(back.start)},
                 {QStringLiteral("networks"), Value::ofTexts(back.networks)}};
    markAsUndo(&plan);
    plan.programs = programsFor(back, folder);
    plan.programs->timeoutMs = context.timeoutMs;
    return std::optional(plan);
}

Result<void> removeNewNetworks(const Intent &up, const StepContext &context)
{
    if (!up.plan.before.contains(QStringLiteral("networks")))
        return {};
    const Value::Map &data = up.plan.data;
    const auto left = containersOf(data[QStringLiteral("folder")].text(), {}, engineOf(context));
    const auto networks = networksOf(data[QStringLiteral("project")].text(), context);
    if (!left || !networks)
        return left ? networks.error() : left.error();
    const QStringList known = up.plan.before[QStringLiteral("networks")].texts();
    for (const QString &network : *networks) {
        if (!left->isEmpty() || known.contains(network))
            continue;
        Question question;
        question.argv = {DockerEngine::engineProgram(), QStringLiteral("network"),
                         QStringLiteral("rm"), network};
        const auto reply = context.ask(question);
        if (!reply)
            return reply.error();
        const QString said = QString::fromUtf8(reply->errorOutput).trimmed();
        if (!reply->isSuccess() && !said.contains(u"No such network"))
            return Error(QStringLiteral("docker.failed"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "%1 failed: %2."),
                         {question.argv.mid(0, 3).join(u' '), said});
    }
    return {};
}

Finding probeComposeUndo(const Intent &intent, const StepContext &context)
{
    const Value::Map &data = intent.plan.data;
    const auto now = containersOf(data[QStringLiteral("folder")].text(), {}, engineOf(context));
    const auto networks = networksOf(data[QStringLiteral("project")].text(), context);
    if (!now || !networks)
        return unknownFinding(now ? networks.error() : now.error());
    const QList<Fact> facts = factsOf(*now);
    if (isBack(data, *now, *networks)) {
        Finding done = findingOf(
            Finding::Verdict::Done,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The containers are as they were before "
                                                          "the step.")),
            facts);
        done.outcome = Outcome::succeeded();
        return done;
    }
    const QStringList start = data[QStringLiteral("start")].texts();
    for (const QString &id : start) {
        if (!withId(*now, id))
            return findingOf(Finding::Verdict::Foreign,
                             Message(QT_TRANSLATE_NOOP(
                                 "Slipway::Message", "A container that should run again is gone.")),
                             facts);
    }
    return findingOf(Finding::Verdict::NotDone,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The containers are not as the undo would leave "
                                               "them.")),
                     facts);
}

} // namespace Slipway
