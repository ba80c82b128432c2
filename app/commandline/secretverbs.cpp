// SPDX-License-Identifier: MIT
#include "app/commandline/givensecrets.h"
#include "core/run/runstarter.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Slipway {

namespace {

int fail(const Call &call, const Error &error, int status)
{
    call.terminal.fail(error);
    return status;
}

Result<Checklist> checklistOf(const Call &call)
{
    const auto document = Session::document(call.arguments[0]);
    if (!document)
        return document.error();
    return loadChecklist(document->bytes, document->file, call.session.kinds().catalogue());
}

Result<InputSpec> secretOf(const Call &call, const Result<Checklist> &checklist)
{
    return checklist ? secretNamed(*checklist, call.arguments[1])
                     : Result<InputSpec>(checklist.error());
}

int setSecret(Call &call)
{
    const auto checklist = checklistOf(call);
    const auto input = secretOf(call, checklist);
    if (!input)
        return fail(call, input.error(), Status::wrongUse);
    const auto value = readSecret(call, *input);
    if (!value)
        return fail(call, value.error(), Status::wrongUse);
    const auto kept = call.session.secrets().keep(checklist->name, input->name, *value);
    if (kept.home == SecretKeeper::Home::Keyring)
        return Status::ok;
    return fail(call,
                Error(QStringLiteral("secret.not-kept"),
                      QT_TRANSLATE_NOOP("Slipway::Error",
                                        "The secret '%1' was not kept. %2 `slipway run --secret "
                                        "%1` asks for it each time."),
                      {input->name, kept.problem.message()}),
                Status::no);
}

int forgetSecret(Call &call)
{
    const auto checklist = checklistOf(call);
    const auto input = secretOf(call, checklist);
    if (!input)
        return fail(call, input.error(), Status::wrongUse);
    const auto done = call.session.secrets().forget(checklist->name, input->name);
    return done ? Status::ok : fail(call, done.error(), Status::no);
}

int listSecrets(Call &call)
{
    const auto checklist = checklistOf(call);
    if (!checklist)
        return fail(call, checklist.error(), Status::wrongUse);
    const auto found = call.session.secrets().find(checklist->name, checklist->secrets());
    QJsonArray secrets;
    for (auto it = found.homes.cbegin(); it != found.homes.cend(); ++it) {
        const bool isKept = *it == SecretKeeper::Home::Keyring;
        secrets.append(
            QJsonObject{{QStringLiteral("name"), it.key()}, {QStringLiteral("kept"), isKept}});
        if (!call.terminal.isJson())
            call.terminal.print(QStringLiteral("%1  %2").arg(
                it.key(), QCoreApplication::translate(
                              "Slipway::Message",
                              isKept ? QT_TRANSLATE_NOOP("Slipway::Message", "in the keyring")
                                     : QT_TRANSLATE_NOOP("Slipway::Message", "not kept"))));
    }
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("secrets"), secrets}});
    return found.problem.isEmpty() ? Status::ok : fail(call, found.problem, Status::no);
}

} // namespace

QList<Verb> secretVerbs()
{
    return {{"secret set",
             "CHECKLIST NAME",
             QT_TRANSLATE_NOOP("Slipway::Help",
                               "Keep a secret of a checklist in the keyring of this desktop: asked "
                               "for without echo, or read from standard input."),
             {},
             2,
             2,
             setSecret},
            {"secret forget",
             "CHECKLIST NAME",
             QT_TRANSLATE_NOOP("Slipway::Help", "Take it out of the keyring."),
             {},
             2,
             2,
             forgetSecret},
            {"secret list",
             "CHECKLIST",
             QT_TRANSLATE_NOOP("Slipway::Help",
                               "The secrets of a checklist, and which of them are kept."),
             {},
             1,
             1,
             listSecrets}};
}

} // namespace Slipway
