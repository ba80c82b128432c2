// SPDX-License-Identifier: MIT
#include "tests/crash/dockerscenario.h"

#include "core/base/ids.h"
#include "tests/crash/answeringserver.h"
#include "tests/docker/testengine.h"

#include <QFileInfo>

namespace {

constexpr int mostAttempts = 40;

const QByteArray checklist = R"yaml(slipway: 1
name: crash-docker
title: Crash with an engine
stages:
  - name: all
    title: All
    steps:
      - {id: up, uses: docker.compose, with: {in: '@/stack', action: up}}
      - {id: wait, uses: docker.wait, with: {in: '@/stack', services: [api], until: running, timeout: 60s}}
      - {id: freeze, uses: packages.freeze, with: {compose: '@/stack', service: api, to: api.txt}}
      - {id: image, uses: packages.freeze, with: {image: 'IMAGE', to: image.txt}}
)yaml";

const QByteArray stack =
    "version: '2.4'\nservices:\n"
    "  api: {image: 'IMAGE', network_mode: none, stop_grace_period: 1s, restart: always}\n";

QByteArray withImage(QByteArray text)
{
    return text.replace("IMAGE", TestEngine::image().toUtf8());
}

QStringList containersOf(const CrashWorld &world)
{
    const QByteArray ids =
        TestEngine::docker({QStringLiteral("ps"), QStringLiteral("-aq"), QStringLiteral("--filter"),
                            QStringLiteral("label=com.docker.compose.project.working_dir=") +
                                world.path(QStringLiteral("stack"))});
    return QString::fromUtf8(ids).split(u'\n', Qt::SkipEmptyParts);
}

/// Containers made for one attempt, which must not outlive it.
QStringList thrownAway(const QString &run)
{
    const QByteArray names =
        TestEngine::docker({QStringLiteral("ps"), QStringLiteral("-a"), QStringLiteral("--format"),
                            QStringLiteral("{{.Names}}")});
    QStringList left;
    for (int attempt = 1; attempt <= mostAttempts; ++attempt) {
        const QString name = QStringLiteral("slipway-") + Slipway::effectKey(run, attempt);
        if (names.split('\n').contains(name.toUtf8()))
            left.append(name);
    }
    return left;
}

QStringList wrongsOf(const CrashWorld &world, const QString &run)
{
    QStringList wrongs;
    const QStringList containers = containersOf(world);
    if (containers.size() != 1)
        wrongs.append(QStringLiteral("there are %1 containers").arg(containers.size()));
    for (const QString &id : containers) {
        const QByteArray state =
            TestEngine::docker({QStringLiteral("inspect"), QStringLiteral("--format"),
                                QStringLiteral("{{.State.Status}}"), id});
        if (state != "running")
            wrongs.append(QStringLiteral("the service is ") + QString::fromUtf8(state));
    }
    wrongs += thrownAway(run);
    for (const char *file : {"api.txt", "image.txt"}) {
        const QByteArray list =
            world.read(QStringLiteral("home/data/runs/%1/work/%2").arg(run, QLatin1String(file)));
        if (list != "requests==2.31.0\nnumpy==1.26.4\npip==23.0.1\n")
            wrongs.append(
                QStringLiteral("%1 is «%2»").arg(QLatin1String(file), QString::fromUtf8(list)));
    }
    wrongs += world.leftovers(world.workspace(run));
    return wrongs;
}

const QByteArray imageChecklist = R"yaml(slipway: 1
name: crash-images
title: Crash with images
stages:
  - name: all
    title: All
    steps:
      - {id: login, uses: docker.login, with: {registry: 'SERVER', user: ana, password-file: '@/password'}}
      - {id: build, uses: docker.build, with: {in: '@/image', tags: ["slipway-crash:${{ basename('@') }}"]}}
      - {id: built, uses: check, with: {message: It must be so, that: "${{ startsWith(steps.build.outputs.image, 'sha256:') }}"}}
)yaml";

QString tagOf(const CrashWorld &world)
{
    return QStringLiteral("slipway-crash:") + QFileInfo(world.path()).fileName();
}

QStringList imagesOf(const CrashWorld &world)
{
    const QByteArray ids = TestEngine::docker({QStringLiteral("image"), QStringLiteral("ls"),
                                               QStringLiteral("-q"), QStringLiteral("--filter"),
                                               QStringLiteral("reference=") + tagOf(world)});
    return QString::fromUtf8(ids).split(u'\n', Qt::SkipEmptyParts);
}

QStringList imageWrongs(const CrashWorld &world, const QString &)
{
    QStringList wrongs;
    if (const qsizetype count = imagesOf(world).size(); count != 1)
        wrongs.append(QStringLiteral("there are %1 images").arg(count));
    if (!world.read(QStringLiteral(".docker/config.json"))
             .contains(AnsweringServer::instance().address()))
        wrongs.append(QStringLiteral("nobody is logged in"));
    return wrongs;
}

} // namespace

CrashScenario CrashScenarios::dockerImages()
{
    CrashScenario scenario;
    scenario.name = "images";
    scenario.checklist = imageChecklist;
    scenario.checklist.replace("SERVER", AnsweringServer::instance().address());
    scenario.prepare = [](const CrashWorld &world) {
        world.write(QStringLiteral("password"), "word\n");
        world.write(QStringLiteral("image/Dockerfile"), "FROM scratch\nCOPY model.txt /\n");
        world.write(QStringLiteral("image/model.txt"), world.path().toUtf8()); // no cached layer
    };
    scenario.wrongs = imageWrongs;
    scenario.cleanUp = [](const CrashWorld &world) {
        if (!imagesOf(world).isEmpty())
            TestEngine::docker({QStringLiteral("image"), QStringLiteral("rm"),
                                QStringLiteral("--force"), tagOf(world)});
    };
    return scenario;
}

CrashScenario CrashScenarios::docker()
{
    CrashScenario scenario;
    scenario.name = "docker";
    scenario.checklist = withImage(checklist);
    scenario.prepare = [](const CrashWorld &world) {
        world.write(QStringLiteral("stack/docker-compose.yml"), withImage(stack));
        // Worlds side by side are projects side by side.
        const QString name = QFileInfo(world.path()).fileName().toLower();
        world.write(QStringLiteral("stack/.env"), "COMPOSE_PROJECT_NAME=" + name.toUtf8() + '\n');
    };
    scenario.wrongs = wrongsOf;
    scenario.cleanUp = [](const CrashWorld &world) {
        const QStringList containers = containersOf(world);
        for (const QString &id : containers)
            TestEngine::remove(id);
    };
    return scenario;
}
