// SPDX-License-Identifier: MIT
#include "app/console/machinefacts.h"

#include "core/docker/dockerengine.h"
#include "core/git/gitfacts.h"
#include "core/process/ask.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Slipway {

namespace {

constexpr int questionTimeoutMs = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Slipway::Message", text);
}

/// A program that says its version; missing otherwise.
MachineFact programFact(const QString &name, const QStringList &argv, const char *advice)
{
    Question question;
    question.argv = argv;
    question.timeoutMs = questionTimeoutMs;
    const auto reply = ask(question);
    if (!reply || !reply->isSuccess())
        return {name, {}, MachineFact::State::Missing, tr(advice)};
    static const QRegularExpression number(QStringLiteral("\\d+(\\.\\d+)+"));
    const auto match = number.match(QString::fromUtf8(reply->output + reply->errorOutput));
    return {name, match.captured(), MachineFact::State::Good, {}};
}

MachineFact engineFact(const DockerEngine &engine)
{
    const QString name = tr(QT_TRANSLATE_NOOP("Slipway::Message", "Docker engine"));
    const auto info = engine.info();
    if (!info)
        return {name, {}, MachineFact::State::Missing, info.error().translated()};
    const QString context =
        info->context.isEmpty() ? QString() : QStringLiteral(" · %1").arg(info->context);
    return {name, info->serverVersion + context, MachineFact::State::Good, {}};
}

MachineFact composeFact(const DockerEngine &engine)
{
    const QString name = QStringLiteral("docker compose");
    const auto compose = engine.composeProgram();
    if (!compose)
        return {name, {}, MachineFact::State::Missing, compose.error().translated()};
    return {name, compose->version, MachineFact::State::Good, {}};
}

} // namespace

QList<MachineFact> machineFacts()
{
    const DockerEngine engine([](const Question &question) { return ask(question); });
    return {programFact(QStringLiteral("git"), {QStringLiteral("git"), QStringLiteral("--version")},
                        QT_TRANSLATE_NOOP("Slipway::Message",
                                          "Without git nothing can be branched, committed or "
                                          "pushed. Install it.")),
            engineFact(engine), composeFact(engine),
            programFact(QStringLiteral("python3"),
                        {QStringLiteral("python3"), QStringLiteral("--version")},
                        QT_TRANSLATE_NOOP("Slipway::Message",
                                          "Without Python libraries cannot be built. Install "
                                          "python3 and python3-venv."))};
}

DirectoryFact directoryFact(const QString &path)
{
    const GitFacts facts = describeRepository(path);
    if (!facts.isUsable())
        return {facts.error.translated(), MachineFact::State::Doubtful};
    QStringList parts{facts.branch};
    parts << (facts.isClean()
                  ? tr(QT_TRANSLATE_NOOP("Slipway::Message", "clean"))
                  : fillPattern(tr(QT_TRANSLATE_NOOP("Slipway::Message",
                                                     "files changed: %1; commit or stash them "
                                                     "first")),
                                {QString::number(facts.changedFiles)}));
    if (facts.behind > 0)
        parts << fillPattern(tr(QT_TRANSLATE_NOOP("Slipway::Message", "commits behind origin: %1")),
                             {QString::number(facts.behind)});
    return {parts.join(QLatin1String(", ")),
            facts.isClean() ? MachineFact::State::Good : MachineFact::State::Doubtful};
}

} // namespace Slipway
