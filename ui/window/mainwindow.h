// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runview.h"
#include "ui/pages/checklistcard.h"
#include "ui/pages/machinefact.h"
#include "ui/window/palettemodel.h"
#include "ui/window/windowservices.h"

#include <QMainWindow>

class QStackedWidget;

namespace Slipway {

class CommandPalette;
class ComparePage;
class HomePage;
class InputsPage;
class NoticeBar;
class Page;
class RehearsalPage;
struct PackageRows;
struct Rehearsal;
class RunPage;
class RunRequests;
class TopBar;
struct SecretFact;
class TrustPage;
struct TrustQuestion;

/// The window: top bar, one page at a time, the way back, keys. It shows values and asks
/// through signals; who owns it answers them. GUI thread.
///
/// Keys: Ctrl+K palette, Ctrl+Enter primary action, Ctrl+F find, F5 look again, Escape and
/// Alt+Left back, Alt+Home home.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setHome(const QList<WaitingItem> &waiting, const QList<RunSummary> &runs);
    void setChecklists(const QList<ChecklistCard> &checklists);

    /// Opens the page before a start; language as setLanguage().
    void showInputs(const Checklist &checklist, const Value::Map &given = {});
    /// Opens the page that asks whether a checklist may run, in place of its inputs.
    void showTrust(const TrustQuestion &question);
    void setMachine(const QList<MachineFact> &facts);
    void setDirectoryFact(const QString &path, const DirectoryFact &fact);
    void setSecretFact(const QString &checklist, const QString &name, const SecretFact &fact);
    void setExpectation(qint64 expectedMs, int earlierRuns);

    /// The answer to rehearse(); shown if the inputs that asked are still on the screen.
    void showRehearsal(const Rehearsal &rehearsal);

    /// The next view of this run opens its page, at that step.
    void expectRun(const QString &runId, const QString &step = {}, const QString &instance = {});
    void showRun(const RunView &run);
    /// A newer view: shown if that run is on the screen or expected, else left.
    void updateRun(const RunView &run);
    void showHome();
    /// Opens the page of the comparison; without sources it asks which.
    void showCompare(const QStringList &sources);

    /// Something that could not be done; shown on the page it belongs to.
    void showNotice(const Error &error);
    /// The language that is shown now: "en", "pt_BR". The translators are the owner's affair.
    void setLanguage(const QString &language);

    HomePage *home() const { return m_home; }
    InputsPage *inputs() const { return m_inputs; }
    RunPage *run() const { return m_run; }
    /// What is asked for on the page of a run.
    RunRequests *requests() const;
    RehearsalPage *rehearsal() const { return m_rehearsal; }
    TrustPage *trust() const { return m_trust; }
    ComparePage *comparison() const { return m_compare; }

Q_SIGNALS:
    void languageChosen(const QString &language);
    /// Show its inputs: answer with showInputs() or, where it is not trusted, with showTrust().
    void openChecklist(const QString &file);
    /// A person trusts these bytes: go on where it was asked for.
    void trusted(const Slipway::TrustQuestion &question);
    void openRun(const QString &runId); ///< answer with updateRun()
    void leaveRun(const QString &runId);
    void startRun(const QString &checklistFile, const Slipway::Value::Map &inputs, bool stepByStep);
    void rehearse(const QString &checklistFile, const Slipway::Value::Map &inputs);
    void checkDirectory(const QString &path); ///< answer with setDirectoryFact()
    /// Answer each of these with setSecretFact().
    void lookForSecrets(const QString &checklist, const QStringList &names);
    void keepSecret(const QString &checklist, const QString &name, const QString &value);
    void forgetSecret(const QString &checklist, const QString &name);
    void lookAtMachine(); ///< answer with setMachine()
    void refreshHome();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createKeys();
    void connectTopBar();
    void connectHome();
    void connectInputs();
    void connectRehearsal();
    void connectRun();
    void connectCompare();
    void showPackages(const PackageRows &packages);
    void restore();
    void save();
    void setPage(Page *page);
    Page *page() const;
    void updatePlace();
    void goBack();
    void leaveShownRun();
    void chooseChecklistFile();
    void openLink(const QString &url);
    void setLook(int mode);
    void showAbout();

    void openPalette();
    QList<PaletteEntry> paletteEntries() const;
    void addStepEntries(QList<PaletteEntry> &entries) const;
    void addActionEntries(QList<PaletteEntry> &entries) const;
    void go(const QString &id);

    WindowServices m_services;
    QString m_language = QStringLiteral("en");
    QList<WaitingItem> m_waiting;
    QList<RunSummary> m_runs;
    QList<ChecklistCard> m_checklists;
    QString m_expectedRun;
    QString m_expectedStep;
    QString m_expectedInstance;
    bool m_isRunOpen = false;

    TopBar *m_top;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    HomePage *m_home;
    InputsPage *m_inputs;
    RunPage *m_run;
    RehearsalPage *m_rehearsal;
    TrustPage *m_trust;
    ComparePage *m_compare;
    Page *m_beforeCompare = nullptr; ///< where the way back leads
    CommandPalette *m_palette;
};

} // namespace Slipway
