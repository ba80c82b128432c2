// SPDX-License-Identifier: MIT
// Values of runs that continue others, of checked journals, and of outputs that are asked for.
#include "app/slipway-shots/fixtures.h"

namespace Slipway {

namespace {

const QString otherRun = QStringLiteral("c4mx7dq2hw6z");

const char changedChecklist[] = R"(slipway: 1
name: package-update
inputs:
  branch:
    type: git-branch
    required: true
    title: {en: Branch, pt_BR: Ramo}
    help:
      en: Created in each repository from its default branch.
      pt_BR: Criado em cada repositório a partir do ramo padrão.
  stack-version:
    type: version
    required: true
    title: {en: Stack version, pt_BR: Versão da stack}
stages: [{name: s, steps: [{id: a, uses: manual}]}]
)";

} // namespace

CarryPreview Fixtures::carryPreview() const
{
    const auto again = [this](const char *english, const char *portuguese) {
        return Message("%1", {t(english, portuguese)});
    };
    const QMap<QString, Message> why{
        {QStringLiteral("build"), again("It was not done.", "Não foi feita.")},
        {QStringLiteral("train"), again("It was not done.", "Não foi feita.")},
        {QStringLiteral("stress"), again("It was changed.", "Foi alterada.")},
        {QStringLiteral("return"), again("It needs stress, which is done again.",
                                         "Precisa de stress, que será feita de novo.")},
        {QStringLiteral("freeze"), again("It was not done.", "Não foi feita.")},
        {QStringLiteral("write"), again("It was not done.", "Não foi feita.")},
        {QStringLiteral("sign-off"),
         again("It is decided again: a decision is about one checklist.",
               "É decidida de novo: uma decisão vale para um só checklist.")},
        {QStringLiteral("push"), again("It is new.", "É nova.")}};
    CarryPreview preview;
    preview.run = base().id;
    const RunView run = base();
    for (const StageView &stage : run.stages) {
        for (const StepView &one : stage.steps)
            preview.steps.append(
                {one.id, LocalizedText(one.title), !why.contains(one.id), why.value(one.id)});
    }
    preview.request = {QByteArray(changedChecklist),
                       QStringLiteral("/home/ana/checklists/package-update.checklist.yaml"),
                       {{QStringLiteral("branch"), Value(QStringLiteral("atualizar_pacotes"))},
                        {QStringLiteral("stack-version"), Value(QStringLiteral("r1.6.19"))}}};
    return preview;
}

CarryPreview Fixtures::carryProblem() const
{
    CarryPreview preview = carryPreview();
    preview.steps.clear();
    preview.request.inputs.remove(QStringLiteral("stack-version"));
    preview.problem = Error(QStringLiteral("inputs"), "%1",
                            {t("The input stack-version is needed and has no value.",
                               "A entrada stack-version é necessária e não tem valor.")});
    return preview;
}

RunView Fixtures::continuing() const
{
    RunView run = base();
    run.continues = otherRun;
    run.expectedLeftMs = -1;
    for (StageView &stage : run.stages) {
        for (StepView &one : stage.steps) {
            if (one.state == StepState::Succeeded)
                one.carriedFrom = otherRun;
        }
    }
    StepView &tags = *find(run, QStringLiteral("tags"));
    tags.outputs = {{QStringLiteral("images"), Value(QStringLiteral("5"))}};
    return run;
}

RunView Fixtures::closed() const
{
    RunView run = failed();
    run.state = RunState::Cancelled;
    run.continuedBy = otherRun;
    for (StageView &stage : run.stages) {
        for (StepView &one : stage.steps)
            one.actions.clear();
    }
    return run;
}

UndoPreview Fixtures::undoPreviewBeyond() const
{
    UndoPreview preview = undoPreview();
    UndoItem clone;
    clone.key.step = QStringLiteral("clone");
    clone.title = t("Clone the forks", "Clonar os forks");
    clone.run = otherRun;
    clone.summary = Message("%1", {t("Cloned 3 repositories.", "Clonou 3 repositórios.")});
    clone.note.text =
        Message("%1", {t("It was done in the run c4mx7dq2hw6z, which is closed; what it was like "
                         "before is known there, and an undo does not reach it.",
                         "Foi feito na execução c4mx7dq2hw6z, que está encerrada; o que havia "
                         "antes é sabido lá, e desfazer aqui não a alcança.")});
    preview.items.append(clone);
    return preview;
}

VerifyReport Fixtures::verified(bool isWhole) const
{
    VerifyReport report;
    report.run = base().id;
    report.events = 1214;
    report.decisions = 2;
    report.objects = 87;
    report.hasHeadFile = true;
    report.head = {1214, QStringLiteral("9c1f77be04aa5d10e2b38f61c7a94d0b3e5f8821a07d1e5502b9"
                                        "4be190c277af")};
    if (!isWhole) {
        report.hasHeadFile = false;
        report.problems = {
            {612, Error(QStringLiteral("verify.changed"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "Event %1 was changed: its hash does not fit what it "
                                          "says."),
                        {QStringLiteral("612")})},
            {613, Error(QStringLiteral("verify.broken"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "Event %1 does not follow event %2: one of the two was "
                                          "changed, exchanged or added."),
                        {QStringLiteral("613"), QStringLiteral("612")})}};
    }
    return report;
}

RunView Fixtures::doubtUndo() const
{
    RunView run = doubt();
    StepView &push = *find(run, QStringLiteral("push"));
    push.title = t("Push the branches", "Enviar os ramos");
    push.isUndoing = true;
    push.summary = t("Sets `atualizar_pacotes` at `origin` back to `77af02b9`.",
                     "Volta `atualizar_pacotes` em `origin` para `77af02b9`.");
    push.doubt->verdict = QStringLiteral("unknown");
    push.doubt->explanation = t("The connection broke, and the remote cannot be asked now.",
                                "A conexão caiu, e não é possível perguntar ao remoto agora.");
    push.doubt->facts = {{t("Meant", "Devia ficar"), QStringLiteral("77af02b9")},
                         {t("There before", "Havia antes"), QStringLiteral("4be190c2")}};
    UndoView undo;
    undo.author = QStringLiteral("ana");
    undo.left = 3;
    undo.total = 4;
    undo.isStuck = true;
    run.undo = undo;
    return run;
}

RunView Fixtures::outputsAsked() const
{
    RunView run = byHand();
    StepView &train = *find(run, QStringLiteral("train"));
    train.title = t("Freeze five containers", "Congelar cinco contêineres");
    train.help.clear();
    train.manual->commands = {QStringLiteral("docker exec stack_api_1 pip freeze")};
    train.manual->link.clear();
    train.manual->instructions = t("Lists what is installed in the running containers.",
                                   "Lista o que está instalado nos contêineres em execução.");
    train.manual->asks = {{QStringLiteral("inventory"), Type::Text,
                           QT_TRANSLATE_NOOP("Slipway::Help", "The list, for packages.pin.")},
                          {QStringLiteral("count"), Type::Number,
                           QT_TRANSLATE_NOOP("Slipway::Help", "How many packages there are.")}};
    return run;
}

} // namespace Slipway
