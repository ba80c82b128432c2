// SPDX-License-Identifier: MIT
#include "core/process/attemptfolder.h"
#include "core/run/engine.h"
#include "core/steps/registry.h"
#include "tests/trust/trusted.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace Slipway;

namespace {

const StepKey first{QStringLiteral("first"), {}};
const StepKey second{QStringLiteral("second"), {}};

/// Whether it was done takes as long to find out as the test wants.
class SlowProbe final : public Kind
{
public:
    const KindSpec &spec() const override
    {
        static const KindSpec spec = [] {
            KindSpec made;
            made.name = QStringLiteral("slow");
            return made;
        }();
        return spec;
    }
    Result<Plan> plan(const Value::Map &, const StepContext &) const override { return Plan(); }
    Finding probe(const Intent &, const StepContext &context) const override
    {
        ++asked;
        while (isHeld && !context.stop.stop_requested())
            QThread::msleep(5);
        Finding finding;
        finding.verdict = Finding::Verdict::Done;
        finding.outcome = Outcome::succeeded();
        return finding;
    }

    static inline std::atomic<bool> isHeld = false;
    static inline std::atomic<int> asked = 0;
};

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
    void aContinuedRunIsClosedAndItsEffectsAreOutOfReach();
    void whatAStepDoneByHandGivesIsAskedForWhereNothingTells();
    void aTickThatHasToAskHoldsNothingUp();
    void anEngineThatEndsWaitsForNoTick();

private:
    Places places() const;
    void makeEngine();
    /// Of a checklist that is trusted.
    NewRunRequest request(const QByteArray &steps) const;
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
    m_kinds.add(std::make_unique<SlowProbe>());
}

void TestEngine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeEngine();
}

Places TestEngine::places() const
{
    const QString root = m_folder->path();
    return Places(root + QLatin1String("/data"), root + QLatin1String("/config"),
                  root + QLatin1String("/cache"));
}

void TestEngine::makeEngine()
{
    m_view = {};
    m_failure = {};
    m_engine = std::make_unique<Engine>(places(), m_kinds, m_clock, QStringLiteral("ana"));
    connect(m_engine.get(), &Engine::runChanged, this, [this](const RunView &v) { m_view = v; });
    connect(m_engine.get(), &Engine::failed, this, [this](const Error &e) { m_failure = e; });
    m_engine->open();
}

void TestEngine::cleanup()
{
    m_engine.reset();
    m_folder.reset();
}

NewRunRequest TestEngine::request(const QByteArray &steps) const
{
    const QByteArray text =
        "slipway: 1\nname: x\ntitle: X\nstages: [{name: s, title: S, steps: [" + steps + "]}]\n";
    const QString file = QStringLiteral("x.checklist.yaml");
    TestTrust::trust(places(), text, file);
    return {text, file, {}};
}

