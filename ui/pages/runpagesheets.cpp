// SPDX-License-Identifier: MIT
// What the run's page shows in place of a step: an undo, a continuation, a check of the journal.
#include "ui/pages/carrysheet.h"
#include "ui/pages/manualpane.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/undosheet.h"
#include "ui/pages/verifysheet.h"
#include "ui/parts/dotsbutton.h"

#include <QMenu>

namespace Slipway {

void RunPage::connectSheets()
{
    for (RunSheet *sheet :
         std::initializer_list<RunSheet *>{m_undoSheet, m_carrySheet, m_verifySheet}) {
        connect(sheet, &RunSheet::changed, this, &RunPage::showActions);
        connect(sheet, &RunSheet::left, this, &RunPage::stepBack);
    }
    connect(m_undoSheet, &UndoSheet::previewWanted, m_requests, &RunRequests::previewUndo);
    connect(m_undoSheet, &UndoSheet::runLinked, m_requests, &RunRequests::openRun);
    connect(m_undoSheet, &UndoSheet::undoWanted, this,
            [this](const QString &run, const QString &to, bool leaveImpossible) {
                Q_EMIT m_requests->undoRun(run, to, leaveImpossible);
                m_isFollowing = true;
                closeSheet();
                showStep();
            });
    connect(m_carrySheet, &CarrySheet::previewWanted, m_requests,
            &RunRequests::previewContinuation);
    connect(m_carrySheet, &CarrySheet::continueWanted, m_requests, &RunRequests::startContinuation);
    connect(m_verifySheet, &VerifySheet::verifyWanted, m_requests, &RunRequests::verifyRun);
}

void RunPage::openSheet(RunSheet *sheet)
{
    m_ask->close();
    closeSheet();
    showNotice({});
    m_over = sheet;
    sheet->show();
    sheet->open(m_run);
    showStep();
    if (m_isNarrow)
        showRail(false);
}

void RunPage::closeSheet()
{
    if (m_over)
        m_over->hide();
    m_over = nullptr;
}

void RunPage::openUndo()
{
    if (m_run.canUndo)
        openSheet(m_undoSheet);
}

void RunPage::setUndoPreview(const UndoPreview &preview)
{
    m_undoSheet->setPreview(preview);
}

bool RunPage::canContinueAnew() const
{
    return !m_run.id.isEmpty() && m_run.continuedBy.isEmpty() && !m_run.isDrivenElsewhere &&
           !m_run.undo && m_run.state != RunState::Running && m_run.state != RunState::InDoubt;
}

void RunPage::openContinuation()
{
    if (canContinueAnew())
        openSheet(m_carrySheet);
}

void RunPage::setCarryPreview(const CarryPreview &preview)
{
    m_carrySheet->setPreview(preview);
}

void RunPage::openVerify()
{
    if (!m_run.id.isEmpty())
        openSheet(m_verifySheet);
}

void RunPage::setVerifyReport(const QString &run, const Result<VerifyReport> &report)
{
    m_verifySheet->setReport(run, report);
}

void RunPage::askForOutputs(const QString &run, const QString &step, const QString &instance,
                            const QStringList &names, const QString &why)
{
    if (run != m_run.id || step != m_step || instance != m_instance ||
        !m_sheet->manual()->askFor(names))
        showNotice(why);
}

void RunPage::setLanguage(const QString &language)
{
    m_carrySheet->setLanguage(language);
    m_sheet->manual()->setLanguage(language);
}

void RunPage::showMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Check the journal")), &QAction::triggered, this,
            &RunPage::openVerify);
    QAction *anew = menu->addAction(tr("Continue with a changed checklist…"));
    anew->setEnabled(canContinueAnew());
    connect(anew, &QAction::triggered, this, &RunPage::openContinuation);
    menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace Slipway
