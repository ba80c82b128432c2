// SPDX-License-Identifier: MIT
#include "app/slipway-shots/fixturetexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace Slipway {

QByteArray fixtureLog()
{
    QByteArray log;
    const char *const packages[] = {"pika",    "requests", "pymongo", "numpy",
                                    "fastapi", "uvicorn",  "mlflow",  "pydantic"};
    for (int image = 1; image <= 5; ++image) {
        log += ">>> Construindo as imagens...  [" + QByteArray::number(image) + "/5]\n";
        for (int round = 0; round < 44; ++round) {
            const QByteArray name = packages[round % 8];
            log += "\x1b[36mStep " + QByteArray::number(round % 8 + 1) +
                   "/8\x1b[0m : RUN pip install " + "--no-cache-dir --upgrade " + name + "\n";
            log += "Collecting " + name + "\n";
            log += "  Downloading " + name + "-2.33.1-py3-none-any.whl (65 kB)\n";
            log += "\x1b[32mSuccessfully installed certifi-2026.1.4 idna-3.11 " + name +
                   "-2.33.1\x1b[0m\n";
            if (round % 15 == 3)
                log += "WARNING: Running pip as the 'root' user can result in broken permissions\n";
            log += " ---> 9c1f77be04aa\n";
        }
        log += "\x1b[32mSuccessfully tagged python-worker:latest\x1b[0m\n";
    }
    return log;
}

QByteArray fixtureLogIndex(qint64 start)
{
    const QByteArray log = fixtureLog();
    QByteArray index;
    const auto record = [&index](quint64 lines, quint64 offset, quint64 time) {
        for (const quint64 number : {lines, offset, time}) {
            const quint64 little = qToLittleEndian(number);
            index.append(reinterpret_cast<const char *>(&little), sizeof little);
        }
    };
    quint64 lines = 0;
    record(0, 0, quint64(start));
    for (qsizetype at = log.indexOf('\n'); at >= 0; at = log.indexOf('\n', at + 1)) {
        ++lines;
        record(lines, quint64(at) + 1, quint64(start) + lines * 330);
    }
    return index;
}

QList<FixtureFile> fixtureFiles()
{
    const QByteArray head = "FROM python:3.12\n\nENV PYTHONUNBUFFERED=1\nWORKDIR /data\n"
                            "COPY *.py *.sh .\n\nRUN useradd -m apiuser && chmod -R u=rx /data\n";
    const QByteArray tail = "\nUSER apiuser\nCMD [\"python\", \"api.py\"]\n";
    return {
        {QStringLiteral("api/Dockerfile"),
         head +
             "RUN pip install --no-cache-dir pymongo==4.15.4 requests==2.32.5 \\\n"
             "    numpy==2.3.5 pika==1.3.2 uvicorn==0.38.0 fastapi==0.121.2\n" +
             tail,
         head +
             "RUN pip install --no-cache-dir pymongo requests \\\n"
             "    numpy pika uvicorn fastapi\n" +
             tail},
        {QStringLiteral("model_registry/Dockerfile"),
         head + "RUN pip install mlflow==3.6.0 psycopg2-binary==2.9.10\n" + tail,
         head + "RUN pip install mlflow psycopg2-binary\n" + tail},
        {QStringLiteral("publicar/worker_pub/requirements.txt"),
         "certifi==2025.11.12\ncharset-normalizer==3.4.4\nidna==3.11\nnumpy==2.3.5\npika==1.3.2\n"
         "requests==2.32.5\nurllib3==2.6.3\n",
         "certifi\ncharset-normalizer\nidna\nnumpy\npika\nrequests\nurllib3\n"},
        {QStringLiteral("workers/worker_pub/Dockerfile"),
         head + "RUN pip install pika==1.3.2 requests==2.32.5\n" + tail,
         head + "RUN pip install pika requests\n" + tail},
    };
}

