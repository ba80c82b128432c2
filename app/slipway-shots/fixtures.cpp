// SPDX-License-Identifier: MIT
#include "app/slipway-shots/fixtures.h"

#include "app/slipway-shots/fixturetexts.h"
#include "core/base/files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Slipway {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

const QString runId = QStringLiteral("7f3akq2m5xtc");

} // namespace

qint64 FixedClock::now() const
{
    static const qint64 moment = QDateTime(QDate(2026, 11, 21), QTime(14, 22)).toMSecsSinceEpoch();
    return moment;
}

Fixtures::Fixtures(QString language)
    : m_language(std::move(language)), m_folder(std::make_shared<QTemporaryDir>())
{
}

QString Fixtures::t(const char *english, const char *portuguese) const
{
    return QString::fromUtf8(m_language == QLatin1String("en") ? english : portuguese);
}

QString Fixtures::store(const QByteArray &bytes) const
{
    const QString digest =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    m_objects.insert(digest, bytes);
    return digest;
}

ObjectReader Fixtures::reader() const
{
    return [objects = m_objects](const QString &digest) -> Result<QByteArray> {
        if (objects.contains(digest))
            return objects.value(digest);
        return Error(QStringLiteral("object.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The object %1 is missing. It may have been deleted by "
                                       "hand; restore it from a backup."),
                     {digest});
    };
}

QList<WaitingItem> Fixtures::waiting() const
{
    return {
        {runId,
         QStringLiteral("sign-off"),
         {},
         t("Sign-off: ml-engineers", "Aprovação: ml-engineers"),
         t("Update packages · run 7f3a · Bruno signed, one more needed · 21 h 40 min left",
           "Atualizar pacotes · execução 7f3a · Bruno assinou, falta uma · restam 21 h 40 min"),
         StepState::Waiting,
         true},
        {QStringLiteral("81c2aaaaaaaa"),
         QStringLiteral("train"),
         {},
         t("Train and register the model", "Treinar e registrar o modelo"),
         t("Stack test · run 81c2 · a step done by hand",
           "Teste da stack · execução 81c2 · uma etapa feita à mão"),
         StepState::Waiting,
         false},
        {QStringLiteral("5b90aaaaaaaa"),
         QStringLiteral("push"),
         {},
         t("Push dev-1.1.0 to the registry: did it happen?",
           "Enviar dev-1.1.0 ao registro: aconteceu?"),
         t("Image release · run 5b90 · the connection broke after the upload; the registry shows "
           "another digest",
           "Publicação de imagem · execução 5b90 · a conexão caiu depois do envio; o registro "
           "mostra outro digest"),
         StepState::InDoubt,
         false}};
}

QList<RunSummary> Fixtures::runs() const
{
    const qint64 now = m_clock.now();
    const auto run = [now](const char *id, const QString &title, const char *author,
                           const char *subtitle, RunState state, const QString &what, int done,
                           qint64 ago) {
        return RunSummary{QString::fromLatin1(id),
                          QStringLiteral("x"),
                          title,
                          QString::fromLatin1(subtitle),
                          QString::fromLatin1(author),
                          state,
                          what,
                          done,
                          68,
                          now - ago - hour,
                          now - ago};
    };
    return {run("7f3akq2m5xtc", t("Update packages", "Atualizar pacotes"), "ana",
                "atualizar_pacotes", RunState::Running,
                t("Building the stack, 3 of 5 images", "Construindo a stack, 3 de 5 imagens"), 41,
                18 * minute),
            run("81c2aaaaaaaa", t("Stack test", "Teste da stack"), "ana", "", RunState::Waiting,
                t("Waiting for you", "Esperando por você"), 31, 2 * hour),
            run("5b90aaaaaaaa", t("Image release 1.1.0", "Publicação de imagem 1.1.0"), "ana", "",
                RunState::InDoubt,
                t("In doubt: push to the registry", "Em dúvida: envio ao registro"), 56, 19 * hour),
            run("3e01aaaaaaaa", t("AVM release", "Entrega do AVM"), "carla", "endpoint v42",
                RunState::Succeeded,
                t("Done in 3 h 12 min, two approvals", "Concluída em 3 h 12 min, duas aprovações"),
                68, 2 * day),
            run("2d77aaaaaaaa", t("Model promotion 20251210.1", "Promoção de modelo 20251210.1"),
                "bruno", "", RunState::Failed,
                t("Smoke test failed on PLANT002/CIRCUIT01, rolled back in 84 s",
                  "O teste de fumaça falhou em PLANT002/CIRCUIT01, revertida em 84 s"),
                48, 4 * day)};
}

