// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#include "core/report/attestation.h"
#include "core/report/bundle.h"
#include "core/report/report.h"
#include "core/run/verify.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QLocale>
#include <QMap>

namespace Slipway {

namespace {

const QString headOption = QStringLiteral("head");
const QString formatOption = QStringLiteral("format");
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

int report(Call &call)
{
    using Writer = QByteArray (*)(const Reports::Source &);
    static const QMap<QString, Writer> writers{{QStringLiteral("html"), Reports::html},
                                               {QStringLiteral("md"), Reports::markdown},
                                               {QStringLiteral("json"), Reports::json}};
    const QString format = call.options.value(formatOption);
    const Writer write = writers.value(format.isEmpty() ? QStringLiteral("md") : format);
    if (!write) {
        call.terminal.fail(
            Error(QStringLiteral("usage"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "--format is one of %2, not %1."),
                  {format, QStringList(writers.keys()).join(QLatin1String(", "))}));
        return Status::wrongUse;
    }
    const auto run = openRun(call, call.arguments[0]);
    if (!run)
        return Status::wrongUse;
    const auto source = Reports::read(*run, call.session.services(), QLocale().name());
    if (!source) {
        call.terminal.fail(source.error());
        return Status::no;
    }
    call.terminal.printBytes(write(*source));
    return Status::ok;
}

/// To standard output.
int exportAttestation(Call &call, const QString &run)
{
    const RunServices services = call.session.services();
    const auto policy = Policy::load(services.places.config());
    const auto key =
        policy ? Bundles::exportKey(call.options.value(QStringLiteral("key")),
                                    call.options.value(QStringLiteral("as")), *policy, services)
               : Result<Signing::Key>(policy.error());
    const auto source = key ? Reports::read(run, services, QStringLiteral("en"))
                            : Result<Reports::Source>(key.error());
    const auto envelope =
        source ? Attestation::envelope(*source, *key) : Result<QByteArray>(source.error());
    if (!envelope) {
        call.terminal.fail(envelope.error());
        return Status::no;
    }
    call.terminal.printBytes(*envelope + '\n');
    return Status::ok;
}

int exportRun(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    if (!run)
        return Status::wrongUse;
    if (call.options.value(formatOption) == QLatin1String("intoto"))
        return exportAttestation(call, *run);
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
    const auto format = option(
        formatOption, QT_TRANSLATE_NOOP("Slipway::Help", "html, md or json; md unless said."),
        QStringLiteral("FORMAT"));
    const auto intoto =
        option(formatOption,
               QT_TRANSLATE_NOOP("Slipway::Help",
                                 "intoto: a signed in-toto statement instead, to standard output."),
               QStringLiteral("FORMAT"));
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
        {"report",
         "RUN [--format html|md|json]",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Write a run as one document: what happened, who decided, what proves "
                           "it."),
         {format},
         1,
         1,
         report},
        {"export",
         "RUN --bundle FOLDER|--format intoto",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Write a run with all its evidence and signatures to a folder that "
                           "proves itself with Python and ssh-keygen alone."),
         {bundle, intoto, key, as},
         1,
         1,
         exportRun},
    };
}

} // namespace Slipway
