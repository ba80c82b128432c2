// SPDX-License-Identifier: MIT
#include "app/translations/translations.h"
#include "ui/pages/homepage.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anExpectedRunOpensAtItsStep();
    void aViewOfAnotherRunIsLeftAlone();
    void escapeGoesBackAndLeavesTheRun();
    void escapeInAFieldStaysOnThePage();
    void thePrimaryActionHasItsKey();
    void thePaletteFindsAStep();
    void findGoesToTheFieldOfThePage();
    void anErrorIsShownWhereItBelongs();
    void allTextsFollowTheLanguage();
    void theChoicesAreRemembered();

private:
    RunView run(const char *id) const;

    SystemClock m_clock;
    Theme m_theme;
    Translations m_translations;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_translations.install(QStringLiteral("en"));
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("window.ini")),
                                             QSettings::IniFormat);
    const ObjectReader none = [](const QString &) -> Result<QByteArray> { return QByteArray(); };
    m_window =
        std::make_unique<MainWindow>(WindowServices{&m_clock, none, m_settings.get(), &m_theme});
    m_window->setLanguage(QStringLiteral("en"));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
}

RunView TestMainWindow::run(const char *id) const
{
    RunView run;
    run.id = QString::fromLatin1(id);
    run.title = QStringLiteral("Try");
    run.state = RunState::Waiting;
    StepView first;
    first.id = QStringLiteral("first");
    first.title = QStringLiteral("Build the stack");
    first.state = StepState::Waiting;
    StepView second = first;
    second.id = QStringLiteral("second");
    second.title = QStringLiteral("Push the branches");
    second.state = StepState::Pending;
    run.stages = {{QStringLiteral("one"), QStringLiteral("One"), 0, 2, {first, second}}};
    return run;
}

void TestMainWindow::anExpectedRunOpensAtItsStep()
{
    m_window->expectRun(QStringLiteral("aaaaaaaaaaaa"), QStringLiteral("second"));
    QVERIFY(!m_window->run()->isVisible());
    m_window->updateRun(run("aaaaaaaaaaaa"));
    QVERIFY(m_window->run()->isVisible());
    QCOMPARE(m_window->run()->sheet()->step().id, QStringLiteral("second"));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Try")));
}

void TestMainWindow::aViewOfAnotherRunIsLeftAlone()
{
    m_window->showRun(run("aaaaaaaaaaaa"));
    m_window->updateRun(run("bbbbbbbbbbbb"));
    QCOMPARE(m_window->run()->run().id, QStringLiteral("aaaaaaaaaaaa"));
}

void TestMainWindow::escapeGoesBackAndLeavesTheRun()
{
    QSignalSpy left(m_window.get(), &MainWindow::leaveRun);
    m_window->showRun(run("aaaaaaaaaaaa"));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->home()->isVisible());
    QCOMPARE(left.size(), 1);
    m_window->updateRun(run("aaaaaaaaaaaa")); // a late one does not open it again
    QVERIFY(m_window->home()->isVisible());
}

void TestMainWindow::escapeInAFieldStaysOnThePage()
{
    m_window->home()->showAllRuns(true);
    auto *field = qobject_cast<SearchField *>(m_window->focusWidget());
    QVERIFY(field);
    field->setText(QStringLiteral("words"));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(field->text(), QString());
    QVERIFY(field->isVisible());
}

void TestMainWindow::thePrimaryActionHasItsKey()
{
    RunView view = run("aaaaaaaaaaaa");
    view.stages.first().steps.first().actions = {StepAction::Tick};
    m_window->showRun(view);
    QSignalSpy ticked(m_window->requests(), &RunRequests::tickStep);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(ticked.size(), 1);
}

void TestMainWindow::thePaletteFindsAStep()
{
    m_window->showRun(run("aaaaaaaaaaaa"));
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<CommandPalette *>();
    QTRY_VERIFY(palette->isVisible());
    auto *field = palette->findChild<SearchField *>();
    QTest::keyClicks(field, QStringLiteral("push bran"));
    QCOMPARE(palette->findChild<QListView *>()->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(m_window->run()->sheet()->step().id, QStringLiteral("second"));
}

void TestMainWindow::findGoesToTheFieldOfThePage()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<SearchField *>(m_window->focusWidget()));
}

void TestMainWindow::anErrorIsShownWhereItBelongs()
{
    Checklist checklist;
    checklist.title = LocalizedText(QStringLiteral("Try"));
    m_window->showInputs(checklist);
    const Error error(QStringLiteral("x"), "The disk is full.");
    m_window->showNotice(error);
    const QList<QWidget *> children = m_window->inputs()->findChildren<QWidget *>();
    const bool isShown = std::any_of(children.begin(), children.end(), [](const QWidget *child) {
        return child->isVisible() && child->accessibleName() == QStringLiteral("The disk is full.");
    });
    QVERIFY(isShown);
}

void TestMainWindow::allTextsFollowTheLanguage()
{
    const auto homeSays = [this](const char *text) {
        const QString wanted = QString::fromUtf8(text);
        const QList<QLabel *> labels = m_window->home()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&wanted](const QLabel *label) { return label->text() == wanted; });
    };
    QVERIFY(homeSays("Waiting for you"));
    m_translations.install(QStringLiteral("pt_BR"));
    m_window->setLanguage(QStringLiteral("pt_BR"));
    QTRY_VERIFY(homeSays("Esperando por você"));
}

void TestMainWindow::theChoicesAreRemembered()
{
    m_window->resize(1111, 777);
    m_window->setLanguage(QStringLiteral("pt_BR"));
    m_window->close();
    m_settings->sync();
    QCOMPARE(m_settings->value(QStringLiteral("language")).toString(), QStringLiteral("pt_BR"));
    const MainWindow other(WindowServices{&m_clock, {}, m_settings.get(), &m_theme});
    QCOMPARE(other.size(), QSize(1111, 777));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