QList<ChecklistCard> Fixtures::checklists() const
{
    return {{QStringLiteral("package-update.checklist.yaml"),
             t("Update packages", "Atualizar pacotes"),
             t("Newest versions, tested in the stack, pinned back, in three repositories",
               "As versões mais novas, testadas na stack e fixadas, em três repositórios"),
             t("ready · Docker 28.2 · last 38 min", "pronta · Docker 28.2 · última 38 min")},
            {QStringLiteral("avm.checklist.yaml"), t("AVM release", "Entrega do AVM"),
             t("From the release branch to the endpoint, with both batch tests",
               "Do ramo de entrega ao endpoint, com os dois testes em lote"),
             t("needs a GitHub token", "precisa de um token do GitHub")},
            {QStringLiteral("image.checklist.yaml"), t("Image release", "Publicação de imagem"),
             t("Local, dev and prod images, several registries and platforms",
               "Imagens local, dev e prod, vários registros e plataformas"),
             t("ready · last 52 min", "pronta · última 52 min")}};
}

Checklist Fixtures::checklist() const
{
    const ReadChecklist read =
        readChecklist(fixtureChecklist(), QStringLiteral("package-update.checklist.yaml"));
    for (const Error &error : read.errors)
        qFatal("The fixture checklist is wrong: %s", qPrintable(error.message()));
    return *read.checklist;
}

Value::Map Fixtures::goodInputs() const
{
    const QString home = QDir::homePath() + QStringLiteral("/forks/");
    return {{QStringLiteral("repositories"),
             Value::ofTexts({home + QStringLiteral("mllibprodest"),
                             home + QStringLiteral("modelo-teste"),
                             home + QStringLiteral("prodest-ml-stack")})},
            {QStringLiteral("stack_version"), Value(QStringLiteral("r1.6.19"))}};
}

Value::Map Fixtures::wrongInputs() const
{
    Value::Map values = goodInputs();
    values[QStringLiteral("stack_version")] = Value(QStringLiteral("r1.6"));
    values[QStringLiteral("branch")] = Value(QStringLiteral("atualizar pacotes"));
    return values;
}

QList<MachineFact> Fixtures::machine() const
{
    using State = MachineFact::State;
    return {{QStringLiteral("git"), QStringLiteral("2.39.5"), State::Good, {}},
            {QStringLiteral("Docker engine"),
             t("28.2 · context default", "28.2 · contexto default"),
             State::Good,
             {}},
            {QStringLiteral("docker compose"), QStringLiteral("2.40"), State::Good, {}},
            {QStringLiteral("python3"), QStringLiteral("3.11"), State::Good, {}},
            {t("SSH agent", "Agente SSH"), t("no key loaded", "nenhuma chave"), State::Missing,
             t("Without a key in the agent, the last stage cannot push. Load one with `ssh-add`.",
               "Sem uma chave no agente, o último estágio não consegue enviar. Carregue uma com "
               "`ssh-add`.")}};
}

DirectoryFact Fixtures::directoryFact(const QString &path) const
{
    if (path.endsWith(QLatin1String("prodest-ml-stack")))
        return {t("main, 1 file changed: commit or stash it first",
                  "main, 1 arquivo alterado: faça commit ou stash antes"),
                MachineFact::State::Doubtful};
    if (path.endsWith(QLatin1String("mllibprodest")))
        return {t("main, clean, 2 commits behind origin", "main, limpo, 2 commits atrás de origin"),
                MachineFact::State::Good};
    return {t("main, clean", "main, limpo"), MachineFact::State::Good};
}

