// SPDX-License-Identifier: MIT
#include "ui/pages/stepsheet.h"

#include "ui/log/logpane.h"
#include "ui/pages/changespane.h"
#include "ui/pages/conflictspane.h"
#include "ui/pages/doubtpane.h"
#include "ui/pages/evidencepane.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/historypane.h"
#include "ui/pages/imagespane.h"
#include "ui/pages/manualpane.h"
#include "ui/pages/packagespane.h"
#include "ui/pages/secretspane.h"
#include "ui/pages/stepwords.h"
#include "ui/pages/whatpane.h"
#include "ui/parts/pagestack.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/titleblock.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Slipway {

namespace {

const QLatin1String mainTab("main");
const QLatin1String outputTab("output");
const QLatin1String changesTab("changes");
const QLatin1String packagesTab("packages");
const QLatin1String evidenceTab("evidence");
const QLatin1String historyTab("history");

bool isSameStep(const StepView &one, const StepView &other)
{
    return one.id == other.id && one.instance == other.instance;
}

} // namespace

StepSheet::StepSheet(const Clock *clock, const ObjectReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(new TitleBlock)
    , m_tabs(new TabBar)
    , m_stack(new PageStack)
    , m_what(new WhatPane(clock))
    , m_gate(new GatePane(clock, reader))
    , m_doubt(new DoubtPane(clock))
    , m_conflicts(new ConflictsPane(reader))
    , m_images(new ImagesPane(reader))
    , m_manual(new ManualPane)
    , m_secrets(new SecretsPane)
    , m_output(new LogPane)
    , m_changes(new ChangesPane(reader))
    , m_packages(new PackagesPane(reader))
    , m_evidence(new EvidencePane(reader))
    , m_history(new HistoryPane(clock))
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme().px(28), theme().px(20), theme().px(28), 0);
    head->setSpacing(theme().px(12));
    head->addWidget(m_title);
    head->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    QWidget *const panes[] = {m_what,    m_gate,   m_doubt,   m_conflicts, m_images,   m_manual,
                              m_secrets, m_output, m_changes, m_packages,  m_evidence, m_history};
    for (QWidget *pane : panes)
        m_stack->addWidget(pane);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &StepSheet::updateHead);
    connect(m_tabs, &TabBar::currentIdChanged, this, [this] {
        m_wasPicked = true;
        showPane();
    });
    connect(m_output, &LogPane::lineCountChanged, this, &StepSheet::updateTabs);
    connect(m_changes, &ChangesPane::countChanged, this, &StepSheet::updateTabs);
    retranslate();
}

StepPane *StepSheet::mainPane() const
{
    if (m_step.state == StepState::InDoubt && m_step.doubt)
        return m_doubt;
    if (ConflictsPane::hasConflicts(m_step))
        return m_conflicts;
    if (ImagesPane::hasImages(m_step))
        return m_images;
    if (m_step.isGate && m_step.gate)
        return m_gate;
    if (m_step.isManual && m_step.manual)
        return m_manual;
    if (!m_step.awaitedSecrets.isEmpty())
        return m_secrets;
    return m_what;
}

QString StepSheet::mainLabel() const
{
    const StepPane *pane = mainPane();
    if (pane == m_doubt || pane == m_gate)
        return tr("Decide");
    if (pane == m_images)
        return tr("Images");
    if (pane == m_conflicts)
        return tr("Conflicts");
    if (pane == m_manual)
        return tr("What to do");
    if (pane == m_secrets)
        return tr("What it needs");
    return tr("What it does");
}

void StepSheet::setStep(const StepView &step)
{
    const bool isSame = m_hasStep && isSameStep(step, m_step);
    const bool isSameState = isSame && step.state == m_step.state;
    m_step = step;
    m_hasStep = true;
    if (!isSame)
        m_wasPicked = false;
    StepPane *const panes[] = {mainPane(), m_changes, m_packages, m_evidence, m_history};
    for (StepPane *pane : panes)
        pane->setStep(step, isSame);
    if (mainPane() != m_manual)
        m_manual->stopAsking();
    m_output->setLog(step.logFile, step.isLive);
    updateTabs();
    if (!m_wasPicked && !isSameState) {
        const QSignalBlocker quiet(m_tabs); // nobody picked it
        m_tabs->setCurrentId(fittingTab());
    }
    m_tabs->setVisible(m_tabs->count() > 1);
    showPane();
    updateHead();
    updateClock();
}