QByteArray fixturePackages(const QStringList &sources)
{
    const QList<QStringList> rows{
        {QStringLiteral("fastapi"), QStringLiteral("0.121.2"), QStringLiteral("0.135.2")},
        {QStringLiteral("mlflow"), QStringLiteral("3.6.0"), QStringLiteral("3.10.1")},
        {QStringLiteral("numpy"), QStringLiteral("2.3.5"), QStringLiteral("2.4.4")},
        {QStringLiteral("pika"), QStringLiteral("1.3.2"), QStringLiteral("1.3.2")},
        {QStringLiteral("pydantic"), QStringLiteral("2.12.4"), QStringLiteral("2.12.5")},
        {QStringLiteral("pymongo"), QStringLiteral("4.15.4"), QStringLiteral("4.16.0")},
        {QStringLiteral("python-jose"), QStringLiteral("3.5.0"), QString()},
        {QStringLiteral("requests"), QStringLiteral("2.32.5"), QStringLiteral("2.33.1")},
        {QStringLiteral("rich"), QString(), QStringLiteral("15.0.0")},
        {QStringLiteral("setuptools"), QStringLiteral("80.9.0"), QStringLiteral("82.0.1")},
        {QStringLiteral("urllib3"), QStringLiteral("2.6.3"), QStringLiteral("2.5.0")},
        {QStringLiteral("uvicorn"), QStringLiteral("0.38.0"), QStringLiteral("0.42.0")}};
    QJsonArray packages;
    for (const QStringList &row : rows) {
        packages.append(
            QJsonObject{{QStringLiteral("name"), row[0]},
                        {QStringLiteral("versions"), QJsonArray::fromStringList({row[1], row[2]})},
                        {QStringLiteral("where"), QJsonArray()}});
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("sources"), QJsonArray::fromStringList(sources)},
                           {QStringLiteral("packages"), packages}})
        .toJson(QJsonDocument::Compact);
}

QByteArray fixturePullRequest()
{
    return "Update packages\n\n42 packages moved, 1 stays where it was.\n\n"
           "| Package | before | now |\n| --- | --- | --- |\n| fastapi | 0.121.2 | 0.135.2 |\n"
           "| mlflow | 3.6.0 | 3.10.1 |\n| numpy | 2.3.5 | 2.4.4 |\n\n"
           "Tested in the running stack: stress test and return test passed.\n";
}

QByteArray fixtureChecklist()
{
    return R"yaml(slipway: 1
name: package-update
title: {en: Update packages, pt_BR: Atualizar pacotes}
help:
  en: >-
    Brings the Python packages and images of the ML stack to their newest versions, proves them
    in the running stack, and pins what was proved, in every repository you choose.
  pt_BR: >-
    Leva os pacotes Python e as imagens da stack de ML às versões mais novas, prova-as na stack em
    execução e fixa o que foi provado, em cada repositório que você escolher.
inputs:
  repositories:
    title: {en: Repositories, pt_BR: Repositórios}
    help:
      en: "Start with the library: what changes there may have to change in the others."
      pt_BR: "Comece pela biblioteca: o que muda nela pode ter de mudar nos outros."
    type: list
    of: directory
    required: true
  branch:
    title: {en: Branch, pt_BR: Ramo}
    help:
      en: Created in each repository from its default branch.
      pt_BR: Criado em cada repositório a partir do ramo padrão.
    type: git-branch
    default: atualizar_pacotes
    required: true
  library_version:
    title: {en: Library version, pt_BR: Versão da biblioteca}
    help: {en: "now 1.8.9; the last number goes up by one", pt_BR: "agora 1.8.9; o último número sobe um"}
    type: version
    default: 1.8.10
    required: true
  stack_version:
    title: {en: Stack version, pt_BR: Versão da stack}
    type: version
    required: true
    pattern: 'r\d+\.\d+\.\d+'
    pattern-help:
      en: "A stack version looks like r1.6.19: letter r and three numbers."
      pt_BR: "Uma versão da stack é como r1.6.19: a letra r e três números."
  engine:
    title: {en: Container engine, pt_BR: Motor de contêineres}
    type: choice
    choices: [docker, podman]
    default: docker
  images:
    title: {en: Update the images too, pt_BR: Atualizar também as imagens}
    help:
      en: "database, queue, storage. autoheal stays on latest: exempt"
      pt_BR: "banco, fila, armazenamento. autoheal fica em latest: isento"
    type: flag
    default: true
stages:
  - name: prepare
    title: {en: Prepare, pt_BR: Preparar}
    steps:
      - id: clone
        title: {en: Clone the forks, pt_BR: Clonar os forks}
        uses: command
        foreach: ${{ inputs.repositories }}
        with: {run: [git, status]}
      - id: branch
        title: {en: Create the branch, pt_BR: Criar o ramo}
        uses: command
        foreach: ${{ inputs.repositories }}
        with: {run: [git, status]}
  - name: prove
    title: {en: Prove, pt_BR: Provar}
    steps:
      - id: train
        title: {en: Train and register the model, pt_BR: Treinar e registrar o modelo}
        uses: manual
        with: {text: Train it}
      - id: sign-off
        title: {en: 'Sign-off: ml-engineers', pt_BR: 'Aprovação: ml-engineers'}
        uses: approval
        with: {from: ml-engineers, items: [All is well]}
      - id: push
        title: {en: Push the branches, pt_BR: Enviar os ramos}
        uses: git.push
        foreach: ${{ inputs.repositories }}
        with: {in: "${{ item }}", branch: "${{ inputs.branch }}"}
)yaml";
}

} // namespace Slipway
