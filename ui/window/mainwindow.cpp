// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "ui/compare/comparepage.h"
#include "ui/compare/comparerows.h"
#include "ui/pages/homepage.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/packagespane.h"
#include "ui/pages/rehearsalpage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/trustpage.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/pagestack.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/topbar.h"
#include "ui/table/packagerows.h"
#include "ui/theme/appicon.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QSettings>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

namespace Slipway {

namespace {
const QLatin1String geometryKey("window/geometry");
const QLatin1String railKey("window/rail");
const QLatin1String lookKey("theme");
const QLatin1String languageKey("language");
} // namespace

MainWindow::MainWindow(const WindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_top(new TopBar)
    , m_notice(new NoticeBar)
    , m_stack(new PageStack)
    , m_home(new HomePage(services.clock))
    , m_inputs(new InputsPage)
    , m_run(new RunPage(services.clock, services.readObject))
    , m_rehearsal(new RehearsalPage(services.clock))
    , m_trust(new TrustPage)
    , m_compare(new ComparePage(services.compare))
    , m_palette(new CommandPalette(this))
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_notice->hide();
    setCentralWidget(body);
    for (Page *one :
         std::initializer_list<Page *>{m_home, m_inputs, m_run, m_rehearsal, m_trust, m_compare}) {
        m_stack->addWidget(one);
        connect(one, &Page::placeChanged, this, &MainWindow::updatePlace);
    }
    setWindowIcon(appIcon());
    setMinimumSize(theme().px(640), theme().px(440));
    connectTopBar();
    connectHome();
    connectInputs();
    connectRehearsal();
    connectRun();
    connectCompare();
    createKeys();
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::go);
    connect(m_notice, &NoticeBar::actionTriggered, m_notice, &QWidget::hide);
    restore();
    setPage(m_home);
}

MainWindow::~MainWindow() = default;

