// SPDX-License-Identifier: MIT
#include "core/steps/dockerloginstep.h"

#include "core/checklist/secrethandle.h"
#include "core/docker/dockerengine.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Slipway {

namespace {

KindSpec loginSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("docker.login");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Logs in to a registry of images. The password goes to the "
                                  "program by standard input and is kept as docker is set up to.");
    spec.parameters = {
        required(QStringLiteral("registry"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The registry, such as example.org or localhost:5000; docker.io "
                                   "for Docker Hub.")),
        required(QStringLiteral("user"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The name of the user.")),
        optional(QStringLiteral("password"), Type::Secret,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The password or token, a secret: ${{ secrets.NAME }}.")),
        optional(
            QStringLiteral("password-variable"), Type::Text,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "Instead: the environment variable of the console that holds the "
                              "password or token.")),
        optional(QStringLiteral("password-file"), Type::File,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Instead: the file that holds it, which only you should be "
                                   "able to read."))};
    spec.outputs = {{QStringLiteral("registry"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The registry.")},
                    {QStringLiteral("user"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The name of the user.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "docker"},
                    {Reach::Host, "", QStringLiteral("registry")},
                    {Reach::Secret, "", QStringLiteral("password-variable")},
                    {Reach::Secret, "", QStringLiteral("password-file")}};
    return spec;
}

/// Where the password comes from; never the password.
struct Source
{
    QString variable;
    QString file;
    QString secret; ///< its name

    QString shown() const
    {
        if (!secret.isEmpty())
            return QStringLiteral("••• (%1)").arg(secret);
        return variable.isEmpty() ? file : u'$' + variable;
    }
};

Error badSource()
{
    return {QStringLiteral("login.password"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "Say where the password comes from, by one of \"password\", "
                              "\"password-variable\" and \"password-file\".")};
}

Result<Source> sourceOf(const Value::Map &with, const StepContext &context)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    const Source source{with[QStringLiteral("password-variable")].text(),
                        with[QStringLiteral("password-file")].text(),
                        secretName(with[QStringLiteral("password")])};
    const int sources =
        !source.variable.isEmpty() + !source.file.isEmpty() + !source.secret.isEmpty();
    if (sources != 1)
        return badSource();
    if (!source.variable.isEmpty() && !name.match(source.variable).hasMatch())
        return Error(QStringLiteral("login.variable"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 cannot be an environment variable. Use the name alone, "
                                       "of letters, digits and _."),
                     {source.variable});
    const bool isSet = !qEnvironmentVariableIsEmpty(source.variable.toUtf8().constData());
    if (!source.variable.isEmpty() && !isSet && !context.files.isRehearsal())
        return Error(QStringLiteral("login.no-password"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The environment variable %1 is not set, so there is no "
                                       "password. Set it before Slipway is started."),
                     {source.variable});
    if (source.file.isEmpty())
        return source;
    const auto folder = rootFolder(Value(), context.workspace);
    const QString path = QDir(folder ? *folder : QString()).absoluteFilePath(source.file);
    const auto type = context.files.typeAt(path);
    if (type && *type == RootedPath::Type::File)
        return Source{{}, path, {}};
    return Error(QStringLiteral("login.no-password"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "There is no file %1 that a password could be read from."),
                 {path});
}

Result<QString> registryOf(const Value::Map &with)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?\\z"));
    const QString registry = with[QStringLiteral("registry")].text();
    if (form.match(registry).hasMatch())
        return registry;
    return Error(QStringLiteral("login.registry"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "\"%1\" is no registry. Write its name, and its port if it is a "
                                   "special one, such as example.org:5000."),
                 {registry.left(100)});
}

/// The key under which docker keeps a registry's log-in.
QString configKey(const QString &registry)
{
    const bool isHub = registry == u"docker.io" || registry == u"index.docker.io";
    return isHub ? QStringLiteral("https://index.docker.io/v1/") : registry;
}

/// Whether docker's own configuration says that somebody is logged in there.
bool isLoggedIn(const QString &registry, const StepContext &context)
{
    QString folder = qEnvironmentVariable("DOCKER_CONFIG");
    if (folder.isEmpty())
        folder = QDir::homePath() + QStringLiteral("/.docker");
    const auto bytes = context.files.reader(folder + QStringLiteral("/config.json"))();
    if (!bytes)
        return false;
    const QJsonObject config = QJsonDocument::fromJson(*bytes).object();
    return config[QLatin1String("auths")].toObject().contains(configKey(registry)) ||
           config[QLatin1String("credHelpers")].toObject().contains(configKey(registry));
}

/// Its arguments are names and paths; the password is only ever in its environment or a file,
/// and on the standard input of the program.
QString loginScript()
{
    return QStringLiteral(R"bash(
engine=$1 user=$2 registry=$3 variable=$4 file=$5
set -o pipefail
if [ -n "$variable" ]; then
    [ -n "${!variable}" ] || { echo "The variable $variable is not set." >&2; exit 2; }
    printf '%s' "${!variable}"
else
    cat -- "$file"
fi | "$engine" login --username "$user" --password-stdin -- "$registry"
)bash");
}

Command loginCommand(const Source &source, const QString &user, const QString &registry)
{
    const QString engine = DockerEngine::engineProgram();
    Command command;
    if (source.secret.isEmpty()) {
        command.argv = {QStringLiteral("bash"),
                        QStringLiteral("-c"),
                        loginScript(),
                        QStringLiteral("docker.login"),
                        engine,
                        user,
                        registry,
                        source.variable,
                        source.file};
    } else {
        command.argv = {engine,
                        QStringLiteral("login"),
                        QStringLiteral("--username"),
                        user,
                        QStringLiteral("--password-stdin"),
                        QStringLiteral("--"),
                        registry};
        command.inputSecret = source.secret;
    }
    return command;
}

} // namespace

