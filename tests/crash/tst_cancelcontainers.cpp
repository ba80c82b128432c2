// SPDX-License-Identifier: MIT
#include "tests/crash/crashworld.h"

#include "tests/docker/testengine.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QThread>

using TestPrograms::Finished;

namespace {

constexpr int soonMs = 120'000;

const QByteArray head = "slipway: 1\nname: cancel\ntitle: Cancel\nstages:\n  - name: all\n"
                        "    title: All\n    steps:\n";

// The second service waits for the first to be healthy, which it never is; the third was there
// before, and the fourth was there and stood still.
const QByteArray stack = R"yaml(version: '2.4'
services:
  first:
    image: IMAGE
    stop_grace_period: 1s
    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 1000}
  second:
    image: IMAGE
    stop_grace_period: 1s
    depends_on: {first: {condition: service_healthy}}
  third: {image: IMAGE, stop_grace_period: 1s}
  fourth: {image: IMAGE, stop_grace_period: 1s}
)yaml";

QStringList lines(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

/// What a step started on the engine is gone after a cancel or a time-out, and nothing else is.
class TestCancelContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aStackThatCameUpHalfWayIsTakenBack_data();
    void aStackThatCameUpHalfWayIsTakenBack();
    void aContainerThatACommandRunsIsRemoved_data();
    void aContainerThatACommandRunsIsRemoved();
    void theContainerOfAFreezeIsRemoved();

private:
    QString projectName() const { return QFileInfo(m_world->path()).fileName().toLower(); }
    QStringList containers(const QString &filter, bool onlyRunning = false) const;
    QStringList ofProject(bool onlyRunning = false) const;
    QStringList networks() const;
    void compose(const QStringList &words) const;
    QString startBystander() const;
    void begin(const QByteArray &steps);
    void cancel() const;
    Finished ended();

    std::unique_ptr<CrashWorld> m_world;
    std::unique_ptr<QThread> m_console;
    Finished m_ran;
    QString m_image; ///< made for one test
};

void TestCancelContainers::init()
{
    SLIPWAY_NEED_ENGINE();
    m_world = std::make_unique<CrashWorld>();
    QByteArray text = stack;
    m_world->write(QStringLiteral("stack/docker-compose.yml"),
                   text.replace("IMAGE", TestEngine::image().toUtf8()));
    m_world->write(QStringLiteral("stack/.env"),
                   "COMPOSE_PROJECT_NAME=" + projectName().toUtf8() + '\n');
}

void TestCancelContainers::cleanup()
{
    if (!m_world)
        return;
    TestPrograms::cancelAttempts(m_world->home());
    if (m_console)
        m_console->wait();
    m_console.reset();
    const QStringList left = ofProject() + containers(QStringLiteral("name=") + projectName());
    for (const QString &id : left)
        TestEngine::remove(id);
    const QStringList netsLeft = networks();
    for (const QString &id : netsLeft)
        TestEngine::docker({QStringLiteral("network"), QStringLiteral("rm"), id});
    if (!m_image.isEmpty())
        TestEngine::docker({QStringLiteral("rmi"), std::exchange(m_image, {})});
    m_world.reset();
}

QStringList TestCancelContainers::containers(const QString &filter, bool onlyRunning) const
{
    return lines(TestEngine::docker(
        {QStringLiteral("ps"), onlyRunning ? QStringLiteral("-q") : QStringLiteral("-aq"),
         QStringLiteral("--no-trunc"), QStringLiteral("--filter"), filter}));
}

QStringList TestCancelContainers::ofProject(bool onlyRunning) const
{
    return containers(QStringLiteral("label=com.docker.compose.project=") + projectName(),
                      onlyRunning);
}

QStringList TestCancelContainers::networks() const
{
    return lines(
        TestEngine::docker({QStringLiteral("network"), QStringLiteral("ls"), QStringLiteral("-q"),
                            QStringLiteral("--filter"),
                            QStringLiteral("label=com.docker.compose.project=") + projectName()}));
}

void TestCancelContainers::compose(const QStringList &words) const
{
    const auto program = TestEngine::engine().composeProgram();
    QVERIFY(program);
    const Finished done =
        TestPrograms::run(program->argv + words, m_world->path(QStringLiteral("stack")), soonMs);
    QVERIFY2(done.status == 0, done.text());
}

/// Somebody else's container, of the same image. Its id.
QString TestCancelContainers::startBystander() const
{
    return QString::fromUtf8(TestEngine::docker(
        {QStringLiteral("run"), QStringLiteral("-d"), QStringLiteral("--network"),
         QStringLiteral("none"), QStringLiteral("--name"),
         projectName() + QStringLiteral("-bystander"), TestEngine::image()}));
}