StageView Fixtures::stage(const QString &name, const QString &title, QList<StepView> steps) const
{
    StageView view{name, title, 0, int(steps.size()), std::move(steps)};
    for (StepView &one : view.steps) {
        one.stage = name;
        view.done += one.state == StepState::Succeeded ? 1 : 0;
    }
    return view;
}

StepView Fixtures::step(const QString &id, const QString &title, StepState state,
                        qint64 tookMs) const
{
    StepView view;
    view.id = id;
    view.title = title;
    view.state = state;
    view.kind = QStringLiteral("command");
    if (state != StepState::Pending) {
        view.startedAt = m_clock.now() - tookMs - (state == StepState::Running ? 0 : hour);
        view.finishedAt = state == StepState::Running ? 0 : view.startedAt + tookMs;
    }
    if (state == StepState::Succeeded) {
        view.summary = t("Runs what the checklist says.", "Executa o que o checklist diz.");
        view.attempts = {{1,
                          QStringLiteral("succeeded"),
                          QStringLiteral("run"),
                          view.startedAt,
                          view.finishedAt,
                          {}}};
    }
    return view;
}

EvidenceView Fixtures::changes() const
{
    QJsonArray files;
    for (const FixtureFile &file : fixtureFiles()) {
        files.append(toJson(FileEdit{QStringLiteral("/home/ana/forks/prodest-ml-stack"), file.path,
                                     store(file.before), store(file.after)}));
    }
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("files"), files}}).toJson();
    Evidence evidence{QStringLiteral("diff"),
                      QStringLiteral("changes"),
                      store(json),
                      {},
                      json.size(),
                      t("268 versions, 4 files", "268 versões, 4 arquivos"),
                      1};
    return {evidence,
            t("Strip pinned versions", "Retirar as versões fixas"),
            t("Changes", "Alterações"),
            {}};
}

EvidenceView Fixtures::packages() const
{
    const QByteArray json = fixturePackages({t("before", "antes"), t("now", "agora")});
    Evidence evidence{QStringLiteral("packages"),
                      QStringLiteral("packages"),
                      store(json),
                      {},
                      json.size(),
                      t("12 packages, 11 moved", "12 pacotes, 11 mudaram"),
                      1};
    return {evidence,
            t("Freeze five containers", "Congelar cinco contêineres"),
            t("Packages", "Pacotes"),
            {}};
}

EvidenceView Fixtures::log() const
{
    Evidence evidence{QStringLiteral("log"),
                      QStringLiteral("log"),
                      store(fixtureLog()),
                      QStringLiteral("output.log"),
                      fixtureLog().size(),
                      t("exit status 0", "estado de saída 0"),
                      1};
    return {evidence, t("Stress test", "Teste de estresse"), t("Output", "Saída"), writeLog()};
}

EvidenceView Fixtures::text() const
{
    const QByteArray bytes = "fastapi==0.135.2\nmlflow==3.10.1\nnumpy==2.4.4\npika==1.3.2\n";
    Evidence evidence{QStringLiteral("list"),
                      QStringLiteral("text"),
                      store(bytes),
                      {},
                      bytes.size(),
                      t("pip list of the container api", "pip list do contêiner api"),
                      1};
    return {evidence,
            t("Freeze five containers", "Congelar cinco contêineres"),
            QStringLiteral("freeze.txt"),
            {}};
}

QString Fixtures::writeLog() const
{
    const QString path = m_folder->filePath(QStringLiteral("output.log"));
    if (QFileInfo::exists(path))
        return path;
    const QString index = m_folder->filePath(QStringLiteral("output.index"));
    if (!writeFileDurably(index, fixtureLogIndex(m_clock.now() - 372 * second)) ||
        !writeFileDurably(path, fixtureLog()))
        qFatal("The output of the fixtures cannot be written.");
    return path;
}

StepView Fixtures::strip() const
{
    StepView view =
        step(QStringLiteral("strip"), t("Strip pinned versions", "Retirar as versões fixas"),
             StepState::Succeeded, 2 * second);
    view.help = t("268 versions taken out of 4 files. `temp_builder/Dockerfile` was left alone, as "
                  "the checklist says.",
                  "268 versões retiradas de 4 arquivos. `temp_builder/Dockerfile` ficou como "
                  "estava, como diz o checklist.");
    view.evidence = {changes()};
    view.summary =
        t("Takes 268 pinned versions out of 4 files.", "Retira 268 versões fixas de 4 arquivos.");
    return view;
}

