// SPDX-License-Identifier: MIT
#include "core/steps/composestep.h"

#include "tests/docker/testengine.h"
#include "tests/steps/undorounds.h"

#include <QTest>
#include <QUuid>

using namespace Slipway;

/// Starts and stops real containers and undoes it many times. A program of its own, because each
/// round takes seconds.
class TestUndoCompose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void composeUpComesBack();
    void composeStopComesBack();

private:
    QString containers(const QString &folder) const;
    /// A folder with a compose file of two services.
    QString stack();

    std::unique_ptr<StepHarness> m_harness;
    std::unique_ptr<UndoRounds> m_rounds;
    QString m_stack; ///< the folder with a compose file; empty: none
};

void TestUndoCompose::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_rounds = std::make_unique<UndoRounds>(*m_harness);
}

void TestUndoCompose::cleanup()
{
    // What a test that failed in the middle left.
    if (m_stack.isEmpty())
        return;
    m_harness->planAndRun(ComposeStep(),
                          {{QStringLiteral("in"), Value(m_stack)},
                           {QStringLiteral("action"), Value(QStringLiteral("down"))}});
    m_stack.clear();
}

QString TestUndoCompose::containers(const QString &folder) const
{
    QStringList parts;
    const auto found = TestEngine::engine().containersOfFolder(folder);
    for (const Container &one : found.value())
        parts.append(one.id + one.state);
    parts.append(QString::fromUtf8(TestEngine::docker(
        {QStringLiteral("network"), QStringLiteral("ls"), QStringLiteral("-q"),
         QStringLiteral("--filter"),
         QStringLiteral("label=com.docker.compose.project=") + folder.section(u'/', -1)})));
    return parts.join(u' ');
}

QString TestUndoCompose::stack()
{
    const QString name =
        QStringLiteral("slipwaytest") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    const QByteArray service =
        "{image: '" + TestEngine::image().toUtf8() + "', stop_grace_period: 0s}\n";
    m_harness->write(name + QStringLiteral("/docker-compose.yml"),
                     "version: '2.4'\nservices:\n  api: " + service + "  worker: " + service);
    m_stack = m_harness->absolute(name);
    return m_stack;
}

void TestUndoCompose::composeUpComesBack()
{
    SLIPWAY_NEED_ENGINE();
    const QString folder = stack();
    const Value::Map up{{QStringLiteral("in"), Value(folder)},
                        {QStringLiteral("action"), Value(QStringLiteral("up"))}};
    m_rounds->go(ComposeStep(), up, undoRounds, [&] { return containers(folder); });
    // What was up before stays up.
    auto one = up;
    one.insert(QStringLiteral("services"), Value::ofTexts({QStringLiteral("api")}));
    const auto first = m_rounds->did(ComposeStep(), one);
    QVERIFY(first);
    m_rounds->go(ComposeStep(), up, 1, [&] { return containers(folder); });
    QVERIFY(m_rounds->undid(ComposeStep(), *first));
    QCOMPARE(containers(folder), QString());
}

void TestUndoCompose::composeStopComesBack()
{
    SLIPWAY_NEED_ENGINE();
    const QString folder = stack();
    Value::Map with{{QStringLiteral("in"), Value(folder)},
                    {QStringLiteral("action"), Value(QStringLiteral("up"))}};
    const auto up = m_rounds->did(ComposeStep(), with);
    QVERIFY(up);
    with[QStringLiteral("action")] = Value(QStringLiteral("stop"));
    m_rounds->go(ComposeStep(), with, undoRounds, [&] { return containers(folder); });
    QVERIFY(m_rounds->undid(ComposeStep(), *up));
    QCOMPARE(containers(folder), QString());
}

QTEST_GUILESS_MAIN(TestUndoCompose)
#include "tst_undocompose.moc"
