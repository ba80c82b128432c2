// SPDX-License-Identifier: MIT
// Pages on which secrets are typed.
#include "app/slipway-shots/fixtures.h"

namespace Slipway {

Checklist Fixtures::secretChecklist() const
{
    const QByteArray text = R"yaml(slipway: 1
name: production-build
title: {en: Production build, pt_BR: Build de produção}
help:
  en: Builds the package, proves it, and takes it to the registry of the organisation.
  pt_BR: Constrói o pacote, prova-o e o leva ao registro da organização.
inputs:
  version:
    title: {en: Version, pt_BR: Versão}
    type: version
    default: 2.4.1
    required: true
  registry:
    title: {en: Registry, pt_BR: Registro}
    type: text
    default: registry.example.org
  registry-token:
    title: {en: Token of the registry, pt_BR: Token do registro}
    help:
      en: "One that may push; the registry's page “Access tokens” makes them."
      pt_BR: "Um que possa enviar; a página “Tokens de acesso” do registro os cria."
    type: secret
    required: true
  signing-key:
    title: {en: Word of the signing key, pt_BR: Senha da chave de assinatura}
    type: secret
    required: true
  chat-hook:
    title: {en: Token of the chat, pt_BR: Token do chat}
    type: secret
stages:
  - name: deploy
    steps:
      - id: login
        uses: docker.login
        with: {registry: '${{ inputs.registry }}', user: ana, password: '${{ secrets.registry-token }}'}
)yaml";
    const ReadChecklist read =
        readChecklist(text, QStringLiteral("production-build.checklist.yaml"));
    for (const Error &error : read.errors)
        qFatal("The fixture checklist is wrong: %s", qPrintable(error.message()));
    return *read.checklist;
}

RunView Fixtures::awaitingSecret() const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &push = *find(run, QStringLiteral("push"));
    push.help = t("Brings the three branches to their remotes. Nothing is forced.",
                  "Leva os três ramos aos seus remotos. Nada é forçado.");
    push.facts = {{t("Branch", "Ramo"), QStringLiteral("atualizar_pacotes")},
                  {t("With a secret in the environment", "Com um segredo no ambiente"),
                   QString::fromUtf8("TOKEN = ••• (git-token)")}};
    push.awaitedSecrets = {
        {QStringLiteral("git-token"), t("Token of the forge", "Token da forja")}};
    push.keyringProblem = t("The keyring of this desktop is locked. Unlock it, then try again.",
                            "O chaveiro desta área de trabalho está trancado. Destranque-o e tente "
                            "de novo.");
    push.actions = {StepAction::Skip};
    return run;
}

} // namespace Slipway