StepView Fixtures::build() const
{
    StepView view =
        step(QStringLiteral("build"), t("Build and start the stack", "Construir e subir a stack"),
             StepState::Running, 372 * second);
    view.help = t("Builds the five images from the stripped Dockerfiles and starts the stack, so "
                  "that the newest versions get installed. Its two questions are answered: `no`, "
                  "`yes`.",
                  "Constrói as cinco imagens a partir dos Dockerfiles sem versões e sobe a stack, "
                  "para que as versões mais novas sejam instaladas. Suas duas perguntas são "
                  "respondidas: `no`, `yes`.");
    view.summary = t("Runs `./build.sh` in the test folder, in a terminal.",
                     "Executa `./build.sh` na pasta de teste, em um terminal.");
    view.facts = {{t("Program", "Programa"), QStringLiteral("./build.sh")},
                  {t("Folder", "Pasta"), QStringLiteral("work/stack-test")},
                  {t("Answers", "Respostas"), QStringLiteral("no, yes")},
                  {t("Time limit", "Tempo limite"), QStringLiteral("60 min")}};
    view.expectedMs = 9 * minute;
    view.logFile = writeLog();
    view.isLive = true;
    view.evidence = {log(), text()};
    view.attempts = {{1, QStringLiteral("running"), {}, view.startedAt, 0, {}}};
    view.actions = {StepAction::Cancel};
    return view;
}

StepView Fixtures::freeze() const
{
    StepView view =
        step(QStringLiteral("freeze"), t("Freeze five containers", "Congelar cinco contêineres"),
             StepState::Pending);
    view.expectedMs = 40 * second;
    return view;
}

StepView Fixtures::signOff() const
{
    StepView view =
        step(QStringLiteral("sign-off"), t("Sign-off: ml-engineers", "Aprovação: ml-engineers"),
             StepState::Pending);
    view.isGate = true;
    view.help = t("Approving lets Slipway push the branches and open the pull requests. Look at "
                  "each piece of evidence; your decision covers exactly what is shown here.",
                  "A aprovação permite que o Slipway envie os ramos e abra os pull requests. Olhe "
                  "cada evidência; sua decisão cobre exatamente o que é mostrado aqui.");
    GateView gate;
    gate.from = QStringLiteral("ml-engineers");
    gate.quorum = 2;
    view.gate = gate;
    return view;
}

RunView Fixtures::base() const
{
    const auto done = [this](const char *id, const QString &title, qint64 took) {
        return step(QString::fromLatin1(id), title, StepState::Succeeded, took * second);
    };
    const auto todo = [this](const char *id, const QString &title) {
        return step(QString::fromLatin1(id), title, StepState::Pending);
    };
    RunView run;
    run.id = runId;
    run.title = t("Update packages", "Atualizar pacotes");
    run.checklist = QStringLiteral("package-update");
    run.author = QStringLiteral("ana");
    run.state = RunState::Running;
    run.done = 41;
    run.total = 68;
    run.startedAt = m_clock.now() - hour;
    run.expectedLeftMs = 12 * minute;
    run.isDrivenHere = true;
    StepView train =
        todo("train", t("Train and register the model", "Treinar e registrar o modelo"));
    train.isManual = true;
    run.stages = {
        stage(QStringLiteral("prepare"), t("Prepare", "Preparar"),
              {done("clone", t("Clone the forks", "Clonar os forks"), 21),
               done("branch", t("Create atualizar_pacotes", "Criar atualizar_pacotes"), 1)}),
        stage(QStringLiteral("strip"), t("Take versions out", "Retirar versões"),
              {strip(), done("tags", t("Choose image tags", "Escolher tags das imagens"), 70),
               done("wheel", t("Build the library wheel", "Construir o wheel da biblioteca"), 34)}),
        stage(QStringLiteral("test"), t("Test the stack", "Testar a stack"),
              {build(), train, todo("stress", t("Stress test", "Teste de estresse")),
               todo("return", t("Return test", "Teste de retorno"))}),
        stage(QStringLiteral("pin"), t("Pin and prove", "Fixar e provar"),
              {freeze(), todo("write", t("Write the pins back", "Regravar as versões")), signOff(),
               todo("push", t("Push the branches", "Enviar os ramos"))})};
    return run;
}