DockerLoginStep::DockerLoginStep() : m_spec(loginSpec()) {}

Result<Plan> DockerLoginStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto registry = registryOf(with);
    const auto source = sourceOf(with, context);
    if (!registry || !source)
        return registry ? source.error() : registry.error();
    const QString user = with[QStringLiteral("user")].text();
    const bool wasLoggedIn = isLoggedIn(*registry, context);
    Plan plan;
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Logs %1 in to %2."), {user, *registry});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Registry")), *registry},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "User")), user},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Password from")), source->shown()}};
    plan.undo = wasLoggedIn
                    ? notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                                  "Somebody is logged in to %1 already; that "
                                                  "log-in is replaced and cannot be put back."),
                                {*registry})
                    : undoneBy(QT_TRANSLATE_NOOP("Slipway::Message", "Logged out from %1 again."),
                               {*registry});
    plan.data = {{QStringLiteral("registry"), Value(*registry)},
                 {QStringLiteral("user"), Value(user)},
                 {QStringLiteral("was-logged-in"), Value(wasLoggedIn)}};
    const Command command = loginCommand(*source, user, *registry);
    plan.programs = ProgramSpec();
    plan.programs->commands = {command};
    plan.programs->directory = context.workspace;
    plan.programs->timeoutMs = context.timeoutMs;
    return plan;
}

Result<Aftermath> DockerLoginStep::rehearse(const Intent &intent, const StepContext &,
                                            Overlay &) const
{
    return Aftermath{{{QStringLiteral("registry"), intent.plan.data[QStringLiteral("registry")]},
                      {QStringLiteral("user"), intent.plan.data[QStringLiteral("user")]}},
                     false};
}

Outcome DockerLoginStep::conclude(const Intent &intent, const ProgramResult &result,
                                  const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded && !isOwnUndo(intent))
        outcome.outputs = {
            {QStringLiteral("registry"), intent.plan.data[QStringLiteral("registry")]},
            {QStringLiteral("user"), intent.plan.data[QStringLiteral("user")]}};
    return outcome;
}

Finding DockerLoginStep::probe(const Intent &, const StepContext &) const
{
    return findingOf(Finding::Verdict::NotDone,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "Logging in or out a second time does no harm.")));
}

Result<std::optional<Plan>> DockerLoginStep::undo(const Intent &done,
                                                  const StepContext &context) const
{
    const QString registry = done.plan.data[QStringLiteral("registry")].text();
    if (done.plan.data[QStringLiteral("was-logged-in")].flag())
        return impossibleAsSaid(done);
    if (!isLoggedIn(registry, context))
        return std::optional<Plan>();
    Plan plan;
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Logs out from %1 again."), {registry});
    plan.data = {{QStringLiteral("registry"), Value(registry)}};
    markAsUndo(&plan);
    Command command;
    command.argv = {DockerEngine::engineProgram(), QStringLiteral("logout"), QStringLiteral("--"),
                    registry};
    plan.programs = ProgramSpec();
    plan.programs->commands = {command};
    plan.programs->directory = context.workspace;
    return std::optional(plan);
}

} // namespace Slipway