void TestEngine::start(const QByteArray &steps)
{
    m_engine->startRun(request(steps), -1);
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
    QCOMPARE(step(first).resetFalls,
             (QStringList{QStringLiteral("second"), QStringLiteral("third")}));
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

void TestEngine::aContinuedRunIsClosedAndItsEffectsAreOutOfReach()
{
    start(undoable);
    QVERIFY(waitFor(RunState::Succeeded));
    const QString old = m_view.id;
    const NewRunRequest changed = request(
        QByteArray(undoable).replace("title: Two, uses: command, with: {run: [touch, two]}",
                                     "title: Two, uses: command, with: {run: [touch, too]}"));
    QSignalSpy carries(m_engine.get(), &Engine::continuationPreviewed);
    m_engine->previewContinuationOf(old, changed);
    QCOMPARE(carries.size(), 1);
    QCOMPARE(carries[0][0].value<CarryPreview>().carried(), 1);
    m_engine->startContinuationOf(old, changed, -1);
    QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure.message()));
    QVERIFY(QTest::qWaitFor([&] { return m_view.id != old && m_view.state == RunState::Succeeded; },
                            30'000));
    QCOMPARE(m_view.continues, old);
    QVERIFY(m_view.canUndo);
    QSignalSpy undos(m_engine.get(), &Engine::undoPreviewed);
    m_engine->previewUndo(m_view.id, {});
    QCOMPARE(undos.size(), 1);
    const auto preview = undos[0][0].value<UndoPreview>();
    QCOMPARE(preview.items.size(), 2);
    QCOMPARE(preview.attempts().size(), 1);
    const QList<UndoItem> beyond = preview.impossible();
    QCOMPARE(beyond.size(), 1);
    QCOMPARE(beyond[0].key, first);
    QCOMPARE(beyond[0].run, old);
    QVERIFY2(beyond[0].note.text.english().contains(old), "the reason names the run");
    QVERIFY(!beyond[0].summary.isEmpty());
    // What is asked of the closed run has no effect any more, and is not offered.
    m_engine->watchRun(old);
    QVERIFY(QTest::qWaitFor([&] { return m_view.id == old; }, 5000));
    QVERIFY(!m_view.continuedBy.isEmpty());
    QVERIFY(!m_view.canUndo);
    QVERIFY(!step(first).canReset);
    QVERIFY(step(second).actions.isEmpty());
}

void TestEngine::whatAStepDoneByHandGivesIsAskedForWhereNothingTells()
{
    start(
        "{id: first, title: One, mode: manual, uses: command, with: {run: [echo], output: text}}, "
        "{id: second, title: Two, uses: command, with: {run: [echo, '${{ "
        "steps.first.outputs.stdout }}'], output: text}}");
    QVERIFY(waitFor(RunState::Waiting));
    QVERIFY(QTest::qWaitFor([&] { return step(first).manual.has_value(); }, 10'000));
    QStringList known;
    for (const OutputSpec &output : std::as_const(step(first).manual->asks))
        known.append(output.name);
    QVERIFY(known.contains(QLatin1String("stdout")));
    QSignalSpy needed(m_engine.get(), &Engine::outputsNeeded);
    m_engine->tick(m_view.id, first, {}, {});
    QVERIFY(needed.wait(20'000));
    QCOMPARE(needed.size(), 1);
    QCOMPARE(needed[0][2].toStringList(), QStringList(QStringLiteral("stdout")));
    QVERIFY2(m_failure.isEmpty(), "a question is no failure");
    m_engine->tick(m_view.id, first, {},
                   {{QStringLiteral("stdout"), Value(QStringLiteral("said"))}});
    QVERIFY(waitFor(RunState::Succeeded));
    QCOMPARE(step(second).outputs[QStringLiteral("stdout")].display(), QStringLiteral("said"));
}

void TestEngine::aTickThatHasToAskHoldsNothingUp()
{
    SlowProbe::isHeld = true;
    SlowProbe::asked = 0;
    start("{id: first, uses: slow, mode: manual}");
    QVERIFY(QTest::qWaitFor([&] { return step(first).manual.has_value(); }, 20'000));
    m_engine->tick(m_view.id, first, {});
    m_engine->tick(m_view.id, first, {}); // a second click is the same tick
    QVERIFY(QTest::qWaitFor([] { return SlowProbe::asked == 1; }, 20'000));
    QSignalSpy home(m_engine.get(), &Engine::homeChanged);
    m_engine->refreshHome();
    QCOMPARE(home.size(), 1);
    QCOMPARE(m_view.state, RunState::Waiting);
    SlowProbe::isHeld = false;
    QVERIFY(waitFor(RunState::Succeeded));
    QCOMPARE(SlowProbe::asked.load(), 1);
    QVERIFY(m_failure.isEmpty());
}

void TestEngine::anEngineThatEndsWaitsForNoTick()
{
    SlowProbe::isHeld = true;
    SlowProbe::asked = 0;
    start("{id: first, uses: slow, mode: manual}");
    QVERIFY(QTest::qWaitFor([&] { return step(first).manual.has_value(); }, 20'000));
    m_engine->tick(m_view.id, first, {});
    QVERIFY(QTest::qWaitFor([] { return SlowProbe::asked == 1; }, 20'000));
    m_engine.reset(); // the probe is asked to stop
    SlowProbe::isHeld = false;
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