StepView *Fixtures::find(RunView &run, const QString &id)
{
    for (StageView &stage : run.stages) {
        for (StepView &one : stage.steps) {
            if (one.id == id)
                return &one;
        }
    }
    qFatal("The fixtures have no step %s", qPrintable(id));
}

/// Everything before that step is done, and the step itself is in that state.
void Fixtures::advance(RunView &run, const QString &until, StepState state) const
{
    for (StageView &stage : run.stages) {
        stage.done = 0;
        for (StepView &one : stage.steps) {
            if (one.id == until) {
                one.state = state;
                one.startedAt = m_clock.now() - 20 * minute;
                one.finishedAt = state == StepState::Failed ? m_clock.now() - 11 * minute : 0;
                run.done = 52;
                return;
            }
            if (one.state != StepState::Succeeded) {
                one = step(one.id, one.title, StepState::Succeeded, 95 * second);
                one.stage = stage.name;
            }
            ++stage.done;
        }
    }
}

RunView Fixtures::running() const
{
    RunView run = base();
    StepView &build = *find(run, QStringLiteral("build"));
    const std::pair<const char *, qint64> images[] = {
        {"api", 160}, {"model-registry", 185}, {"worker-pub", 27}};
    for (const auto &[name, took] : images) {
        StepView one = build;
        one.instance = QString::fromLatin1(name);
        one.state = took == 27 ? StepState::Running : StepState::Succeeded;
        one.startedAt = m_clock.now() - took * second - (took == 27 ? 0 : hour);
        one.finishedAt = took == 27 ? 0 : one.startedAt + took * second;
        one.isLive = took == 27;
        build.instances.append(one);
    }
    run.stepByStep = true;
    return run;
}

RunView Fixtures::failed() const
{
    RunView run = base();
    run.state = RunState::Failed;
    StepView &build = *find(run, QStringLiteral("build"));
    build.state = StepState::Failed;
    build.isLive = false;
    build.finishedAt = build.startedAt + 372 * second;
    build.errorText =
        t("./build.sh ended with status 1: the image worker-pub could not be built. Mend its "
          "Dockerfile in the test folder and in the fork, then try again.",
          "./build.sh terminou com o estado 1: a imagem worker-pub não pôde ser construída. "
          "Corrija o Dockerfile na pasta de teste e no fork e tente de novo.");
    build.errorDetail = QStringLiteral(
        "ERROR: Could not find a version that satisfies the requirement pika (from versions: "
        "none)\nERROR: No matching distribution found for pika\nThe command '/bin/sh -c pip "
        "install pika requests' returned a non-zero code: 1");
    build.attempts = {{1, QStringLiteral("failed"), QStringLiteral("run"), build.startedAt - hour,
                       build.startedAt - hour + 94 * second,
                       t("The prompt “utilizar o modelo” never came.",
                         "A pergunta “utilizar o modelo” nunca veio.")},
                      {2, QStringLiteral("failed"), QStringLiteral("attached"), build.startedAt,
                       build.finishedAt, build.errorText}};
    build.notes = {{build.startedAt - 30 * minute, QStringLiteral("ana"),
                    t("Ana tried it again: the answers were in the wrong order",
                      "Ana tentou de novo: as respostas estavam na ordem errada")}};
    build.actions = {StepAction::Retry, StepAction::Skip};
    return run;
}

