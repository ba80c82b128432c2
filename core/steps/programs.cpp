// SPDX-License-Identifier: MIT
#include "core/steps/kind.h"

#include "core/base/canonicaljson.h"
#include "core/journal/digests.h"
#include "core/steps/programtext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QStringList>

namespace Slipway {

namespace {

constexpr qint64 tailBytes = 16 * 1024;
constexpr int tailLines = 15;
constexpr qint64 largeLog = 8 * 1024 * 1024;

QString logTail(const StepContext &context)
{
    QFile log(context.attempt.logFile());
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(qMax<qint64>(0, log.size() - tailBytes));
    QStringList lines =
        plainOutput(QString::fromUtf8(log.read(tailBytes))).split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.mid(qMax<qsizetype>(0, lines.size() - tailLines)).join(QLatin1Char('\n'));
}

Error timedOut(const StepContext &context)
{
    if (context.timeoutMs <= 0)
        return Error(QStringLiteral("program.timeout"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The program took longer than it may and was ended."));
    return Error(QStringLiteral("program.timeout"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The program took longer than the %1 seconds it may and was "
                                   "ended. Raise the step's timeout if it needs more."),
                 {QString::number(context.timeoutMs / 1000)});
}

Error badStatus(const ProgramResult &result)
{
    for (int i = 0; i < result.commands.size(); ++i) {
        const ProgramResult::CommandEnd &end = result.commands.at(i);
        if (end.signal != 0)
            return Error(QStringLiteral("program.signalled"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The program was ended by signal %1 from outside. "
                                           "Signal 9 often means that memory ran out."),
                         {QString::number(end.signal)});
        if (end.exitCode > 0)
            return Error(QStringLiteral("program.failed"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The program ended with status %1. Its last lines say "
                                           "why; the log has all of it."),
                         {QString::number(end.exitCode)});
    }
    return Error(
        QStringLiteral("program.failed"),
        QT_TRANSLATE_NOOP("Slipway::Error", "The program did not end well, and left no status."));
}

Error howItFailed(const ProgramResult &result, const StepContext &context)
{
    switch (result.end) {
    case ProgramResult::End::TimedOut:
        return timedOut(context);
    case ProgramResult::End::NotStarted:
        return Error(QStringLiteral("program.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The program could not be started: %1. Install it, or "
                                       "correct its name in the checklist."),
                     {plainOutput(result.reason)});
    case ProgramResult::End::PromptMissing:
        return Error(QStringLiteral("program.prompt-missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The program ended without asking the question «%1» that "
                                       "the step has an answer for. It may not have done what "
                                       "was meant."),
                     {plainOutput(result.promptText)});
    case ProgramResult::End::PromptUnexpected:
        return Error(QStringLiteral("program.prompt-unexpected"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It stands at a question that no answer fits: «%1». Add "
                                       "an answer to the step."),
                     {plainOutput(result.promptText)});
    case ProgramResult::End::Failed:
        return Error(QStringLiteral("program.supervisor"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The program could not be supervised: %1. What it did is "
                                       "in the log as far as it came."),
                     {plainOutput(result.reason)});
    case ProgramResult::End::Exited:
    case ProgramResult::End::Signalled:
    case ProgramResult::End::Cancelled:
        break;
    }
    return badStatus(result);
}

} // namespace

Outcome concludePrograms(const ProgramResult &result, const StepContext &context)
{
    const QList<Evidence> evidence{logEvidence(context)};
    if (result.isSuccess())
        return Outcome::succeeded({}, evidence);
    if (result.end == ProgramResult::End::Cancelled) {
        Outcome outcome = Outcome::cancelled();
        outcome.evidence = evidence;
        return outcome;
    }
    return Outcome::failed(howItFailed(result, context).withDetail(logTail(context)), evidence);
}

Evidence logEvidence(const StepContext &context, const QString &note)
{
    Evidence evidence;
    evidence.name = QStringLiteral("log");
    evidence.type = QStringLiteral("log");
    evidence.note = note;
    const QFileInfo log(context.attempt.logFile());
    evidence.file = log.fileName();
    // The driver has followed a large one while it grew, and adds its digest.
    if (log.size() >= largeLog) {
        evidence.size = log.size();
    } else if (const auto digest = fileDigest(log.filePath())) {
        evidence.size = log.size();
        evidence.digest = *digest;
    }
    return evidence;
}

Result<Evidence> storeEvidence(const StepContext &context, const QString &name, const QString &type,
                               const QByteArray &bytes, const QString &note)
{
    const QByteArray stored = context.secrets.redacted(bytes);
    const auto digest = context.objects.put(stored);
    if (!digest)
        return digest.error();
    Evidence evidence;
    evidence.name = name;
    evidence.type = type;
    evidence.digest = *digest;
    evidence.size = stored.size();
    evidence.note = note;
    return evidence;
}

Result<Evidence> changesEvidence(const StepContext &context, const QList<FileEdit> &edits)
{
    QJsonArray files;
    for (const FileEdit &edit : edits)
        files.append(toJson(edit));
    const auto bytes = canonicalJson(QJsonObject{{QStringLiteral("files"), files}});
    if (!bytes)
        return bytes.error();
    return storeEvidence(context, QStringLiteral("diff"), QStringLiteral("changes"), *bytes);
}

} // namespace Slipway
