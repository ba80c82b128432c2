// SPDX-License-Identifier: MIT
// Values of a step that asks which tags images get.
#include "app/slipway-shots/fixtures.h"
#include "core/base/canonicaljson.h"
#include "core/steps/imagechoices.h"

namespace Slipway {

RunView Fixtures::imagesAsked() const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &images = *find(run, QStringLiteral("push"));
    images.title = t("Choose image tags", "Escolher as tags das imagens");
    images.help = t("A new major version of a database is a decision of its own: the test begins "
                    "with empty data, so it does not prove the upgrade.",
                    "Uma nova versão major de um banco de dados é uma decisão à parte: o teste "
                    "começa com dados vazios e não comprova a migração.");
    images.kind = QStringLiteral("images.bump");
    images.isAsking = true;
    images.actions = {StepAction::Answer, StepAction::Skip};
    const auto tags = [](const char *texts) { return QString::fromLatin1(texts).split(u' '); };
    ImageChoices choices;
    choices.file = QStringLiteral("/home/ana/projects/prodest-ml-stack/stack/docker-compose.yml");
    choices.images = {
        {QStringLiteral("database"),
         {},
         21,
         QStringLiteral("mongo:7.0.2-jammy"),
         QStringLiteral("https://hub.docker.com/_/mongo"),
         chooseTag(QStringLiteral("7.0.2-jammy"),
                   tags("7.0.9-jammy 7.0.6-jammy 8.2.6-noble 8.2.0-rc1-noble latest 6.0.1-jammy")),
         true,
         {}},
        {QStringLiteral("files"),
         {QStringLiteral("files-init")},
         34,
         QStringLiteral("registry.example.org/files:1.4"),
         {},
         chooseTag(QStringLiteral("1.4"), {}),
         true,
         Error(QStringLiteral("http.no-host"),
               "The server %1 is not known. Check its name and the network.",
               {QStringLiteral("registry.example.org")})},
        {QStringLiteral("queue"),
         {},
         47,
         QStringLiteral("rabbitmq:4.2.1-management-alpine"),
         {},
         chooseTag(QStringLiteral("4.2.1-management-alpine"), tags("4.2.5-management-alpine")),
         false,
         {}}};
    images.answers.insert(QStringLiteral("database"),
                          ImageAnswer::take(choices.images[0], QStringLiteral("8.2.6-noble")));
    EvidenceView evidence;
    evidence.evidence.name = evidence.evidence.type = QStringLiteral("images");
    evidence.evidence.digest = store(canonicalJson(choices.toJson()).valueOr({}));
    evidence.title = t("Images", "Imagens");
    images.evidence = {evidence};
    return run;
}

} // namespace Slipway