RunView Fixtures::byHand() const
{
    RunView run = base();
    advance(run, QStringLiteral("train"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &train = *find(run, QStringLiteral("train"));
    train.help = t("The worker starts when a model is registered and has the alias `production`.",
                   "O worker sobe quando um modelo está registrado e tem o alias `production`.");
    ManualView manual;
    manual.instructions =
        t("Train the example model in the running stack, register it, and give it the alias "
          "`production` in the model registry's page. Then restart the worker.",
          "Treine o modelo de exemplo na stack em execução, registre-o e dê a ele o alias "
          "`production` na página do registro de modelos. Depois reinicie o worker.");
    manual.commands = {QStringLiteral("docker exec -it stack_train_1 python train.py"),
                       QStringLiteral("docker compose restart worker")};
    manual.link = QStringLiteral("http://localhost:5001/#/models");
    train.manual = manual;
    train.actions = {StepAction::Tick, StepAction::Skip};
    return run;
}

RunView Fixtures::pullRequest() const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &push = *find(run, QStringLiteral("push"));
    push.title = t("Open the pull request", "Abrir o pull request");
    push.isManual = true;
    ManualView manual;
    manual.instructions = t("Open a pull request from `atualizar_pacotes` with this text.",
                            "Abra um pull request a partir de `atualizar_pacotes` com este texto.");
    manual.copyText = QString::fromUtf8(fixturePullRequest());
    manual.link = QStringLiteral("https://github.example.org/prodest/stack/compare");
    push.manual = manual;
    push.actions = {StepAction::Tick};
    return run;
}

RunView Fixtures::confirm() const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &push = *find(run, QStringLiteral("push"));
    push.waitsForGo = true;
    push.help = t("Brings the three branches to their remotes. Nothing is forced.",
                  "Leva os três ramos aos seus remotos. Nada é forçado.");
    push.summary = t("Pushes `atualizar_pacotes` to `origin` in 3 repositories.",
                     "Envia `atualizar_pacotes` a `origin` em 3 repositórios.");
    push.facts = {{t("Branch", "Ramo"), QStringLiteral("atualizar_pacotes")},
                  {t("Expected there", "Esperado lá"), t("nothing yet", "ainda nada")},
                  {t("Commit", "Commit"), QStringLiteral("4be190c2d8aa0b1f")}};
    push.undoNote = UndoNoteView{
        UndoNote::Can::Yes,
        t("the branch goes back to where it was on `origin`, as long as nobody pushed after it.",
          "o ramo volta para onde estava em `origin`, desde que ninguém tenha enviado depois.")};
    push.edits = {};
    push.evidence = {changes()};
    push.actions = {StepAction::Confirm, StepAction::Skip};
    return run;
}

GateView Fixtures::openGate() const
{
    GateView gate;
    gate.from = QStringLiteral("ml-engineers");
    gate.quorum = 2;
    gate.approvals = 1;
    gate.openedAt = m_clock.now() - 2 * hour;
    gate.deadline = m_clock.now() + 21 * hour + 40 * minute;
    gate.items = {{t("The pins are the versions that were tested",
                     "As versões fixadas são as que foram testadas"),
                   {changes(), packages()}},
                  {t("Stress test passed", "O teste de estresse passou"), {log()}},
                  {t("Return test passed", "O teste de retorno passou"), {}},
                  {t("No image is left on `latest`", "Nenhuma imagem ficou em `latest`"), {}}};
    gate.evidence = {changes(), packages(), log(), text()};
    gate.decisions = {{QStringLiteral("Bruno Lima"), m_clock.now() - minute, true,
                       t("Looked at every table.", "Olhei cada tabela."), true, false,
                       QStringLiteral("SHA256:k3VtaZm2eQx0u9Ls5hGq7Xn1Rr4Yd8Wc6Pb2Jf09fQ")}};
    gate.policyDigest = store("policy");
    gate.isSigned = true;
    gate.people = {{QStringLiteral("ana"), QStringLiteral("Ana Souza"), false, false, false},
                   {QStringLiteral("bruno"), QStringLiteral("Bruno Lima"), false, true, true},
                   {QStringLiteral("rui"), QStringLiteral("Rui"), true, true, false}};
    gate.packDigest = store("pack");
    gate.checklistDigest = store("checklist");
    gate.inputsDigest = store("inputs");
    gate.eventNumber = 412;
    gate.eventHash = store("event");
    return gate;
}

