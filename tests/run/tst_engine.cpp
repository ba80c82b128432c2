// SPDX-License-Identifier: MIT
#include "core/process/attemptfolder.h"
#include "core/run/engine.h"
#include "core/steps/registry.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

namespace {

const StepKey first{QStringLiteral("first"), {}};
const StepKey second{QStringLiteral("second"), {}};

} // namespace

/// What a window asks of the engine and sees of it: going again and undoing.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theViewTellsWhatWouldFall();
    void anUndoIsShownFromTheQuestionToItsEnd();
    void whatCannotBeUndoneIsRefused();
    void aFinishedRunGoesAgainFromAStep();

private:
    void makeEngine();
    void start(const QByteArray &steps);
    bool waitFor(RunState state);
    const StepView &step(const StepKey &key) const { return *m_view.find(key.step, key.instance); }
    bool hasFile(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    SystemClock m_clock;
    KindRegistry m_kinds;
    RunView m_view;
    Error m_failure;
};

void TestEngine::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    registerBuiltinKinds(m_kinds);
}

void TestEngine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeEngine();
}

void TestEngine::makeEngine()
{
    const QString root = m_folder->path();
    m_view = {};
    m_failure = {};
    m_engine = std::make_unique<Engine>(Places(root + QLatin1String("/data"),
                                               root + QLatin1String("/config"),
                                               root + QLatin1String("/cache")),
                                        m_kinds, m_clock, QStringLiteral("ana"));
    connect(m_engine.get(), &Engine::runChanged, this, [this](const RunView &v) { m_view = v; });
    connect(m_engine.get(), &Engine::failed, this, [this](const Error &e) { m_failure = e; });
    m_engine->open();
}

void TestEngine::cleanup()
{
    m_engine.reset();
    m_folder.reset();
}

void TestEngine::start(const QByteArray &steps)
{
    m_engine->startRun(
        {"slipway: 1\nname: x\ntitle: X\nstages: [{name: s, title: S, steps: [" + steps + "]}]\n",
         QStringLiteral("x.checklist.yaml"),
         {}},
        -1);
    if (!m_failure.isEmpty())
        qFatal("%s", qPrintable(m_failure.message()));
}

bool TestEngine::waitFor(RunState state)
{
    return QTest::qWaitFor([&] { return m_view.state == state; }, 30'000);
}

bool TestEngine::hasFile(const QString &name) const
{
    return QFile::exists(
        QStringLiteral("%1/data/runs/%2/work/%3").arg(m_folder->path(), m_view.id, name));
}

static const QByteArray undoable =
    "{id: first, title: One, uses: command, with: {run: [touch, one]}, undo: {uses: command, with: "
    "{run: [rm, one]}}}, {id: second, title: Two, uses: command, with: {run: [touch, two]}, undo: "
    "{uses: command, with: {run: [rm, two]}}}";

void TestEngine::theViewTellsWhatWouldFall()
{
    start(undoable + ", {id: third, title: Three, uses: manual}");
    QVERIFY(waitFor(RunState::Waiting));
    QVERIFY(step(first).canReset);
    QCOMPARE(step(first).resetFalls, (QStringList{QStringLiteral("second"), QStringLiteral("third")}));
    m_engine->reset(m_view.id, second, QStringLiteral("mended"));
    QVERIFY(QTest::qWaitFor([&] { return step(second).attempts.size() == 2; }, 20'000));
    QVERIFY(waitFor(RunState::Waiting));
    QVERIFY(step(second).attempts.first().isSuperseded);
    QVERIFY2(step(second).notes.last().what.contains(QLatin1String("mended")),
             qPrintable(step(second).notes.last().what));
    QCOMPARE(step(first).attempts.size(), 1);
}

void TestEngine::anUndoIsShownFromTheQuestionToItsEnd()
{
    start(undoable);
    QVERIFY(waitFor(RunState::Succeeded));
    QVERIFY(m_view.canUndo && !m_view.undo);
    QSignalSpy previews(m_engine.get(), &Engine::undoPreviewed);
    m_engine->previewUndo(m_view.id, {});
    QCOMPARE(previews.size(), 1);
    const auto preview = previews.first().first().value<UndoPreview>();
    QCOMPARE(preview.attempts(), (QList<int>{2, 1}));
    QCOMPARE(preview.items.first().title, QStringLiteral("Two"));
    QVERIFY(preview.impossible().isEmpty());
    // Its file is gone, and so undoing it fails; then it is left, and the other is undone.
    QVERIFY(
        QFile::remove(QStringLiteral("%1/data/runs/%2/work/two").arg(m_folder->path(), m_view.id)));
    m_engine->askUndo(m_view.id, {}, false, QStringLiteral("wrong version"));
    QVERIFY(waitFor(RunState::Failed));
    QVERIFY(m_view.undo && m_view.undo->isStuck);
    QCOMPARE(m_view.undo->left, 2);
    QCOMPARE(m_view.undo->note, QStringLiteral("wrong version"));
    QCOMPARE(step(second).attempts.last().undoes, 2);
    QVERIFY(step(second).isUndoing && !step(second).errorText.isEmpty());
    QVERIFY(!step(second).canReset);
    m_engine->skip(m_view.id, second, QStringLiteral("gone already"));
    QVERIFY(waitFor(RunState::Undone));
    QVERIFY(!m_view.undo && !hasFile(QStringLiteral("one")));
    QCOMPARE(step(first).state, StepState::Undone);
    QCOMPARE(step(first).attempts.first().undoneBy, step(first).attempts.last().number);
    QVERIFY(m_failure.isEmpty());
}

void TestEngine::whatCannotBeUndoneIsRefused()
{
    start(undoable + ", {id: third, uses: command, with: {run: ['true']}}");
    QVERIFY(waitFor(RunState::Succeeded));
    m_engine->askUndo(m_view.id, {}, false, {});
    QCOMPARE(m_failure.code(), QStringLiteral("undo.impossible"));
    QVERIFY(hasFile(QStringLiteral("two")));
    m_engine->askUndo(m_view.id, {}, true, {});
    QVERIFY(waitFor(RunState::Undone));
    QVERIFY(!hasFile(QStringLiteral("two")) && !hasFile(QStringLiteral("one")));
}

void TestEngine::aFinishedRunGoesAgainFromAStep()
{
    // Both rounds are undone, and the second undo finds nothing there.
    start(QByteArray(undoable).replace("[rm, two]", "[rm, -f, two]"));
    QVERIFY(waitFor(RunState::Succeeded));
    const QString run = m_view.id;
    // A console that begins later finds the run over, and nobody driving it.
    m_engine.reset();
    makeEngine();
    m_engine->watchRun(run);
    QVERIFY(waitFor(RunState::Succeeded));
    m_engine->reset(run, second, {});
    QVERIFY(waitFor(RunState::Stopped));
    m_engine->continueRun(run, -1);
    QVERIFY(waitFor(RunState::Succeeded));
    QCOMPARE(step(second).attempts.size(), 2);
    m_engine->askUndo(run, first.step, false, {});
    QVERIFY(waitFor(RunState::Undone));
    QVERIFY(hasFile(QStringLiteral("one")) && !hasFile(QStringLiteral("two")));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
