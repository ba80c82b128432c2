// SPDX-License-Identifier: MIT
// The whole way through the real window: a package update on the sample, with a real engine,
// from the inputs to the branches that were pushed.
#include "app/console/console.h"
#include "tests/app/programs.h"
#include "tests/app/samplestack.h"
#include "tests/app/stallwatch.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/linklabel.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QRegularExpression>
#include <QTabBar>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int wholeRunMs = 840'000;
constexpr int hangMs = 2000;
constexpr int answerMs = 30'000;

/// Where a version comes from: a file of the branch, and the freeze that proves it.
struct Proof
{
    const char *repository;
    const char *file;
    const char *freeze;
};

constexpr Proof proofs[] = {
    {"library", "pyproject.toml", "mllib"},
    {"model", "publicar/training_model/requirements.txt", "mltraining-model"},
    {"model", "publicar/worker_pub/requirements.txt", "worker-pub"},
    {"model", "publicar/worker_retrain/requirements.txt", "worker-retrain"},
    {"stack", "api/Dockerfile", "api"},
    {"stack", "model_registry/Dockerfile", "model-registry"},
    {"stack", "workers/worker_pub/Dockerfile", "worker-pub"},
};

QString git(const QString &repository, const QStringList &arguments)
{
    const auto done = TestPrograms::run(
        QStringList{QStringLiteral("git"), QStringLiteral("-C"), repository} + arguments);
    return done.status == 0 ? done.output : QString();
}

/// The text with every version token made the same.
QString withoutVersions(QString text)
{
    static const QRegularExpression pin(QStringLiteral("([=<>~!]=) *[0-9][0-9A-Za-z.+-]*"));
    static const QRegularExpression own(QStringLiteral("(?m)^version = \"[0-9.]+\""));
    static const QRegularExpression stack(QStringLiteral("STACK_VERSION=\"r[0-9.]+ "));
    static const QRegularExpression tag(
        QStringLiteral("(?m)^( *image: slipway-sample-[a-z]+:)[0-9][0-9.]*"));
    return text.replace(pin, QStringLiteral("\\1V"))
        .replace(own, QStringLiteral("version = V"))
        .replace(stack, QStringLiteral("STACK_VERSION=\"V "))
        .replace(tag, QStringLiteral("\\1V"));
}

QString normalized(const QString &name)
{
    static const QRegularExpression separators(QStringLiteral("[-_.]+"));
    return name.toLower().replace(separators, QStringLiteral("-"));
}

/// Names and versions: of a freeze, or of the pins in a file.
QMap<QString, QString> versionsIn(const QString &text)
{
    static const QRegularExpression pin(QStringLiteral(
        "([A-Za-z0-9][A-Za-z0-9._-]*)(?:\\[[^\\]]*\\])?(?:==|>=)([0-9][0-9A-Za-z.+-]*)"));
    QMap<QString, QString> versions;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.contains(QLatin1String("STACK_VERSION")) || line.startsWith(u'#') ||
            line.contains(QLatin1String("requires-python")))
            continue;
        for (auto match = pin.globalMatch(line); match.hasNext();) {
            const auto one = match.next();
            versions.insert(normalized(one.captured(1)), one.captured(2));
        }
    }
    return versions;
}

} // namespace

