// SPDX-License-Identifier: MIT
// Values of runs that go back: steps in doubt, steps to do again, effects that are undone.
#include "app/slipway-shots/fixtures.h"

namespace Slipway {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;

UndoItem undoItem(int attempt, const char *step, const QString &title, UndoNote::Can can,
                  const QString &how, const QString &summary)
{
    UndoItem item;
    item.key = {QString::fromLatin1(step), {}};
    item.title = title;
    item.attempt = attempt;
    // Fixtures are made in the language that is shown: the pattern is the text itself.
    item.note = {can, Message("%1", {how})};
    if (!summary.isEmpty())
        item.summary = Message("%1", {summary});
    return item;
}

} // namespace

RunView Fixtures::doubtUnknown() const
{
    RunView run = doubt();
    StepView &push = *find(run, QStringLiteral("push"));
    push.title = t("Start the stress test", "Iniciar o teste de estresse");
    push.summary = t("Runs `./stress.sh --requests 1000` in the test folder.",
                     "Executa `./stress.sh --requests 1000` na pasta de teste.");
    push.doubt->verdict = QStringLiteral("unknown");
    push.doubt->explanation = t("The machine went down while it ran, and the step does not say how "
                                "to find out whether it happened.",
                                "A máquina caiu enquanto executava, e a etapa não diz como "
                                "descobrir se aconteceu.");
    push.doubt->facts.clear();
    return run;
}

RunView Fixtures::doubtNotDone() const
{
    RunView run = doubt();
    StepView &push = *find(run, QStringLiteral("push"));
    push.doubt->verdict = QStringLiteral("not-done");
    push.doubt->explanation =
        t("Nothing of it was found. It may not be repeated without a person, because doing it "
          "twice could do harm.",
          "Nada disso foi encontrado. Não pode ser repetido sem uma pessoa, porque fazer duas "
          "vezes poderia causar dano.");
    push.doubt->facts.last().value = t("nothing", "nada");
    return run;
}

RunView Fixtures::doubtRunning() const
{
    RunView run = doubtUnknown();
    StepView &push = *find(run, QStringLiteral("push"));
    push.doubt->explanation =
        t("What watched over its programs is gone, and some of them still run. Wait until they "
          "end or end them, then look again.",
          "O que vigiava seus programas não existe mais, e alguns deles ainda executam. Espere "
          "que terminem ou encerre-os e depois olhe de novo.");
    const QString label = t("Still running", "Ainda em execução");
    push.doubt->facts = {{label, QStringLiteral("stress.sh (48211)")},
                         {label, QStringLiteral("curl (48390)")}};
    return run;
}

RunView Fixtures::goAgain() const
{
    RunView run = finished();
    run.canUndo = true;
    StepView &build = *find(run, QStringLiteral("build"));
    build.canReset = true;
    build.resetFalls = {QStringLiteral("train"),  QStringLiteral("stress"),
                        QStringLiteral("return"), QStringLiteral("freeze"),
                        QStringLiteral("write"),  QStringLiteral("sign-off"),
                        QStringLiteral("push")};
    StepView &signOff = *find(run, QStringLiteral("sign-off"));
    signOff.isGate = true;
    signOff.gate = openGate();
    return run;
}

UndoPreview Fixtures::undoPreview() const
{
    using Can = UndoNote::Can;
    UndoPreview preview;
    preview.run = base().id;
    preview.items = {
        undoItem(12, "push", t("Push the branches", "Enviar os ramos"), Can::Yes,
                 t("the branch goes back to `77af02b9` on `origin`, if it is still where this push "
                   "left it.",
                   "o ramo volta a `77af02b9` em `origin`, se ainda estiver onde este envio o "
                   "deixou."),
                 t("Pushed `atualizar_pacotes` to `origin` in 3 repositories.",
                   "Enviou `atualizar_pacotes` a `origin` em 3 repositórios.")),
        undoItem(0, "train", t("Train and register the model", "Treinar e registrar o modelo"),
                 Can::No,
                 t("A person did it by hand, and only a person can undo it.",
                   "Uma pessoa fez à mão, e só uma pessoa pode desfazer."),
                 {}),
        undoItem(
            9, "stress", t("Stress test", "Teste de estresse"), Can::Nothing, {},
            t("Ran `./stress.sh --requests 1000`.", "Executou `./stress.sh --requests 1000`.")),
        undoItem(7, "build", t("Build and start the stack", "Construir e subir a stack"), Can::Yes,
                 t("the stack is taken down with `docker compose down`; images stay.",
                   "a stack é derrubada com `docker compose down`; as imagens ficam."),
                 t("Runs `./build.sh` in the test folder, in a terminal.",
                   "Executa `./build.sh` na pasta de teste, em um terminal.")),
        undoItem(3, "strip", t("Strip pinned versions", "Retirar as versões fixas"), Can::Yes,
                 t("the 4 files get the bytes that they had before, if they are unchanged since.",
                   "os 4 arquivos recebem os bytes que tinham antes, se não mudaram desde então."),
                 t("Takes 268 pinned versions out of 4 files.",
                   "Retira 268 versões fixas de 4 arquivos."))};
    return preview;
}

RunView Fixtures::undoing() const
{
    RunView run = goAgain();
    run.state = RunState::Running;
    run.canUndo = false;
    UndoView undo;
    undo.author = QStringLiteral("ana");
    undo.left = 2;
    undo.total = 4;
    run.undo = undo;
    find(run, QStringLiteral("push"))->state = StepState::Undone;
    find(run, QStringLiteral("stress"))->state = StepState::Undone;
    StepView &build = *find(run, QStringLiteral("build"));
    build.state = StepState::Running;
    build.isUndoing = true;
    build.isLive = true;
    build.startedAt = m_clock.now() - 14 * second;
    build.finishedAt = 0;
    build.canReset = false;
    build.logFile.clear();
    build.summary = t("Takes down the stack `stack-test`.", "Derruba a stack `stack-test`.");
    build.facts.clear();
    build.actions = {StepAction::Cancel};
    return run;
}

RunView Fixtures::undone() const
{
    RunView run = goAgain();
    run.state = RunState::Undone;
    run.done = 0;
    run.canUndo = false;
    for (StageView &stage : run.stages) {
        stage.done = 0;
        for (StepView &one : stage.steps)
            one.state = StepState::Undone;
    }
    StepView &build = *find(run, QStringLiteral("build"));
    const qint64 then = m_clock.now() - 40 * minute;
    AttemptView first{7,    QStringLiteral("succeeded"), QStringLiteral("run"),
                      then, then + 6 * minute,           {}};
    first.undoneBy = 15;
    AttemptView failed{14,
                       QStringLiteral("failed"),
                       QStringLiteral("run"),
                       then + 25 * minute,
                       then + 26 * minute,
                       t("The Docker engine did not answer.", "O Docker não respondeu.")};
    failed.undoes = 7;
    AttemptView second{15,
                       QStringLiteral("succeeded"),
                       QStringLiteral("run"),
                       then + 30 * minute,
                       then + 31 * minute,
                       {}};
    second.undoes = 7;
    build.attempts = {first, failed, second};
    build.notes = {{then + 24 * minute, QStringLiteral("ana"),
                    t("ana asked to undo what came after “Choose image tags”",
                      "ana pediu para desfazer o que veio depois de “Escolher tags das imagens”")}};
    return run;
}

} // namespace Slipway
