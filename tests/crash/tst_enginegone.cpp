// SPDX-License-Identifier: MIT
#include "tests/crash/dockerscenario.h"
#include "tests/crash/journalcheck.h"
#include "tests/crash/ownengine.h"
#include "tests/docker/testengine.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>
#include <unistd.h>

using TestPrograms::Finished;

namespace {
constexpr int soonMs = 120'000;
constexpr int mostResumes = 8;

const QByteArray builtStack =
    "version: '3.4'\nservices:\n  api:\n    build: {context: ., network: none}\n"
    "    network_mode: none\n    stop_grace_period: 1s\n    restart: always\n";
} // namespace

/// The Docker engine is killed in the middle of a step and started again.
class TestEngineGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRunComesToItsEnd_data();
    void theRunComesToItsEnd();

private:
    QJsonObject step(const CrashWorld &world, const QString &id) const;
    QString resumeToTheEnd(const CrashWorld &world, const QString &run) const;

    std::unique_ptr<OwnEngine> m_engine;
};

void TestEngineGone::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("only root may start an engine of its own");
    m_engine = std::make_unique<OwnEngine>();
    const QString problem = m_engine->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    qputenv("DOCKER_HOST", m_engine->host().toUtf8());
    SLIPWAY_NEED_ENGINE();
}

void TestEngineGone::theRunComesToItsEnd_data()
{
    QTest::addColumn<QString>("during");
    QTest::addColumn<int>("afterMs"); // it began
    QTest::newRow("compose, at once") << "up" << 0;
    QTest::newRow("compose, a little later") << "up" << 400;
    QTest::newRow("build") << "build" << 1200;
    QTest::newRow("wait") << "wait" << 100;
    QTest::newRow("freeze a service") << "freeze" << 100;
    QTest::newRow("freeze an image") << "image" << 300;
}

QJsonObject TestEngineGone::step(const CrashWorld &world, const QString &id) const
{
    const Finished shown =
        world.slipway({QStringLiteral("show"), QStringLiteral("last"), QStringLiteral("--json")});
    const QJsonArray steps =
        QJsonDocument::fromJson(shown.output.toUtf8()).object()[QLatin1String("steps")].toArray();
    for (const QJsonValue &one : steps) {
        if (one[QLatin1String("id")] == id)
            return one.toObject();
    }
    return {};
}

/// Retries what failed, until all is done. What is wrong; empty: nothing.
QString TestEngineGone::resumeToTheEnd(const CrashWorld &world, const QString &run) const
{
    Finished done;
    for (int i = 0; i < mostResumes; ++i) {
        done = world.slipway({QStringLiteral("resume"), run});
        if (done.status == 0)
            return {};
        if (done.status != 1)
            break;
        // An engine that dies between making and starting a container cannot start that one any
        // more, whoever asks: a person removes it.
        if (done.errors.contains(QLatin1String("already exists")))
            CrashScenarios::docker().cleanUp(world);
        for (const char *id : {"up", "wait", "freeze", "image"}) {
            if (step(world, QLatin1String(id))[QLatin1String("state")] == QLatin1String("failed"))
                world.slipway({QStringLiteral("retry"), run, QLatin1String(id)});
        }
    }
    return QString::fromUtf8(done.text());
}

void TestEngineGone::theRunComesToItsEnd()
{
    QFETCH(QString, during);
    QFETCH(int, afterMs);
    const CrashScenario scenario = CrashScenarios::docker();
    const CrashWorld world;
    QByteArray text = scenario.checklist;
    scenario.prepare(world);
    if (during == QLatin1String("build")) {
        during = QStringLiteral("up");
        text.replace("action: up", "action: up, build: true");
        world.write(QStringLiteral("stack/docker-compose.yml"), builtStack);
        world.write(QStringLiteral("stack/Dockerfile"),
                    "FROM " + TestEngine::image().toUtf8() + "\nRUN sleep 2\n");
    }
    world.write(QStringLiteral("gone.checklist.yaml"), text.replace('@', world.path().toUtf8()));
    Finished ran;
    std::unique_ptr<QThread> console(QThread::create([&] {
        ran = world.slipway({QStringLiteral("run"), QStringLiteral("gone.checklist.yaml")});
    }));
    console->start();
    QTRY_VERIFY_WITH_TIMEOUT(step(world, during)[QLatin1String("attempts")].toInt() > 0, soonMs);
    QThread::msleep(quint32(afterMs));
    m_engine->kill();
    QTest::qWait(500);
    const QString problem = m_engine->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(console->wait(soonMs));
    const QString run = ran.output.section(u'\n', 0, 0).trimmed();
    QVERIFY2(ran.status == 0 || ran.status == 1, ran.text());
    QVERIFY2(ran.status == 0 || ran.errors.contains(QStringLiteral("✗")), ran.text());

    const QString stopped = resumeToTheEnd(world, run);
    QVERIFY2(stopped.isEmpty(), qPrintable(stopped));
    // A service that went down with its engine after its step had succeeded is brought up again
    // by nobody: only that is not wrong.
    QStringList wrongs = scenario.wrongs(world, run);
    wrongs.removeIf(
        [](const QString &one) { return one == QLatin1String("the service is exited"); });
    wrongs += journalWrongs(world.home(), run, 0, true);
    scenario.cleanUp(world);
    QVERIFY2(wrongs.isEmpty(), qPrintable(wrongs.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestEngineGone)
#include "tst_enginegone.moc"