void MainWindow::createKeys()
{
    const auto key = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { page()->find(); });
    key(QKeySequence(Qt::Key_F5), [this] {
        page()->lookAgain();
        if (page() == m_home)
            Q_EMIT refreshHome();
    });
    key(QKeySequence(Qt::Key_Escape), [this] { goBack(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Home), [this] { showHome(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { chooseChecklistFile(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::connectTopBar()
{
    connect(m_top, &TopBar::homeRequested, this, &MainWindow::showHome);
    connect(m_top, &TopBar::searchRequested, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::languageChosen, this, &MainWindow::languageChosen);
    connect(m_top, &TopBar::modeChosen, this, [this](Theme::Mode mode) { setLook(int(mode)); });
    connect(m_top, &TopBar::aboutRequested, this, &MainWindow::showAbout);
}

void MainWindow::connectHome()
{
    connect(m_home, &HomePage::openRun, this,
            [this](const QString &run, const QString &step, const QString &instance) {
                expectRun(run, step, instance);
                Q_EMIT openRun(run);
            });
    connect(m_home, &HomePage::startChecklist, this, &MainWindow::openChecklist);
    connect(m_home, &HomePage::openChecklistFile, this, &MainWindow::chooseChecklistFile);
}

void MainWindow::connectInputs()
{
    connect(m_inputs, &InputsPage::startRun, this, &MainWindow::startRun);
    connect(m_inputs, &InputsPage::checkDirectory, this, &MainWindow::checkDirectory);
    connect(m_inputs, &InputsPage::lookForSecrets, this, &MainWindow::lookForSecrets);
    connect(m_inputs, &InputsPage::keepSecret, this, &MainWindow::keepSecret);
    connect(m_inputs, &InputsPage::forgetSecret, this, &MainWindow::forgetSecret);
    connect(requests(), &RunRequests::keepSecret, this, &MainWindow::keepSecret);
    connect(m_inputs, &InputsPage::lookAtMachineAgain, this, &MainWindow::lookAtMachine);
    connect(m_trust, &TrustPage::trusted, this, &MainWindow::trusted);
    connect(m_trust, &TrustPage::declined, this, &MainWindow::showHome);
}

RunRequests *MainWindow::requests() const
{
    return m_run->requests();
}

void MainWindow::connectRehearsal()
{
    connect(m_inputs, &InputsPage::rehearse, this, &MainWindow::rehearse);
    connect(m_rehearsal, &RehearsalPage::back, this, [this] { setPage(m_inputs); });
    // The inputs page starts it: it checks once more, and shows what stands in the way.
    connect(m_rehearsal, &RehearsalPage::start, this, [this] {
        setPage(m_inputs);
        m_inputs->startNow();
    });
}

void MainWindow::showRehearsal(const Rehearsal &rehearsal)
{
    m_inputs->setRehearsing(false);
    if (page() != m_inputs)
        return;
    m_rehearsal->setRehearsal(rehearsal, m_language);
    setPage(m_rehearsal);
}

void MainWindow::connectRun()
{
    connect(requests(), &RunRequests::openLink, this, &MainWindow::openLink);
    connect(requests(), &RunRequests::openRun, this,
            [this](const QString &run, const QString &step, const QString &instance) {
                expectRun(run, step, instance);
                Q_EMIT openRun(run);
            });
}

void MainWindow::connectCompare()
{
    connect(m_home, &HomePage::comparePackages, this, [this] { showCompare({}); });
    const QList<PackagesPane *> panes = findChildren<PackagesPane *>();
    for (const PackagesPane *pane : panes)
        connect(pane, &PackagesPane::compareRequested, this, &MainWindow::showPackages);
}

void MainWindow::showCompare(const QStringList &sources)
{
    m_beforeCompare = nullptr;
    leaveShownRun();
    setPage(m_compare);
    m_compare->compare(sources);
    updatePlace();
}

/// The run stays open behind: the way back leads to it.
void MainWindow::showPackages(const PackageRows &packages)
{
    m_beforeCompare = page();
    setPage(m_compare);
    m_compare->compareRead(inventoriesOf(packages));
    updatePlace();
}

void MainWindow::restore()
{
    resize(theme().px(1280), theme().px(800));
    if (!m_services.settings)
        return;
    restoreGeometry(m_services.settings->value(geometryKey).toByteArray());
    m_run->setRailWidth(m_services.settings->value(railKey).toInt());
    const QString look = m_services.settings->value(lookKey).toString();
    if (!look.isEmpty() && m_services.theme)
        m_services.theme->setMode(Theme::modeNamed(look));
    m_top->setChoices(m_language, theme().mode());
}

void MainWindow::save()
{
    if (!m_services.settings)
        return;
    m_services.settings->setValue(geometryKey, saveGeometry());
    if (m_run->railWidth() > 0)
        m_services.settings->setValue(railKey, m_run->railWidth());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updatePlace();
    QMainWindow::changeEvent(event);
}

Page *MainWindow::page() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::setPage(Page *page)
{
    m_palette->close();
    m_notice->hide();
    m_stack->setCurrentWidget(page);
    page->setFocus(); // no ring on the first button of the bar
    updatePlace();
}

void MainWindow::updatePlace()
{
    m_top->setPlace(page()->placeTitle(), page()->placeNote());
    const bool isHome = page() == m_home;
    setWindowTitle(isHome ? QStringLiteral("Slipway")
                          : QString::fromUtf8("%1 · Slipway").arg(page()->placeTitle()));
}

void MainWindow::setHome(const QList<WaitingItem> &waiting, const QList<RunSummary> &runs)
{
    m_waiting = waiting;
    m_runs = runs;
    m_home->setHome(m_waiting, m_runs, m_checklists);
}

void MainWindow::setChecklists(const QList<ChecklistCard> &checklists)
{
    m_checklists = checklists;
    m_home->setHome(m_waiting, m_runs, m_checklists);
}

void MainWindow::showInputs(const Checklist &checklist, const Value::Map &given)
{
    leaveShownRun();
    setPage(m_inputs);
    m_inputs->setChecklist(checklist, m_language, given);
    updatePlace();
    Q_EMIT lookAtMachine();
}

void MainWindow::showTrust(const TrustQuestion &question)
{
    leaveShownRun();
    m_inputs->setRehearsing(false);
    m_trust->setQuestion(question, m_language);
    setPage(m_trust);
}

void MainWindow::setMachine(const QList<MachineFact> &facts)
{
    m_inputs->setMachine(facts);
}

void MainWindow::setDirectoryFact(const QString &path, const DirectoryFact &fact)
{
    m_inputs->setDirectoryFact(path, fact);
}

void MainWindow::setSecretFact(const QString &checklist, const QString &name,
                               const SecretFact &fact)
{
    m_inputs->setSecretFact(checklist, name, fact);
}

void MainWindow::setExpectation(qint64 expectedMs, int earlierRuns)
{
    m_inputs->setExpectation(expectedMs, earlierRuns);
}

void MainWindow::expectRun(const QString &runId, const QString &step, const QString &instance)
{
    m_expectedRun = runId;
    m_expectedStep = step;
    m_expectedInstance = instance;
}

void MainWindow::showRun(const RunView &run)
{
    if (m_isRunOpen && m_run->run().id != run.id)
        leaveShownRun();
    m_isRunOpen = true;
    m_run->setRun(run);
    setPage(m_run);
}

void MainWindow::updateRun(const RunView &run)
{
    if (run.id == m_expectedRun) {
        m_expectedRun.clear();
        showRun(run);
        m_run->selectStep(m_expectedStep, m_expectedInstance);
    } else if (m_isRunOpen && run.id == m_run->run().id) {
        m_run->setRun(run);
    }
}

void MainWindow::leaveShownRun()
{
    m_expectedRun.clear();
    if (!m_isRunOpen)
        return;
    m_isRunOpen = false;
    Q_EMIT leaveRun(m_run->run().id);
}

void MainWindow::showHome()
{
    leaveShownRun();
    m_home->showAllRuns(false);
    setPage(m_home);
    Q_EMIT refreshHome();
}

void MainWindow::goBack()
{
    if (m_palette->isVisible()) {
        m_palette->close();
        return;
    }
    // In a field Escape means the field: it is emptied if it searches, and left.
    QWidget *field = focusWidget();
    if (qobject_cast<QLineEdit *>(field) || qobject_cast<QPlainTextEdit *>(field)) {
        if (auto *search = qobject_cast<SearchField *>(field))
            search->clear();
        page()->setFocus();
        return;
    }
    if (page() == m_rehearsal) {
        setPage(m_inputs);
        return;
    }
    if (page()->stepBack() || page() == m_home)
        return;
    if (page() == m_compare && m_beforeCompare)
        setPage(m_beforeCompare);
    else
        showHome();
}

void MainWindow::showNotice(const Error &error)
{
    const QString sentence = error.translated();
    if (page() == m_inputs) {
        m_inputs->setProblem(sentence, error.detail());
    } else if (page() == m_run) {
        m_run->showNotice(sentence, error.detail());
    } else {
        m_notice->set(Tone::Failed, sentence, error.detail(), tr("Close"));
        m_notice->show();
    }
}

void MainWindow::setLanguage(const QString &language)
{
    m_language = language;
    if (m_services.settings)
        m_services.settings->setValue(languageKey, language);
    m_top->setChoices(m_language, theme().mode());
    m_inputs->setLanguage(language);
    m_rehearsal->setLanguage(language);
    m_trust->setLanguage(language);
    m_run->setLanguage(language);
    updatePlace();
}

void MainWindow::setLook(int mode)
{
    const auto look = Theme::Mode(mode);
    if (m_services.theme)
        m_services.theme->setMode(look);
    if (m_services.settings)
        m_services.settings->setValue(lookKey, Theme::modeName(look));
    m_top->setChoices(m_language, look);
}

void MainWindow::showAbout()
{
    m_notice->set(Tone::Accent,
                  tr("Slipway %1: runs release checklists, shows what must be seen, keeps the "
                     "proof. MIT licence.")
                      .arg(QStringLiteral(SLIPWAY_VERSION)),
                  {}, tr("Close"));
    m_notice->show();
}

void MainWindow::chooseChecklistFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a checklist"), {},
                                   tr("Checklists (*.checklist.yaml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openChecklist);
    dialog->open();
}

void MainWindow::openLink(const QString &url)
{
    QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
}

} // namespace Slipway
