// SPDX-License-Identifier: MIT
#include "tests/steps/stepharness.h"

#include "core/base/files.h"
#include "core/base/ids.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

namespace Slipway {

namespace {

constexpr int waitForResultMs = 60'000;

void point(const char *variable, const QString &value)
{
    qputenv(variable, value.toUtf8());
}

Error harnessError(const QString &what)
{
    return Error(QStringLiteral("test.harness"), "%1", {what});
}

} // namespace

StepHarness::StepHarness()
{
    Q_ASSERT_X(m_scratch.isValid(), "StepHarness", "no scratch folder");
    const QString root = QFileInfo(m_scratch.path()).canonicalFilePath();
    m_workspace = root + QStringLiteral("/run/work");
    for (const char *folder : {"/run/work", "/run/attempts", "/objects", "/home"})
        QDir().mkpath(root + QLatin1String(folder));
    point("HOME", root + QStringLiteral("/home"));
    point("XDG_CONFIG_HOME", root + QStringLiteral("/home/.config"));
    point("GIT_CONFIG_GLOBAL", root + QStringLiteral("/home/.gitconfig"));
    point("GIT_CONFIG_NOSYSTEM", QStringLiteral("1"));
    write(root + QStringLiteral("/home/.gitconfig"),
          "[user]\n\tname = Ana Test\n\temail = ana@example.org\n"
          "[init]\n\tdefaultBranch = main\n[protocol \"file\"]\n\tallow = always\n");
}

ObjectStore StepHarness::objects() const
{
    return ObjectStore(m_scratch.path() + QStringLiteral("/objects"));
}

StepContext StepHarness::context() const
{
    Intent next;
    next.attempt = m_attempts + 1;
    return context(next);
}

StepContext StepHarness::context(const Intent &intent) const
{
    const auto asked = [isRehearsal = m_isRehearsal](const Question &question) -> Result<Reply> {
        if (isRehearsal)
            return Error(QStringLiteral("rehearsal.unknown"), "A rehearsal asks nobody.");
        return ask(question);
    };
    const QString folder =
        QFileInfo(m_workspace + QStringLiteral("/../attempts")).canonicalFilePath();
    return StepContext{m_runId,
                       m_workspace,
                       effectKey(m_runId, intent.attempt),
                       AttemptFolder(folder + QLatin1Char('/') + QString::number(intent.attempt)),
                       objects(),
                       asked,
                       QDateTime::currentMSecsSinceEpoch(),
                       m_timeoutMs,
                       {},
                       {},
                       m_secrets,
                       m_answers};
}

void StepHarness::answer(const QString &about, const Value::Map &said)
{
    m_answers.insert(about, said);
    if (said.isEmpty())
        m_answers.remove(about);
}

Result<Value::Map> StepHarness::conforming(const KindSpec &spec, const Value::Map &with) const
{
    Value::Map formed;
    for (auto it = with.cbegin(); it != with.cend(); ++it) {
        const ParameterSpec *parameter = spec.parameter(it.key());
        if (!parameter)
            return harnessError(QStringLiteral("no parameter ") + it.key());
        auto value = conform(it.value(), parameter->type);
        if (!value)
            return value.error();
        formed.insert(it.key(), *value);
    }
    for (const ParameterSpec &parameter : spec.parameters) {
        if (parameter.isRequired && !formed.contains(parameter.name))
            return harnessError(QStringLiteral("parameter missing: ") + parameter.name);
    }
    return formed;
}

Result<Intent> StepHarness::plan(const Kind &kind, const Value::Map &with)
{
    const auto formed = conforming(kind.spec(), with);
    if (!formed)
        return formed.error();
    auto planned = kind.plan(*formed, context());
    if (!planned)
        return planned.error();
    return intended(*planned, *formed, 0);
}

Result<Intent> StepHarness::intended(const Plan &plan, const Value::Map &with, int undoes)
{
    // Through its stored form, as the engine reads it back from the journal.
    auto stored = Plan::fromJson(plan.toJson());
    if (!stored)
        return stored.error();
    const QString key = context().effectKey;
    ++m_attempts;
    return Intent{m_runId, m_attempts, QStringLiteral("step"), {}, key, with, *stored, undoes};
}

Result<std::optional<Intent>> StepHarness::planUndo(const Kind &kind, const Intent &done)
{
    const auto planned = kind.undo(done, context());
    if (!planned)
        return planned.error();
    if (!*planned)
        return std::optional<Intent>();
    const auto intent = intended(**planned, done.with, done.attempt);
    return intent ? Result<std::optional<Intent>>(std::optional(*intent)) : intent.error();
}

Outcome StepHarness::undo(const Kind &kind, const Intent &done)
{
    const auto intent = planUndo(kind, done);
    if (!intent)
        return Outcome::failed(intent.error());
    return *intent ? run(kind, **intent) : Outcome::succeeded();
}

Result<void> StepHarness::start(const Intent &intent)
{
    const AttemptFolder folder = context(intent).attempt;
    ProgramSpec spec = *intent.plan.programs;
    if (spec.timeoutMs == 0)
        spec.timeoutMs = m_timeoutMs;
    if (const auto prepared = folder.prepare(spec); !prepared)
        return prepared;
    return folder.launch(QStringLiteral(SLIPWAY_EXEC), intent.effectKey, m_secrets.all());
}

Outcome StepHarness::finish(const Kind &kind, const Intent &intent)
{
    const StepContext used = context(intent);
    QElapsedTimer timer;
    timer.start();
    while (!used.attempt.hasResult() && timer.elapsed() < waitForResultMs)
        QThread::msleep(10);
    const auto result = used.attempt.result();
    return result ? kind.conclude(intent, *result, used) : Outcome::failed(result.error());
}

Outcome StepHarness::run(const Kind &kind, const Intent &intent)
{
    if (!intent.plan.programs)
        return kind.act(intent, context(intent));
    if (const auto started = start(intent); !started)
        return Outcome::failed(started.error());
    return finish(kind, intent);
}

Outcome StepHarness::planAndRun(const Kind &kind, const Value::Map &with)
{
    const auto intent = plan(kind, with);
    return intent ? run(kind, *intent) : Outcome::failed(intent.error());
}

Finding StepHarness::probe(const Kind &kind, const Intent &intent) const
{
    return kind.probe(intent, context(intent));
}

QString StepHarness::absolute(const QString &path) const
{
    return QDir(m_workspace).absoluteFilePath(path);
}

void StepHarness::write(const QString &path, const QByteArray &bytes) const
{
    const QString target = absolute(path);
    QDir().mkpath(QFileInfo(target).path());
    if (const auto written = writeFileDurably(target, bytes); !written)
        qFatal("cannot write %s", qPrintable(written.error().message()));
}

QByteArray StepHarness::read(const QString &path) const
{
    return readFile(absolute(path)).valueOr({});
}

bool StepHarness::exists(const QString &path) const
{
    return QFileInfo::exists(absolute(path));
}

QByteArray StepHarness::call(const QStringList &argv, const QString &directory) const
{
    Question question;
    question.argv = argv;
    question.directory = directory.isEmpty() ? m_workspace : absolute(directory);
    const auto reply = ask(question);
    if (!reply)
        qFatal("%s: %s", qPrintable(argv.join(QLatin1Char(' '))),
               qPrintable(reply.error().message()));
    if (!reply->isSuccess())
        qFatal("%s: status %d, %s%s", qPrintable(argv.join(QLatin1Char(' '))), reply->exitCode,
               reply->output.constData(), reply->errorOutput.constData());
    return reply->output;
}

} // namespace Slipway
