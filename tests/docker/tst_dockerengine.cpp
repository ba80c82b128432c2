// SPDX-License-Identifier: MIT
#include "core/docker/dockerengine.h"

#include "tests/docker/testengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Slipway;

class TestDockerEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void takesThePluginBeforeTheProgram();
    void aHelpTextIsNoVersion();
    void asksARealEngine();
    void findsContainersByLabelsInAnyState();
    void findsTheContainersOfAFolderThroughALink();
    void aContainerThatIsGoneIsNoError();
    void namesWhatIsNotThere();
    void aNameIsNeverAnOption();

private:
    static DockerEngine scripted(const QMap<QString, Reply> &replies)
    {
        return DockerEngine(
            [replies](const Question &question) -> Result<Reply> {
                const QString line = question.argv.join(u' ');
                if (!replies.contains(line))
                    return Error(QStringLiteral("program.missing"), "missing");
                return replies.value(line);
            },
            QStringLiteral("docker"));
    }
};

void TestDockerEngine::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QString>("code");
    QTest::newRow("not running")
        << QByteArray("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the "
                      "docker daemon running?")
        << QStringLiteral("docker.not-running");
    QTest::newRow("permission")
        << QByteArray("Got permission denied while trying to connect to the Docker daemon socket "
                      "at unix:///var/run/docker.sock")
        << QStringLiteral("docker.no-permission");
    QTest::newRow("other") << QByteArray("\nsomething else\nmore")
                           << QStringLiteral("docker.failed");
}

void TestDockerEngine::saysWhatIsWrong()
{
    QFETCH(QByteArray, says);
    QFETCH(QString, code);
    const auto engine = scripted({{QStringLiteral("docker version --format {{json .}}"),
                                   Reply{1, "{\"Client\":{},\"Server\":null}", says}}});
    const auto info = engine.info();
    QCOMPARE(info.error().code(), code);
    QCOMPARE(info.error().detail(), QString::fromUtf8(says));
    QCOMPARE(scripted({}).info().error().code(), QStringLiteral("docker.missing"));
}

void TestDockerEngine::takesThePluginBeforeTheProgram()
{
    const QString plugin = QStringLiteral("docker compose version --short");
    const QString program = QStringLiteral("docker-compose version --short");
    const auto both = scripted({{plugin, {0, "2.27.1\n", {}}}, {program, {0, "1.29.2\n", {}}}});
    QCOMPARE(both.composeProgram().value().argv,
             (QStringList{QStringLiteral("docker"), QStringLiteral("compose")}));
    const auto old =
        scripted({{plugin, {1, {}, "no such command"}}, {program, {0, "1.29.2\n", {}}}});
    QCOMPARE(old.composeProgram().value().argv, QStringList{QStringLiteral("docker-compose")});
    QCOMPARE(old.composeProgram().value().version, QStringLiteral("1.29.2"));
    QCOMPARE(scripted({}).composeProgram().error().code(), QStringLiteral("docker.no-compose"));
}

void TestDockerEngine::aHelpTextIsNoVersion()
{
    const auto engine = scripted(
        {{QStringLiteral("docker compose version --short"), {0, "Usage: docker COMMAND\n", {}}},
         {QStringLiteral("docker-compose version --short"), {0, "1.29.2\n", {}}}});
    QCOMPARE(engine.composeProgram().value().argv, QStringList{QStringLiteral("docker-compose")});
}

void TestDockerEngine::asksARealEngine()
{
    SLIPWAY_NEED_ENGINE();
    const auto info = TestEngine::engine().info();
    QVERIFY(info);
    QVERIFY(!info->serverVersion.isEmpty());
    const auto images = TestEngine::engine().images();
    QVERIFY(images);
    const auto isTiny = [](const Image &image) { return image.tags.contains(TestEngine::image()); };
    QVERIFY(std::any_of(images->begin(), images->end(), isTiny));
    QVERIFY(TestEngine::engine().image(TestEngine::image()));
}

void TestDockerEngine::findsContainersByLabelsInAnyState()
{
    SLIPWAY_NEED_ENGINE();
    const QString mark = QUuid::createUuid().toString(QUuid::Id128);
    const QString label = QStringLiteral("slipway-test=") + mark;
    const auto start = [&](const QStringList &how) {
        return QString::fromUtf8(TestEngine::docker(
            how + QStringList{QStringLiteral("--label"), label, TestEngine::image()}));
    };
    const QString running = start({QStringLiteral("run"), QStringLiteral("-d")});
    const QString created = start({QStringLiteral("create")});
    const auto found = TestEngine::engine().containers({{QStringLiteral("slipway-test"), mark}});
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    for (const Container &container : *found) {
        QCOMPARE(container.isRunning(), container.id == running);
        QVERIFY(container.id == running || container.state == u"created");
        QCOMPARE(container.image, TestEngine::image());
    }
    QVERIFY(TestEngine::engine().stop(running));
    QCOMPARE(TestEngine::engine().container(running).value().state, QStringLiteral("exited"));
    TestEngine::remove(running);
    TestEngine::remove(created);
}

void TestDockerEngine::findsTheContainersOfAFolderThroughALink()
{
    SLIPWAY_NEED_ENGINE();
    const QTemporaryDir folder;
    const QString real = folder.filePath(QStringLiteral("real"));
    QVERIFY(QDir().mkpath(real));
    QVERIFY(QFile::link(real, folder.filePath(QStringLiteral("link"))));
    const QString id = QString::fromUtf8(TestEngine::docker(
        {QStringLiteral("create"), QStringLiteral("--label"),
         QStringLiteral("com.docker.compose.project=x"), QStringLiteral("--label"),
         QStringLiteral("com.docker.compose.service=api"), QStringLiteral("--label"),
         QStringLiteral("com.docker.compose.project.working_dir=") + real, TestEngine::image()}));
    const auto found =
        TestEngine::engine().containersOfFolder(folder.filePath(QStringLiteral("link")));
    const auto none = TestEngine::engine().containersOfFolder(folder.path());
    TestEngine::remove(id);
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().service(), QStringLiteral("api"));
    QCOMPARE(found->first().project(), QStringLiteral("x"));
    QVERIFY(none.value().isEmpty());
}

void TestDockerEngine::aContainerThatIsGoneIsNoError()
{
    const QString id = QStringLiteral("a");
    const auto engine =
        scripted({{QStringLiteral("docker ps --all --quiet --no-trunc"), {0, "a\nb\n", {}}},
                  {QStringLiteral("docker container inspect -- a b"),
                   {1, "[{\"Id\":\"a\",\"Name\":\"/n\"}]", "Error: No such container: b"}}});
    const auto found = engine.containers();
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().name, QStringLiteral("n"));
}

void TestDockerEngine::namesWhatIsNotThere()
{
    SLIPWAY_NEED_ENGINE();
    const auto container = TestEngine::engine().container(QStringLiteral("slipway-no-such"));
    QCOMPARE(container.error().code(), QStringLiteral("docker.no-container"));
    const auto image = TestEngine::engine().image(QStringLiteral("slipway-no-such:1"));
    QCOMPARE(image.error().code(), QStringLiteral("docker.no-image"));
}

void TestDockerEngine::aNameIsNeverAnOption()
{
    SLIPWAY_NEED_ENGINE();
    QVERIFY(!TestEngine::engine().container(QStringLiteral("--help")));
    QVERIFY(!TestEngine::engine().image(QStringLiteral("-f")));
}

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "tst_dockerengine.moc"