/// A tab that comes or goes is nobody's choice: it must not count as picked.
void StepSheet::updateTabs()
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setTabs(tabs());
}

QList<TabItem> StepSheet::tabs() const
{
    QList<TabItem> tabs{{mainTab, mainLabel(), {}}};
    if (!m_step.logFile.isEmpty()) {
        const qint64 lines = m_output->lineCount();
        tabs.append({outputTab, tr("Output"),
                     lines == 1  ? tr("1 line")
                     : lines > 1 ? tr("%1 lines").arg(groupedNumber(lines))
                                 : QString()});
    }
    if (ChangesPane::hasChanges(m_step))
        tabs.append({changesTab, tr("Changes"), m_changes->countText()});
    if (PackagesPane::hasPackages(m_step))
        tabs.append({packagesTab, tr("Packages"), {}});
    if (!m_step.evidence.isEmpty())
        tabs.append({evidenceTab, tr("Evidence"), QString::number(m_step.evidence.size())});
    if (!m_step.attempts.isEmpty() || !m_step.notes.isEmpty())
        tabs.append({historyTab, tr("History"), {}});
    return tabs;
}

QString StepSheet::fittingTab() const
{
    if (m_step.state == StepState::Running && !m_step.logFile.isEmpty())
        return outputTab;
    const bool isMainPlain = mainPane() == m_what;
    const bool isDone = m_step.state == StepState::Succeeded;
    if (isMainPlain && isDone && ChangesPane::hasChanges(m_step))
        return changesTab;
    if (isMainPlain && isDone && PackagesPane::hasPackages(m_step))
        return packagesTab;
    return mainTab;
}

void StepSheet::showPane()
{
    const QString id = m_tabs->currentId();
    QWidget *pane = mainPane();
    if (id == outputTab)
        pane = m_output;
    else if (id == changesTab)
        pane = m_changes;
    else if (id == packagesTab)
        pane = m_packages;
    else if (id == evidenceTab)
        pane = m_evidence;
    else if (id == historyTab)
        pane = m_history;
    m_stack->setCurrentWidget(pane);
}

void StepSheet::showTab(const QString &id)
{
    m_tabs->setCurrentId(id);
    m_wasPicked = true;
    showPane();
}

QString StepSheet::currentTab() const
{
    return m_tabs->currentId();
}

void StepSheet::updateHead()
{
    if (!m_hasStep)
        return;
    m_title->setMark(StepWords::markOf(m_step));
    m_title->setTitle(StepWords::title(m_step));
    m_title->setChips(StepWords::chips(m_step, m_clock->now()));
    m_title->setDescription(StepWords::description(m_step));
}

void StepSheet::updateClock()
{
    const bool isTicking = m_step.state == StepState::Running || m_step.triesAgainAt > 0 ||
                           (m_step.gate && m_step.gate->deadline > 0);
    if (isTicking && isVisible())
        m_second.start();
    else
        m_second.stop();
}

void StepSheet::find()
{
    QWidget *pane = m_stack->currentWidget();
    if (auto *step = qobject_cast<StepPane *>(pane))
        step->find();
    else if (auto *field = pane->findChild<SearchField *>())
        field->setFocus(Qt::ShortcutFocusReason);
}

bool StepSheet::stepBack()
{
    auto *pane = qobject_cast<StepPane *>(m_stack->currentWidget());
    return pane && pane->stepBack();
}

void StepSheet::retranslate()
{
    StepPane *const panes[] = {m_what,    m_gate,    m_doubt,    m_conflicts, m_images, m_manual,
                               m_secrets, m_changes, m_packages, m_evidence,  m_history};
    for (StepPane *pane : panes)
        pane->retranslate();
    m_output->setEmptyText(tr("No output yet"),
                           tr("What the program says appears here as soon as it says something."));
    if (!m_hasStep)
        return;
    updateTabs();
    updateHead();
}

void StepSheet::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateClock();
}

void StepSheet::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateClock();
}

} // namespace Slipway
