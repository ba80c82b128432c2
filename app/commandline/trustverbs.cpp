// SPDX-License-Identifier: MIT
#include "app/commandline/trusttext.h"
#include "app/commandline/verbs.h"
#include "core/journal/sqlitestore.h"
#include "core/trust/harmless.h"
#include "core/trust/trustquestion.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QTextStream>
#include <unistd.h>

namespace Slipway {

namespace {

const QString yesOption = QStringLiteral("yes");
const QString listOption = QStringLiteral("list");
const QString forgetOption = QStringLiteral("forget");

QString text(const char *sentence)
{
    return QCoreApplication::translate("Slipway::Message", sentence);
}

int fail(const Call &call, const Error &error, int status)
{
    call.terminal.fail(error);
    return status;
}

int listTrusted(const Call &call, const TrustStore &store)
{
    const auto records = store.records();
    if (!records)
        return fail(call, records.error(), Status::no);
    QJsonArray all;
    for (const TrustRecord &record : *records) {
        all.append(QJsonObject{{QStringLiteral("checklist"), record.bundle.file},
                               {QStringLiteral("digest"), record.bundle.digest()},
                               {QStringLiteral("by"), record.by},
                               {QStringLiteral("at"), isoTime(record.at)}});
        if (!call.terminal.isJson())
            call.terminal.printBytes(
                QStringLiteral("%1  %2  %3\n")
                    .arg(isoTime(record.at), record.by, harmless(record.bundle.file, false, 4096))
                    .toUtf8());
    }
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("trusted"), all}});
    return Status::ok;
}

/// The file itself may be gone.
int forget(const Call &call, const TrustStore &store)
{
    const QFileInfo info(call.arguments[0]);
    const QString file = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const auto forgotten = store.forget(file);
    if (!forgotten)
        return fail(call, forgotten.error(), Status::no);
    if (!*forgotten)
        call.terminal.say(
            text(QT_TRANSLATE_NOOP("Slipway::Message", "%1 was not trusted.")).arg(file));
    return Status::ok;
}

/// A script that does not say --yes agrees to nothing.
bool isAgreed(const Call &call)
{
    if (call.options.isSet(yesOption))
        return true;
    if (call.terminal.isJson() || !::isatty(STDIN_FILENO) || !::isatty(STDERR_FILENO))
        return false;
    call.terminal.say(
        text(QT_TRANSLATE_NOOP("Slipway::Message", "Trust it, so that it may run? Type yes:")));
    QTextStream input(stdin);
    return input.readLine().trimmed() == QLatin1String("yes");
}

Result<TrustQuestion> questionOf(const Call &call, const TrustStore &store)
{
    const auto document = Session::document(call.arguments[0]);
    if (!document)
        return document.error();
    const Catalogue catalogue = call.session.kinds().catalogue();
    const auto checklist = loadChecklist(document->bytes, document->file, catalogue);
    if (!checklist)
        return checklist.error();
    return TrustQuestion::of(*checklist, document->bytes, catalogue, store);
}

/// Shows, asks, and writes down the answer; what is written down is what was shown.
int ask(const Call &call, const TrustStore &store)
{
    const auto question = questionOf(call, store);
    if (!question)
        return fail(call, question.error(), Status::wrongUse);
    if (call.terminal.isJson())
        call.terminal.print(trustJson(*question));
    else
        call.terminal.printBytes(trustText(*question));
    if (question->isTrusted())
        return Status::ok;
    if (!isAgreed(call))
        return Status::no;
    const auto trusted = store.trust(question->record(localAuthor(), SystemClock().now()));
    return trusted ? Status::ok : fail(call, trusted.error(), Status::no);
}

int trust(Call &call)
{
    const TrustStore store(call.session.places());
    if (call.options.isSet(listOption))
        return listTrusted(call, store);
    if (call.arguments.isEmpty())
        return fail(call,
                    Error(QStringLiteral("usage"),
                          QT_TRANSLATE_NOOP("Slipway::Error", "`trust` needs a checklist.")),
                    Status::wrongUse);
    if (call.options.isSet(forgetOption))
        return forget(call, store);
    return ask(call, store);
}

} // namespace

QList<Verb> trustVerbs()
{
    const auto help = [](const char *sentence) {
        return QCoreApplication::translate("Slipway::Help", sentence);
    };
    return {{"trust",
             "FILE",
             QT_TRANSLATE_NOOP("Slipway::Help",
                               "Show what a checklist would touch, and ask whether it may run."),
             {QCommandLineOption(
                  yesOption, help(QT_TRANSLATE_NOOP("Slipway::Help", "Trust it without asking."))),
              QCommandLineOption(listOption,
                                 help(QT_TRANSLATE_NOOP("Slipway::Help",
                                                        "Print the checklists that are trusted."))),
              QCommandLineOption(
                  forgetOption,
                  help(QT_TRANSLATE_NOOP(
                      "Slipway::Help", "Trust it no longer. Runs that began stay as they are.")))},
             0,
             1,
             trust}};
}

} // namespace Slipway