RunView Fixtures::gate() const
{
    RunView run = base();
    advance(run, QStringLiteral("sign-off"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &signOff = *find(run, QStringLiteral("sign-off"));
    signOff.gate = openGate();
    signOff.actions = {StepAction::Approve, StepAction::Reject};
    return run;
}

RunView Fixtures::doubt() const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::InDoubt);
    run.state = RunState::InDoubt;
    StepView &push = *find(run, QStringLiteral("push"));
    push.title = t("Push dev-1.1.0 to the registry", "Enviar dev-1.1.0 ao registro");
    push.logFile = writeLog();
    push.summary = t("Pushes `team/app:dev-1.1.0` to `registry.example.org`.",
                     "Envia `team/app:dev-1.1.0` a `registry.example.org`.");
    DoubtView doubt;
    doubt.verdict = QStringLiteral("foreign");
    doubt.explanation =
        t("The connection broke after the upload and before the answer. Slipway looked, and what "
          "it found is neither what was there before nor what it sent. It will not guess.",
          "A conexão caiu depois do envio e antes da resposta. O Slipway olhou, e o que encontrou "
          "não é nem o que havia antes nem o que enviou. Ele não vai adivinhar.");
    doubt.facts = {{t("Meant to push", "Devia enviar"), QStringLiteral("sha256:4be1 90c2 … 77af")},
                   {t("There before", "Havia antes"), t("nothing", "nada")},
                   {t("There now", "Há agora"), QStringLiteral("sha256:a07d 1e55 … 02b9")}};
    doubt.askedAt = m_clock.now() - 15 * minute;
    doubt.mayRepeat = true;
    push.doubt = doubt;
    push.attempts = {{7, QStringLiteral("in-doubt"), {}, push.startedAt, 0, {}}};
    push.actions = {StepAction::Settle};
    return run;
}

RunView Fixtures::finished() const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::Succeeded);
    StepView &push = *find(run, QStringLiteral("push"));
    push.finishedAt = push.startedAt + 9 * second;
    push.summary = t("Pushed `atualizar_pacotes` to `origin` in 3 repositories.",
                     "Enviou `atualizar_pacotes` a `origin` em 3 repositórios.");
    push.outputs = {{QStringLiteral("commit"), Value(QStringLiteral("4be190c2d8aa0b1f"))},
                    {QStringLiteral("remote"), Value(QStringLiteral("origin"))}};
    push.attempts = {{12,
                      QStringLiteral("succeeded"),
                      QStringLiteral("run"),
                      push.startedAt,
                      push.finishedAt,
                      {}}};
    StepView &freeze = *find(run, QStringLiteral("freeze"));
    freeze.evidence = {packages(), text()};
    for (StageView &stage : run.stages)
        stage.done = stage.total;
    run.state = RunState::Succeeded;
    run.done = run.total = 68;
    run.expectedLeftMs = -1;
    return run;
}

RunView Fixtures::stopped() const
{
    RunView run = base();
    advance(run, QStringLiteral("stress"), StepState::Pending);
    run.state = RunState::Stopped;
    run.problem = t("The disk that holds the journal is full, so nothing more was started. Make "
                    "room, then go on.",
                    "O disco que guarda o diário está cheio, por isso nada mais foi iniciado. "
                    "Libere espaço e continue.");
    StepView &stress = *find(run, QStringLiteral("stress"));
    stress.startedAt = 0;
    stress.help = t("1000 requests against the running stack.",
                    "1000 requisições contra a stack em execução.");
    return run;
}

RunView Fixtures::longTexts() const
{
    RunView run = failed();
    run.title += t(" of the machine learning stack, its library and the example model, with images",
                   " da stack de aprendizado de máquina, da biblioteca e do modelo de exemplo");
    StepView &build = *find(run, QStringLiteral("build"));
    build.title += t(" with every image that the compose file builds, one after the other",
                     " com todas as imagens que o arquivo compose constrói, uma após a outra");
    build.errorText += QLatin1Char(' ') + QStringLiteral("/home/ana/.local/share/slipway/runs/"
                                                         "7f3akq2m5xtc/work/stack-test/")
                                              .repeated(3);
    build.facts.append({t("Folder", "Pasta"),
                        QStringLiteral("/home/ana/.local/share/slipway/runs/7f3akq2m5xtc/work/"
                                       "stack-test/workers/worker_pub/with/a/long/path/")
                            .repeated(2)});
    return run;
}

} // namespace Slipway
