// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#include "core/run/verify.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Slipway {

namespace {

const QString headOption = QStringLiteral("head");

QString translated(const char *text)
{
    return QCoreApplication::translate("Slipway::Message", text);
}

QString headText(const KnownHead &head)
{
    return QStringLiteral("%1:%2").arg(head.number).arg(head.hash);
}

QJsonObject reportJson(const VerifyReport &report)
{
    QJsonArray problems;
    for (const VerifyProblem &problem : report.problems)
        problems.append(
            QJsonObject{{QStringLiteral("event"), problem.event == 0 ? QJsonValue(QJsonValue::Null)
                                                                     : QJsonValue(problem.event)},
                        {QStringLiteral("code"), problem.what.code()},
                        {QStringLiteral("message"), problem.what.message()}});
    return {{QStringLiteral("run"), report.run},
            {QStringLiteral("ok"), report.isWhole()},
            {QStringLiteral("events"), report.events},
            {QStringLiteral("head"), headText(report.head)},
            {QStringLiteral("objects"), report.objects},
            {QStringLiteral("decisions"), report.decisions},
            {QStringLiteral("signatures"), report.signatures},
            {QStringLiteral("headFile"), report.hasHeadFile},
            {QStringLiteral("problems"), problems},
            {QStringLiteral("more"), report.hasMore}};
}

void printReport(const Terminal &terminal, const VerifyReport &report)
{
    for (const VerifyProblem &problem : report.problems)
        terminal.print(problem.what.translated());
    if (report.hasMore)
        terminal.say(translated(QT_TRANSLATE_NOOP("Slipway::Message", "And more of that kind.")));
    if (!report.hasHeadFile)
        terminal.say(translated(QT_TRANSLATE_NOOP(
            "Slipway::Message", "This machine has no note of the run's last event: whether its end "
                                "is missing can only be told with --head.")));
    if (report.isWhole())
        terminal.print(translated(QT_TRANSLATE_NOOP("Slipway::Message",
                                                    "Run %1 is whole: %2 events, %3 objects."))
                           .arg(report.run)
                           .arg(report.events)
                           .arg(report.objects));
    terminal.print(
        translated(QT_TRANSLATE_NOOP("Slipway::Message", "Head: %1")).arg(headText(report.head)));
}

int verify(Call &call)
{
    std::optional<KnownHead> known;
    if (call.options.isSet(headOption)) {
        known = knownHead(call.options.value(headOption));
        if (!known) {
            call.terminal.fail(
                Error(QStringLiteral("usage"),
                      QT_TRANSLATE_NOOP("Slipway::Error", "--head needs NUMBER:HASH or HASH, 64 "
                                                          "hexadecimal digits, not %1."),
                      {call.options.value(headOption)}));
            return Status::wrongUse;
        }
    }
    const auto report = verifyRun(call.session.places(), call.arguments[0], known);
    if (!report) {
        call.terminal.fail(report.error());
        return Status::wrongUse;
    }
    if (call.terminal.isJson())
        call.terminal.print(reportJson(*report));
    else
        printReport(call.terminal, *report);
    return report->isWhole() ? Status::ok : Status::no;
}

} // namespace

QList<Verb> verifyVerbs()
{
    const QCommandLineOption head(
        headOption,
        QCoreApplication::translate(
            "Slipway::Help", "An event that is known to be in it, as `verify` printed it once."),
        QStringLiteral("NUMBER:HASH"));
    return {
        {"verify",
         "RUN",
         QT_TRANSLATE_NOOP("Slipway::Help", "Check that nobody changed a run's journal."),
         {head},
         1,
         1,
         verify},
    };
}

} // namespace Slipway