class TestWindow final : public QObject
{
    Q_OBJECT

public:
    /// The run takes longer than what QTest gives a function.
    static void initMain()
    {
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(wholeRunMs + 60'000));
    }

private Q_SLOTS:
    void initTestCase();
    void aPackageUpdateIsDoneFromTheInputsToItsEnd();
    void theBranchesHoldOnlyVersionsOfTheFilesThatTheProcedureNames_data();
    void theBranchesHoldOnlyVersionsOfTheFilesThatTheProcedureNames();
    void eachPinIsTheVersionThatTheContainerReported_data();
    void eachPinIsTheVersionThatTheContainerReported();
    void theGuiThreadNeverHung();
    void cleanupTestCase();

private:
    void openInputs();
    void start();
    void pressPrimary();
    void runUntilDone();
    // By value: the page takes newer views while the event loop turns.
    void lookAround(StepView step);
    void answer(StepView step);
    void decide(StepView step);
    void lookAtEvidence();
    void waitUntilAnswered(const QString &step);
    RunPage *page() const { return m_console->window().run(); }
    QString remote(const QString &repository) const;
    QString fileOn(const QString &repository, const QString &branch, const QString &file) const;

    std::unique_ptr<SampleStack> m_stack;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<StallWatch> m_watch;
    QString m_run;
    QStringList m_answered;
    QString m_lookedAt;
    bool m_isDone = false;
};

void TestWindow::initTestCase()
{
    if (!SampleWorkspace::hasEngine() && !TestPrograms::isAllRequired())
        QSKIP("No Docker engine answers, and the sample's stack needs one.");
    m_stack = std::make_unique<SampleStack>();
    const QString problem = m_stack->create();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    qputenv("SLIPWAY_HOME", m_stack->home().toUtf8());
    m_theme = std::make_unique<Theme>();
    m_console = std::make_unique<Console>(Places::fromEnvironment(), *m_theme);
    m_watch = std::make_unique<StallWatch>();
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

void TestWindow::cleanupTestCase()
{
    if (m_watch)
        qInfo("longest stall of the GUI thread: %d ms, during: %s", m_watch->longestMs(),
              qPrintable(m_watch->longestDuring()));
    m_watch.reset();
    m_console.reset();
    m_stack.reset();
}

void TestWindow::openInputs()
{
    m_watch->now("inputs");
    Value::Map values;
    const auto inputs = m_stack->inputs();
    for (auto it = inputs.begin(); it != inputs.end(); ++it)
        values.insert(it.key(), Value(it.value()));
    m_console->openChecklist(QStringLiteral("package-update"), values);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().inputs()->isVisible(), answerMs);
}

void TestWindow::start()
{
    auto *bar = m_console->window().inputs()->findChild<ActionBar *>();
    QVERIFY(bar);
    QTRY_VERIFY_WITH_TIMEOUT(bar->button(QStringLiteral("start"))->isEnabled(), answerMs);
    m_watch->now("starting");
    pressPrimary();
    QTRY_VERIFY_WITH_TIMEOUT(page()->isVisible() && !page()->run().id.isEmpty(), answerMs);
    m_run = page()->run().id;
    m_watch->now("watching");
}

void TestWindow::pressPrimary()
{
    QTest::keyClick(&m_console->window(), Qt::Key_Return, Qt::ControlModifier);
}

void TestWindow::aPackageUpdateIsDoneFromTheInputsToItsEnd()
{
    openInputs();
    if (!QTest::currentTestFailed())
        start();
    if (!QTest::currentTestFailed())
        runUntilDone();
    if (QTest::currentTestFailed())
        return;
    m_isDone = true;
    QCOMPARE(page()->run().done, page()->run().total);
    const QStringList asked{QStringLiteral("sign-off"), QStringLiteral("pull-request-library"),
                            QStringLiteral("pull-request-model"),
                            QStringLiteral("pull-request-stack")};
    QCOMPARE(QSet<QString>(m_answered.begin(), m_answered.end()),
             QSet<QString>(asked.begin(), asked.end()));
}

void TestWindow::runUntilDone()
{
    const QDeadlineTimer deadline(wholeRunMs);
    while (!QTest::currentTestFailed()) {
        const auto state = [this] { return page()->run().state; };
        QTRY_VERIFY_WITH_TIMEOUT(state() != RunState::Stopped, answerMs);
        const RunView &run = page()->run();
        const StepView *current = run.current();
        QVERIFY(current);
        if (run.state == RunState::Succeeded)
            return;
        const QString where = current->id + u' ' + current->instance + QStringLiteral(": ") +
                              current->errorText + u' ' + current->errorDetail + run.problem;
        QVERIFY2(run.state == RunState::Running || run.state == RunState::Waiting,
                 qPrintable(where));
        QVERIFY2(!deadline.hasExpired(), qPrintable(QStringLiteral("not done in time: ") + where));
        if (current->state == StepState::Waiting)
            answer(*current);
        else
            lookAround(*current);
        QTest::qWait(50);
    }
}

/// Opens one tab after the other while a step runs, as somebody would who watches.
void TestWindow::lookAround(StepView step)
{
    if (m_lookedAt == step.id + step.instance || step.state != StepState::Running)
        return;
    m_lookedAt = step.id + step.instance;
    m_watch->now("looking at the tabs of a step");
    auto *tabs = page()->sheet()->findChild<QTabBar *>();
    QVERIFY(tabs);
    for (int i = tabs->count() - 1; i >= 0; --i) {
        if (i >= tabs->count())
            continue;
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
        QTest::qWait(20);
    }
    m_watch->now("watching");
}

void TestWindow::answer(StepView step)
{
    const QString id = step.id;
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, id, answerMs);
    m_watch->now("answering");
    if (step.isGate) {
        decide(step);
    } else {
        QVERIFY2(step.actions.contains(StepAction::Tick), qPrintable(id));
        auto *tick = page()->bar()->button(QStringLiteral("tick"));
        QVERIFY(tick);
        QTest::mouseClick(tick, Qt::LeftButton);
    }
    if (!QTest::currentTestFailed())
        waitUntilAnswered(id);
    m_watch->now("watching");
}

void TestWindow::waitUntilAnswered(const QString &step)
{
    const auto isAnswered = [this, step] {
        const StepView *now = page()->run().find(step, {});
        return now && now->state == StepState::Succeeded;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), answerMs);
    m_answered.append(step);
}

