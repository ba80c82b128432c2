// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#include "app/sample/sampleworkspace.h"
#include "core/checklist/lint.h"
#include "core/checklist/schema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace Slipway {

namespace {

/// Prints one finding; gives true for an error.
bool report(const Call &call, const LintFinding &finding, QJsonArray &array)
{
    const bool isError = finding.severity == LintFinding::Severity::Error;
    if (call.terminal.isJson()) {
        QJsonObject json = finding.problem.toJson();
        json.remove(QStringLiteral("pattern"));
        json.remove(QStringLiteral("arguments"));
        json.insert(QStringLiteral("severity"),
                    isError ? QStringLiteral("error") : QStringLiteral("warning"));
        json.insert(QStringLiteral("about"), isProblemOfShape(finding.problem.code())
                                                 ? QStringLiteral("shape")
                                                 : QStringLiteral("meaning"));
        array.append(json);
    } else {
        call.terminal.printBytes(
            QStringLiteral("%1: %2: %3\n")
                .arg(finding.problem.place().text(),
                     isError ? QStringLiteral("error") : QStringLiteral("warning"),
                     finding.problem.translated())
                .toUtf8());
    }
    return isError;
}

int lintVerb(Call &call)
{
    int errors = 0;
    bool isAllRead = true;
    QJsonArray array;
    for (const QString &file : qAsConst(call.arguments)) {
        const auto document = Session::document(file);
        if (!document) {
            call.terminal.fail(document.error());
            isAllRead = false;
            continue;
        }
        const ReadChecklist read = readChecklist(document->bytes, document->file);
        QList<LintFinding> findings;
        for (const Error &error : read.errors)
            findings.append({LintFinding::Severity::Error, error});
        if (read.checklist)
            findings = lint(*read.checklist, call.session.kinds().catalogue());
        for (const LintFinding &finding : qAsConst(findings))
            errors += report(call, finding, array) ? 1 : 0;
    }
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("findings"), array}});
    if (!isAllRead)
        return Status::wrongUse;
    return errors > 0 ? Status::no : Status::ok;
}

int schema(Call &call)
{
    const Catalogue catalogue = call.session.kinds().catalogue();
    call.terminal.print(
        call.options.isSet(QStringLiteral("reference"))
            ? kindsReference(catalogue).trimmed()
            : QString::fromUtf8(QJsonDocument(checklistSchema(catalogue)).toJson()).trimmed());
    return Status::ok;
}

int sample(Call &call)
{
    const SampleWorkspace workspace(call.arguments[0]);
    const auto report = workspace.create();
    if (!report) {
        call.terminal.fail(report.error());
        return Status::no;
    }
    // Without an engine the files alone are still worth having; the notes say what is missing.
    if (SampleWorkspace::hasEngine()) {
        if (const auto made = workspace.makeBaseImage(); !made) {
            call.terminal.fail(made.error());
            return Status::no;
        }
    }
    for (const Message &note : report->notes)
        call.terminal.say(note.translated());
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("directory"), report->directory},
                                        {QStringLiteral("commandLine"), report->commandLine}});
    else
        call.terminal.print(report->commandLine);
    return Status::ok;
}

} // namespace

QList<Verb> checklistVerbs()
{
    return {
        {"lint",
         "FILE…",
         QT_TRANSLATE_NOOP("Slipway::Help", "Check checklists without starting anything."),
         {},
         1,
         -1,
         lintVerb},
        {"schema",
         "",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Print the JSON Schema of checklists, for editors and validators."),
         {QCommandLineOption(QStringLiteral("reference"),
                             QCoreApplication::translate(
                                 "Slipway::Help", "Print the page of all kinds of step instead."))},
         0,
         0,
         schema},
        {"sample",
         "DIR",
         QT_TRANSLATE_NOOP("Slipway::Help", "Lay down a sample to try a package update on."),
         {},
         1,
         1,
         sample},
    };
}

} // namespace Slipway
