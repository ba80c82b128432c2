// SPDX-License-Identifier: MIT
#include "core/steps/dockerwaitstep.h"

#include "core/steps/composeproject.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"
#include "core/steps/waitscript.h"

namespace Slipway {

namespace {

constexpr qint64 usualWaitMs = 5 * 60 * 1000;

KindSpec waitSpec()
{
    ParameterSpec until = optional(
        QStringLiteral("until"), Type::Choice,
        QT_TRANSLATE_NOOP("Slipway::Help", "What the services have to be; running if not said."));
    until.type.choices = {QStringLiteral("running"), QStringLiteral("healthy"),
                          QStringLiteral("exited")};
    KindSpec spec;
    spec.name = QStringLiteral("docker.wait");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Waits until services run, are healthy, have ended or logged "
                                  "something, or until an address answers.");
    spec.parameters = {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder with the compose file; else the workspace.")),
        optional(QStringLiteral("services"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The services to wait for.")),
        until,
        optional(QStringLiteral("log"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Instead of \"until\": an extended regular expression that a "
                                   "line of each service's log has to match.")),
        oneOf({QStringLiteral("http"), QStringLiteral("https")},
              optional(QStringLiteral("url"), Type::Url,
                       QT_TRANSLATE_NOOP("Slipway::Help",
                                         "An http or https address that has to answer with "
                                         "200."))),
        optional(QStringLiteral("timeout"), Type::Duration,
                 QT_TRANSLATE_NOOP("Slipway::Help", "How long to wait; 5m if not said.")),
        optional(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The compose file, below \"in\"; else the one compose finds.")),
        optional(QStringLiteral("project"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The project's name; else the one compose would give it.")),
    };
    spec.outputs = {{QStringLiteral("seconds"), Type::Number,
                     QT_TRANSLATE_NOOP("Slipway::Help", "How long it took.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "docker"}, {Reach::Path, "", QStringLiteral("file")}};
    return spec;
}

struct Wait
{
    QString project;
    QString condition = QStringLiteral("running");
    QString url;
    QString expression;
    QStringList services;
    qint64 ms = usualWaitMs;

    /// For a sentence: what is waited for.
    QString text() const
    {
        QStringList parts;
        if (!services.isEmpty())
            parts << services.join(u", ") + QStringLiteral(": ") +
                         (expression.isEmpty() ? condition : QStringLiteral("log ") + expression);
        if (!url.isEmpty())
            parts << url + QStringLiteral(": 200");
        return parts.join(u"; ");
    }
};

Error nothingError()
{
    return {QStringLiteral("wait.nothing"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "Say what to wait for: \"services\", \"url\", or both.")};
}

Result<void> checkAddress(const QString &url, const StepContext &context)
{
    if (!url.startsWith(u"http://") && !url.startsWith(u"https://"))
        return Error(QStringLiteral("wait.url"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no address that can be waited for: it has to begin "
                                       "with http:// or https://."),
                     {url});
    for (const QString &program : {QStringLiteral("curl"), QStringLiteral("wget")}) {
        Question question;
        question.argv = {program, QStringLiteral("--version")};
        const auto reply = context.ask(question);
        if (reply && reply->isSuccess())
            return {};
        if (!reply && isUnknownInRehearsal(reply.error()))
            return {};
        if (!reply && reply.error().code() != u"program.missing")
            return reply.error();
    }
    return Error(QStringLiteral("wait.no-client"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Neither curl nor wget is installed, so that %1 cannot be "
                                   "asked. Install one of them."),
                 {url});
}

Result<Wait> waitOf(const Value::Map &with, const StepContext &context)
{
    Wait wait;
    wait.services = with[QStringLiteral("services")].texts();
    wait.url = with[QStringLiteral("url")].text();
    wait.expression = with[QStringLiteral("log")].text();
    if (!wait.expression.isEmpty())
        wait.condition = QStringLiteral("log");
    else if (!with[QStringLiteral("until")].text().isEmpty())
        wait.condition = with[QStringLiteral("until")].text();
    if (wait.services.isEmpty() && wait.url.isEmpty())
        return nothingError();
    if (!with[QStringLiteral("timeout")].isNull()) {
        const auto ms = durationMs(with[QStringLiteral("timeout")].text());
        if (!ms)
            return ms.error();
        wait.ms = *ms;
    }
    if (!wait.url.isEmpty()) {
        if (auto checked = checkAddress(wait.url, context); !checked)
            return checked.error();
    }
    if (wait.services.isEmpty() && with[QStringLiteral("in")].isNull())
        return wait;
    const auto project = composeProject(with, QStringLiteral("in"), engineOf(context), context);
    if (!project)
        return project.error();
    wait.project = project->name;
    return wait;
}

ProgramSpec programsOf(const Wait &wait, const StepContext &context)
{
    ProgramSpec programs;
    Command command;
    command.argv = QStringList{QStringLiteral("bash"),
                               QStringLiteral("-c"),
                               waitScript(),
                               QStringLiteral("docker.wait"),
                               engineOf(context).program(),
                               wait.project,
                               wait.condition,
                               QString::number((wait.ms + 999) / 1000),
                               wait.url,
                               wait.expression} +
                   wait.services;
    programs.commands = {command};
    programs.directory = context.workspace;
    return programs;
}

} // namespace

DockerWaitStep::DockerWaitStep() : m_spec(waitSpec()) {}

Result<Plan> DockerWaitStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto wait = waitOf(with, context);
    if (!wait)
        return wait.error();
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Waits for %1."), {wait->text()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Waits for")), wait->text()},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "At most")),
                   QStringLiteral("%1 s").arg((wait->ms + 999) / 1000)}};
    plan.data = {{QStringLiteral("for"), Value(wait->text())},
                 {QStringLiteral("ms"), Value(wait->ms)}};
    plan.programs = programsOf(*wait, context);
    return plan;
}

Outcome DockerWaitStep::conclude(const Intent &intent, const ProgramResult &result,
                                 const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    const bool isTimedOut = result.end == ProgramResult::End::Exited &&
                            !result.commands.isEmpty() &&
                            result.commands.first().exitCode == waitScriptTimedOut;
    if (isTimedOut)
        outcome.error =
            Error(QStringLiteral("wait.timeout"),
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "After %1 seconds it was not so: %2. The log ends with what "
                                    "the containers said last."),
                  {QString::number((intent.plan.data[QStringLiteral("ms")].number() + 999) / 1000),
                   intent.plan.data[QStringLiteral("for")].text()})
                .withDetail(outcome.error.detail());
    if (outcome.end == Outcome::End::Succeeded)
        outcome.outputs = {
            {QStringLiteral("seconds"), Value((result.finishedAt - result.startedAt) / 1000)}};
    return outcome;
}

Result<Aftermath> DockerWaitStep::rehearse(const Intent &, const StepContext &, Overlay &) const
{
    return Aftermath(); // it only looks
}

Finding DockerWaitStep::probe(const Intent &, const StepContext &) const
{
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Waiting changes nothing, so it can be done again.")),
            {}};
}

} // namespace Slipway