void TestWindow::decide(StepView step)
{
    if (!step.actions.contains(StepAction::Approve))
        return;
    auto *approve = page()->bar()->button(QStringLiteral("approve"));
    QVERIFY(approve);
    QVERIFY2(!approve->isEnabled(), "approving needs the items to be ticked");
    lookAtEvidence();
    const auto boxes = page()->sheet()->gate()->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->isVisibleTo(page()))
            QTest::mouseClick(box, Qt::LeftButton);
    }
    QCOMPARE(page()->sheet()->gate()->tickedItems().size(), step.gate->items.size());
    QVERIFY(approve->isEnabled());
    pressPrimary();
}

/// Each piece of evidence beside the items, opened and left again with Escape.
void TestWindow::lookAtEvidence()
{
    GatePane *gate = page()->sheet()->gate();
    const auto links = gate->findChildren<LinkLabel *>();
    QVERIFY(links.size() > 5);
    for (LinkLabel *link : links) {
        if (!link->isVisible())
            continue;
        QTest::mouseClick(link, Qt::LeftButton);
        QTest::qWait(150);
        QTest::keyClick(&m_console->window(), Qt::Key_Escape);
        QTest::qWait(20);
    }
    QVERIFY(page()->isVisible());
}

QString TestWindow::remote(const QString &repository) const
{
    const QString clone = m_stack->inputs().value(repository);
    return git(clone,
               {QStringLiteral("remote"), QStringLiteral("get-url"), QStringLiteral("origin")})
        .trimmed();
}

QString TestWindow::fileOn(const QString &repository, const QString &branch,
                           const QString &file) const
{
    return git(remote(repository), {QStringLiteral("show"), branch + u':' + file});
}

void TestWindow::theBranchesHoldOnlyVersionsOfTheFilesThatTheProcedureNames_data()
{
    QTest::addColumn<QStringList>("files");
    QMap<QString, QStringList> files;
    for (const Proof &proof : proofs)
        files[QLatin1String(proof.repository)].append(QLatin1String(proof.file));
    files[QStringLiteral("stack")].append(QStringLiteral("stack/docker-compose.yml"));
    for (auto it = files.begin(); it != files.end(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.value();
}

void TestWindow::theBranchesHoldOnlyVersionsOfTheFilesThatTheProcedureNames()
{
    QVERIFY2(m_isDone, "the run did not reach its end");
    QFETCH(QStringList, files);
    const QString repository = QString::fromLatin1(QTest::currentDataTag());
    const QString log = git(remote(repository), {QStringLiteral("log"), QStringLiteral("--format="),
                                                 QStringLiteral("--name-only"),
                                                 QStringLiteral("main..atualizar_pacotes")});
    QStringList touched = log.split(u'\n', Qt::SkipEmptyParts);
    touched.sort();
    files.sort();
    QCOMPARE(touched, files);
    for (const QString &file : files) {
        const QString before = fileOn(repository, QStringLiteral("main"), file);
        const QString after = fileOn(repository, QStringLiteral("atualizar_pacotes"), file);
        QVERIFY(before != after);
        QCOMPARE(withoutVersions(after), withoutVersions(before));
    }
}

void TestWindow::eachPinIsTheVersionThatTheContainerReported_data()
{
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("freeze");
    for (const Proof &proof : proofs)
        QTest::newRow(proof.file) << QString::fromLatin1(proof.repository)
                                  << QString::fromLatin1(proof.file)
                                  << QString::fromLatin1(proof.freeze);
}

void TestWindow::eachPinIsTheVersionThatTheContainerReported()
{
    QVERIFY2(m_isDone, "the run did not reach its end");
    QFETCH(QString, repository);
    QFETCH(QString, file);
    QFETCH(QString, freeze);
    QFile evidence(Places::fromEnvironment().workspace(m_run) +
                   QStringLiteral("/freeze/%1.txt").arg(freeze));
    QVERIFY2(evidence.open(QIODevice::ReadOnly), qPrintable(evidence.fileName()));
    const auto installed = versionsIn(QString::fromUtf8(evidence.readAll()));
    const auto before = versionsIn(fileOn(repository, QStringLiteral("main"), file));
    const auto pinned = versionsIn(fileOn(repository, QStringLiteral("atualizar_pacotes"), file));
    QVERIFY(!pinned.isEmpty());
    QCOMPARE(pinned.keys(), before.keys());
    for (auto it = pinned.begin(); it != pinned.end(); ++it)
        QVERIFY2(installed.value(it.key()) == it.value(),
                 qPrintable(QStringLiteral("%1 is pinned to %2 and was frozen as %3")
                                .arg(it.key(), it.value(), installed.value(it.key()))));
}

void TestWindow::theGuiThreadNeverHung()
{
    QVERIFY(m_watch);
    QVERIFY2(m_watch->longestMs() < hangMs, qPrintable(m_watch->longestDuring()));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
