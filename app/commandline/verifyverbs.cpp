// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#include "core/report/bundle.h"
#include "core/run/verify.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace Slipway {

namespace {

const QString headOption = QStringLiteral("head");
const QString bundleOption = QStringLiteral("bundle");

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
    const QString name = call.arguments[0];
    const auto report = Bundles::isBundle(name) ? Bundles::verify(QDir(name).absolutePath())
                                                : verifyRun(call.session.places(), name, known);
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

int exportRun(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    if (!run)
        return Status::wrongUse;
    const QString folder = call.options.value(bundleOption);
    if (folder.isEmpty()) {
        call.terminal.fail(
            Error(QStringLiteral("usage"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "--bundle needs a folder to write to.")));
        return Status::wrongUse;
    }
    const auto written = Bundles::write({*run, QDir(folder).absolutePath(),
                                         call.options.value(QStringLiteral("key")),
                                         call.options.value(QStringLiteral("as"))},
                                        call.session.services());
    if (!written) {
        call.terminal.fail(written.error());
        return Status::no;
    }
    call.terminal.print(QDir(folder).absolutePath());
    return Status::ok;
}

} // namespace

QList<Verb> verifyVerbs()
{
    const QCommandLineOption head(
        headOption,
        QCoreApplication::translate(
            "Slipway::Help", "An event that is known to be in it, as `verify` printed it once."),
        QStringLiteral("NUMBER:HASH"));
    const auto option = [](const QString &name, const char *help, const QString &value) {
        return QCommandLineOption(name, QCoreApplication::translate("Slipway::Help", help), value);
    };
    const auto bundle =
        option(bundleOption, QT_TRANSLATE_NOOP("Slipway::Help", "A folder, new or empty."),
               QStringLiteral("FOLDER"));
    const auto key =
        option(QStringLiteral("key"),
               QT_TRANSLATE_NOOP("Slipway::Help",
                                 "The SSH key to sign with; else one in the agent or in ~/.ssh."),
               QStringLiteral("FILE"));
    const auto as = option(QStringLiteral("as"),
                           QT_TRANSLATE_NOOP("Slipway::Help", "Who exports it, as the policy "
                                                              "calls them."),
                           QStringLiteral("PERSON"));
    return {
        {"verify",
         "RUN|BUNDLE",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Check that nobody changed a run's journal or forged a decision, or "
                           "that an exported bundle is as it was."),
         {head},
         1,
         1,
         verify},
        {"export",
         "RUN --bundle FOLDER",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Write a run with all its evidence and signatures to a folder that "
                           "proves itself with Python and ssh-keygen alone."),
         {bundle, key, as},
         1,
         1,
         exportRun},
    };
}

} // namespace Slipway