/// Runs a checklist with these steps beside the test.
void TestCancelContainers::begin(const QByteArray &steps)
{
    QByteArray text = head + steps;
    m_world->write(
        QStringLiteral("cancel.checklist.yaml"),
        text.replace('@', m_world->path().toUtf8()).replace("IMAGE", TestEngine::image().toUtf8()));
    m_console.reset(QThread::create([this] {
        m_ran = m_world->slipway({QStringLiteral("run"), QStringLiteral("cancel.checklist.yaml")});
    }));
    m_console->start();
}

void TestCancelContainers::cancel() const
{
    const Finished cancelled = m_world->slipway({QStringLiteral("cancel"), QStringLiteral("last")});
    QVERIFY2(cancelled.status == 0, cancelled.text());
}

Finished TestCancelContainers::ended()
{
    if (!m_console->wait(soonMs))
        qFatal("the console does not end");
    m_console.reset();
    return m_ran;
}

void TestCancelContainers::aStackThatCameUpHalfWayIsTakenBack_data()
{
    QTest::addColumn<QByteArray>("timeout");
    QTest::addColumn<bool>("hasOthers");
    QTest::newRow("cancelled") << QByteArray() << true;
    QTest::newRow("cancelled, nothing was there") << QByteArray() << false;
    QTest::newRow("out of time") << QByteArray(", timeout: 10s") << true;
}

void TestCancelContainers::aStackThatCameUpHalfWayIsTakenBack()
{
    QFETCH(QByteArray, timeout);
    QFETCH(bool, hasOthers);
    if (hasOthers) {
        compose({QStringLiteral("up"), QStringLiteral("-d"), QStringLiteral("third"),
                 QStringLiteral("fourth")});
        compose({QStringLiteral("stop"), QStringLiteral("fourth")});
    }
    const QString bystander = startBystander();
    const QStringList before = ofProject();
    const QStringList runningBefore = ofProject(true);
    const QStringList networksBefore = networks();
    begin("      - {id: up, uses: docker.compose" + timeout +
          ", with: {in: '@/stack', action: up}}\n");
    const QString first = QStringLiteral("name=") + projectName() + QStringLiteral("[-_]first");
    QTRY_VERIFY_WITH_TIMEOUT(!containers(first, true).isEmpty(), soonMs);
    if (timeout.isEmpty())
        cancel();
    const Finished done = ended();
    QVERIFY2(done.status == 1, done.text());

    QCOMPARE(ofProject(), before);
    QCOMPARE(ofProject(true), runningBefore);
    QCOMPARE(networks(), networksBefore);
    QVERIFY(containers(QStringLiteral("id=") + bystander, true).size() == 1);
}

void TestCancelContainers::aContainerThatACommandRunsIsRemoved_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("timeout");
    QTest::newRow("cancelled") << QByteArray() << QByteArray();
    QTest::newRow("out of time") << QByteArray() << QByteArray(", timeout: 8s");
    QTest::newRow("cancelled, to be removed by itself") << QByteArray("--rm, ") << QByteArray();
}

void TestCancelContainers::aContainerThatACommandRunsIsRemoved()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, timeout);
    const QString bystander = startBystander();
    const QString name = projectName() + QStringLiteral("-run");
    // A first process of a container hears no signal that it has not asked for.
    begin("      - {id: run, uses: command" + timeout + ", with: {run: [docker, run, " + words +
          "--network, none, --name, " + name.toUtf8() + ", IMAGE, sleep, '1000']}}\n");
    const QString mine = QStringLiteral("name=") + name;
    QTRY_VERIFY_WITH_TIMEOUT(!containers(mine, true).isEmpty(), soonMs);
    if (timeout.isEmpty())
        cancel();
    const Finished done = ended();
    QVERIFY2(done.status == 1, done.text());
    QCOMPARE(containers(mine), QStringList());
    QVERIFY(containers(QStringLiteral("id=") + bystander, true).size() == 1);
}

/// An image whose pip takes its time.
void TestCancelContainers::theContainerOfAFreezeIsRemoved()
{
    const QString name = projectName() + QStringLiteral("-make");
    const QString pip = m_world->write(QStringLiteral("pip"), "#!/bin/sh\nexec sleep 1000\n", true);
    TestEngine::docker(
        {QStringLiteral("create"), QStringLiteral("--name"), name, TestEngine::image()});
    TestEngine::docker({QStringLiteral("cp"), pip, name + QStringLiteral(":/bin/pip")});
    const QString image = QStringLiteral("slipway-test-slow:") + projectName();
    TestEngine::docker({QStringLiteral("commit"), name, image});
    TestEngine::remove(name);
    m_image = image;

    begin("      - {id: freeze, uses: packages.freeze, with: {image: '" + image.toUtf8() +
          "', to: list.txt}}\n");
    const QString mine = QStringLiteral("ancestor=") + image;
    QTRY_VERIFY_WITH_TIMEOUT(!containers(mine, true).isEmpty(), soonMs);
    cancel();
    const Finished done = ended();
    QVERIFY2(done.status == 1, done.text());
    QCOMPARE(containers(mine), QStringList());
}

QTEST_GUILESS_MAIN(TestCancelContainers)
#include "tst_cancelcontainers.moc"
