// SPDX-License-Identifier: MIT
#include "app/slipway-shots/fixturerehearsal.h"

#include "app/slipway-shots/fixturetexts.h"

namespace Slipway {

namespace {

using State = RehearsedStep::State;

LocalizedText both(const char *english, const char *portuguese)
{
    return LocalizedText({{QStringLiteral("en"), QString::fromUtf8(english)},
                          {QStringLiteral("pt_BR"), QString::fromUtf8(portuguese)}});
}

RehearsedStep step(const char *id, const LocalizedText &title, const char *kind, State state)
{
    RehearsedStep made;
    made.key.step = QString::fromLatin1(id);
    made.title = title;
    made.kind = QString::fromLatin1(kind);
    made.state = state;
    return made;
}

const QString stack = QStringLiteral("/home/ana/prodest-ml-stack");

RehearsedStep branchStep()
{
    RehearsedStep branch =
        step("branch", both("Branch in the stack", "Ramo na stack"), "git.branch", State::Planned);
    branch.summary = Message("Starts the branch %1 from %2, at %3.",
                             {QStringLiteral("atualizar_pacotes"), QStringLiteral("upstream/main"),
                              QStringLiteral("4be190c2a1")});
    branch.facts = {{Message("Repository"), stack},
                    {Message("Checked out now"), QStringLiteral("main")},
                    {Message("Not asked; as it was fetched last"),
                     QStringLiteral("upstream/main (4be190c2a1)")}};
    branch.directory = stack;
    branch.commands = {{QStringLiteral("git"), QStringLiteral("fetch"), QStringLiteral("--"),
                        QStringLiteral("upstream")},
                       {QStringLiteral("git"), QStringLiteral("switch"),
                        QStringLiteral("--no-track"), QStringLiteral("--create"),
                        QStringLiteral("atualizar_pacotes"), QStringLiteral("4be190c2a1")}};
    branch.questions = {{QStringLiteral("git"), QStringLiteral("ls-remote"),
                         QStringLiteral("--symref"), QStringLiteral("--end-of-options"),
                         QStringLiteral("upstream"), QStringLiteral("HEAD")}};
    branch.outputs = {{QStringLiteral("branch"), Value(QStringLiteral("atualizar_pacotes"))},
                      {QStringLiteral("commit"), Value::unknown()}};
    return branch;
}

RehearsedStep unpinStep(const ObjectStore &objects)
{
    RehearsedStep unpin = step("unpin", both("Strip the Dockerfiles", "Limpar os Dockerfiles"),
                               "packages.unpin", State::Planned);
    const QList<FixtureFile> files = fixtureFiles();
    for (const FixtureFile &file : files)
        unpin.edits.append({stack, file.path, objects.put(file.before).valueOr({}),
                            objects.put(file.after).valueOr({})});
    unpin.summary = Message("Takes %1 versions out of %2 files.",
                            {QStringLiteral("268"), QString::number(files.size())});
    return unpin;
}

RehearsedStep pushStep()
{
    RehearsedStep push =
        step("push", both("Push the branch", "Enviar o ramo"), "git.push", State::Planned);
    push.summary =
        Message("Pushes the branch %1 at %2 to %3.",
                {QStringLiteral("atualizar_pacotes"), QStringLiteral("‹steps.save.outputs.commit›"),
                 QStringLiteral("origin")});
    push.directory = stack;
    push.commands = {{QStringLiteral("git"), QStringLiteral("push"), QStringLiteral("--porcelain"),
                      QStringLiteral("--force-with-lease=refs/heads/atualizar_pacotes:"
                                     "‹origin/atualizar_pacotes›"),
                      QStringLiteral("--"), QStringLiteral("origin"),
                      QStringLiteral("‹steps.save.outputs.commit›:refs/heads/atualizar_pacotes")}};
    return push;
}

RehearsedStep pinStep()
{
    RehearsedStep pin = step("pin", both("Pin what was proved", "Fixar o que foi comprovado"),
                             "packages.pin", State::Waits);
    pin.waitsFor = {QStringLiteral("steps.freeze.outputs.inventory")};
    pin.remarks = {Message("Waits for %1.", pin.waitsFor)};
    pin.facts = {{Message("files"), QStringLiteral("[\"**/Dockerfile\"]")},
                 {Message("from"), QStringLiteral("[\"‹steps.freeze.outputs.inventory›\"]")},
                 {Message("in"), stack}};
    return pin;
}

RehearsedStep bumpStep(bool wouldFail)
{
    RehearsedStep bump = step("bump", both("Raise the version", "Subir a versão"), "version.bump",
                              wouldFail ? State::Fails : State::Planned);
    bump.summary =
        Message("Sets %1 to %2 in %3.", {QStringLiteral("1.6.18"), QStringLiteral("1.6.19"),
                                         stack + QStringLiteral("/VERSION")});
    if (wouldFail) {
        bump.summary = Message();
        bump.error = Error(QStringLiteral("file.missing"), "%1 does not exist.",
                           {stack + QStringLiteral("/VERSION")});
        bump.facts = {{Message("file"), QStringLiteral("VERSION")}, {Message("in"), stack}};
    }
    return bump;
}

} // namespace

Rehearsal fixtureRehearsal(bool wouldFail)
{
    Rehearsal rehearsal;
    rehearsal.scratch = std::make_shared<QTemporaryDir>();
    rehearsal.checklist = QStringLiteral("package-update");
    rehearsal.title = both("Update packages", "Atualizar pacotes");
    RehearsedStep fork =
        step("fork", both("Fork the repositories", "Fazer os forks"), "manual", State::Skipped);
    fork.remarks = {
        Message("Not needed this time: %1 does not hold.", {QStringLiteral("inputs.stack-url")})};
    RehearsedStep sign = step("sign-off", both("Sign-off", "Aprovação"), "approval", State::Person);
    sign.summary = Message("Approvals needed from %2: %1.",
                           {QStringLiteral("2"), QStringLiteral("ml-engineers")});
    rehearsal.stages = {
        {QStringLiteral("prepare"), both("Prepare", "Preparar"), {fork, branchStep()}},
        {QStringLiteral("edit"),
         both("Take versions out", "Retirar as versões"),
         {unpinStep(rehearsal.objects()), bumpStep(wouldFail)}},
        {QStringLiteral("prove"), both("Prove", "Comprovar"), {pinStep(), sign, pushStep()}}};
    return rehearsal;
}

} // namespace Slipway
