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

class NoticeBar;
class RailView;
class StepSheet;
class UndoSheet;
struct UndoPreview;

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
    /// Shows in place of the step what could be undone, until it is asked for or left.
    void openUndo();
    /// The answer to RunRequests::previewUndo().
    void setUndoPreview(const UndoPreview &preview);
    UndoSheet *undoSheet() const { return m_undoSheet; }

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
    void select(const QString &step, const QString &instance);
    void showStep();
    void showUndo(bool isShown);
    void showProblem();
    void showActions();
    QList<Span> sentence() const;
    QList<ActionItem> actions() const;
    ActionItem primaryAction() const;
    QList<ActionItem> driveActions() const;
    QList<ActionItem> undoActions() const;
    QList<Span> undoSentence() const;
    QList<MarkedText> fallingWith(const StepView &step) const;
    void askToGoAgain();
    void undo();
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
    Button *m_railToggle;
    QWidget *m_toggleBox;
    QWidget *m_noticeBox;
    NoticeBar *m_problem;
    NoticeBar *m_notice;
    StepSheet *m_sheet;
    UndoSheet *m_undoSheet;
    AskStrip *m_ask;
    ActionBar *m_bar;
};

} // namespace Slipway
