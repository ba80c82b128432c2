// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/runview.h"
#include "ui/pages/askstrip.h"
#include "ui/pages/objectreader.h"
#include "ui/pages/page.h"
#include "ui/pages/runrequests.h"
#include "ui/parts/actionbar.h"

class QSplitter;

namespace Slipway {

class CarrySheet;
class DotsButton;
class NoticeBar;
class RailView;
class RunSheet;
class StepSheet;
class UndoSheet;
class VerifySheet;
struct CarryPreview;
struct UndoPreview;
struct VerifyReport;

/// A run: the rail of its steps, the chosen step, and at the bottom what can be done now.
/// While nobody chooses a step it follows the one that needs attention. What is asked for on it
/// is emitted by requests().
class RunPage final : public Page
{
    Q_OBJECT

public:
    /// clock is not owned and lives longer.
    RunPage(const Clock *clock, const ObjectReader &reader, QWidget *parent = nullptr);

    /// Another run, or a newer view of the run that is shown.
    void setRun(const RunView &run);
    const RunView &run() const { return m_run; }
    /// A null step: the one that needs attention, and follow it from now on.
    void selectStep(const QString &step, const QString &instance = {});
    StepSheet *sheet() const { return m_sheet; }
    ActionBar *bar() const { return m_bar; }
    AskStrip *question() const { return m_ask; }
    RailView *rail() const { return m_rail; }
    RunRequests *requests() const { return m_requests; }
    void setRailWidth(int width);
    int railWidth() const;

    /// Something that could not be done; an empty sentence takes it away.
    void showNotice(const QString &sentence, const QString &detail = {});
    /// Asks in the page whether the run is to be cancelled.
    void askToCancelRun();
    bool canCancel() const { return !m_run.id.isEmpty() && !isOver(); }
    /// Shows in place of the step what could be undone, until it is asked for or left.
    void openUndo();
    /// The answer to RunRequests::previewUndo().
    void setUndoPreview(const UndoPreview &preview);
    UndoSheet *undoSheet() const { return m_undoSheet; }
    /// Shows in place of the step what a new run on a changed checklist would take over.
    void openContinuation();
    /// Nothing of it is at work, and no other run goes on with it.
    bool canContinueAnew() const;
    /// The answer to RunRequests::previewContinuation().
    void setCarryPreview(const CarryPreview &preview);
    CarrySheet *carrySheet() const { return m_carrySheet; }
    /// Checks the run's journal and shows in place of the step what came of it.
    void openVerify();
    /// The answer to RunRequests::verifyRun().
    void setVerifyReport(const QString &run, const Result<VerifyReport> &report);
    VerifySheet *verifySheet() const { return m_verifySheet; }
    /// The step cannot be marked as done before these of its outputs are said.
    void askForOutputs(const QString &run, const QString &step, const QString &instance,
                       const QStringList &names, const QString &why);
    /// In which data such as titles of another checklist is shown; "en", "pt_BR".
    void setLanguage(const QString &language);

    QString placeTitle() const override;
    QString placeNote() const override;
    void find() override;
    void lookAgain() override;
    bool stepBack() override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createLeft();
    QWidget *createRight();
    void connectSheet();
    void connectSheets();
    void select(const QString &step, const QString &instance);
    void showStep();
    void openSheet(RunSheet *sheet);
    void closeSheet();
    void showMore();
    void showProblem();
    void showActions();
    QList<Span> sentence() const;
    QList<ActionItem> actions() const;
    ActionItem primaryAction() const;
    QList<ActionItem> driveActions() const;
    QList<ActionItem> followUpActions() const;
    bool isOver() const;
    QList<Span> undoingSentence() const;
    QList<MarkedText> fallingWith(const StepView &step) const;
    void askToGoAgain();
    bool mayDrive() const;
    void act(const QString &id);
    void ask(const QString &id);
    void answer(const QString &id, const QString &words);
    void showRail(bool isShown);

    const Clock *m_clock;
    RunRequests *m_requests;
    RunView m_run;
    QString m_step;
    QString m_instance;
    bool m_isFollowing = true;
    bool m_isNarrow = false;
    QSplitter *m_splitter;
    QWidget *m_left;
    RailView *m_rail;
    Button *m_cancel;
    Button *m_undo;
    DotsButton *m_more;
    Button *m_railToggle;
    QWidget *m_toggleBox;
    QWidget *m_noticeBox;
    NoticeBar *m_problem;
    NoticeBar *m_notice;
    StepSheet *m_sheet;
    UndoSheet *m_undoSheet;
    CarrySheet *m_carrySheet;
    VerifySheet *m_verifySheet;
    RunSheet *m_over = nullptr; ///< what is shown in place of the step; nullptr: the step
    AskStrip *m_ask;
    ActionBar *m_bar;
};

} // namespace Slipway
