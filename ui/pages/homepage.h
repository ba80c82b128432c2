// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/runview.h"
#include "ui/pages/checklistcard.h"
#include "ui/pages/page.h"

#include <QTimer>

class QStackedWidget;

namespace Slipway {

class AllRuns;
class Card;
class ChecklistCards;
class EmptyState;
class RunsFilter;
class RunsList;
class RunsModel;
class SectionHeading;
class ToolCard;
class WaitingList;

/// Where one starts: what waits for you, the runs, the checklists.
class HomePage final : public Page
{
    Q_OBJECT

public:
    explicit HomePage(const Clock *clock, QWidget *parent = nullptr); // not owned, lives longer

    void setHome(const QList<WaitingItem> &waiting, const QList<RunSummary> &runs,
                 const QList<ChecklistCard> &checklists);
    void showAllRuns(bool isShown);

    QString placeTitle() const override;
    void find() override;
    bool stepBack() override;

Q_SIGNALS:
    /// step is null to open the run where it needs attention.
    void openRun(const QString &runId, const QString &step, const QString &instance);
    void startChecklist(const QString &file);
    void openChecklistFile(); ///< asks for a file to choose
    void comparePackages();

protected:
    void retranslate() override;

private:
    QWidget *createOverview();
    void connectParts();
    void showCounts();

    RunsModel *m_model;
    RunsFilter *m_recent;
    SectionHeading *m_waitingHeading;
    WaitingList *m_waiting;
    SectionHeading *m_runsHeading;
    RunsList *m_runs;
    EmptyState *m_noRuns;
    SectionHeading *m_startHeading;
    ChecklistCards *m_cards;
    ToolCard *m_compare;
    AllRuns *m_all;
    QStackedWidget *m_stack;
    QTimer m_minute;
    int m_waitingCount = 0;
    bool m_hasChecklists = false;
};

} // namespace Slipway
