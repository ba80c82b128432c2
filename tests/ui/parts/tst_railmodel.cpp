// SPDX-License-Identifier: MIT
#include "ui/parts/railmodel.h"

#include "ui/parts/railview.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

namespace {

class FixedClock final : public Clock
{
public:
    qint64 now() const override { return 1'000'000; }
};

RunView runWith(int instances)
{
    RunView run;
    run.id = QStringLiteral("7f3aqwertyui");
    for (int s = 0; s < 6; ++s) {
        StageView stage;
        stage.name = QStringLiteral("s%1").arg(s);
        stage.title = stage.name;
        stage.total = 8;
        for (int i = 0; i < 8; ++i) {
            StepView step;
            step.id = QStringLiteral("s%1-%2").arg(s).arg(i);
            step.title = step.id;
            for (int n = 0; s == 2 && i == 1 && n < instances; ++n) {
                StepView instance;
                instance.id = step.id;
                instance.instance = QStringLiteral("i%1").arg(n);
                step.instances.append(instance);
            }
            stage.steps.append(step);
        }
        run.stages.append(stage);
    }
    return run;
}

} // namespace

class TestRailModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newerViewOfTheSameStepsResetsNothing();
    void instancesArriveInTheirPlace();
    void selectionAndScrollStayWhenRowsArrive();
    void durationOfWhatRunsIsCounted();
    void stagesCannotBeChosen();

private:
    FixedClock m_clock;
};

void TestRailModel::newerViewOfTheSameStepsResetsNothing()
{
    RailModel model(&m_clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunView run = runWith(2);
    model.setRun(run);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    run.stages[1].steps[3].state = StepState::Running;
    model.setRun(run);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserts.size(), 0);
    QCOMPARE(changes.size(), 1);
    const QModelIndex index = model.indexOf(QStringLiteral("s1-3"), {});
    QCOMPARE(index.data(RailModel::MarkRole).toInt(), int(Mark::Running));
}

void TestRailModel::instancesArriveInTheirPlace()
{
    RailModel model(&m_clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(runWith(0));
    const int before = model.rowCount();
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.setRun(runWith(3));
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(model.rowCount(), before + 3);
    const QModelIndex step = model.indexOf(QStringLiteral("s2-1"), {});
    QCOMPARE(model.index(step.row() + 1).data().toString(), QStringLiteral("i0"));
    model.setRun(runWith(1));
    QCOMPARE(model.rowCount(), before + 1);
}

void TestRailModel::selectionAndScrollStayWhenRowsArrive()
{
    RailView view(&m_clock);
    view.setRun(runWith(0));
    view.resize(288, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.select(QStringLiteral("s4-2"));
    const int scrolled = view.list()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QSignalSpy chosen(&view, &RailView::stepSelected);
    view.setRun(runWith(3));
    QCOMPARE(view.selectedStep(), QStringLiteral("s4-2"));
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(view.list()->verticalScrollBar()->value(), scrolled);
}

void TestRailModel::durationOfWhatRunsIsCounted()
{
    RailModel model(&m_clock);
    RunView run = runWith(0);
    run.stages[0].steps[0].state = StepState::Running;
    run.stages[0].steps[0].startedAt = m_clock.now() - 372'000;
    model.setRun(run);
    QCOMPARE(model.running().size(), 1);
    const QModelIndex index = model.indexOf(QStringLiteral("s0-0"), {});
    QCOMPARE(index.data(RailModel::TrailRole).toString(), QStringLiteral("6:12"));
}

void TestRailModel::stagesCannotBeChosen()
{
    RailModel model(&m_clock);
    model.setRun(runWith(0));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1)) & Qt::ItemIsSelectable);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const Theme look(Theme::Mode::Light);
    TestRailModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_railmodel.moc"
