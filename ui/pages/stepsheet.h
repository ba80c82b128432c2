// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/runview.h"
#include "ui/pages/objectreader.h"
#include "ui/parts/tabbar.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace Slipway {

class ChangesPane;
class ConflictsPane;
class DoubtPane;
class EvidencePane;
class GatePane;
class HistoryPane;
class ImagesPane;
class LogPane;
class ManualPane;
class PackagesPane;
class SecretsPane;
class StepPane;
class TitleBlock;
class WhatPane;

/// The page of one step: title, state, help, and what there is to see in tabs. The first tab is
/// what the step is about: what it does, what to check, what to do by hand, what was found. The
/// tab is chosen by the step's state until somebody chooses one.
class StepSheet final : public QWidget
{
    Q_OBJECT

public:
    StepSheet(const Clock *clock, const ObjectReader &reader, QWidget *parent = nullptr);

    void setStep(const StepView &step);
    const StepView &step() const { return m_step; }
    void retranslate();
    void find();
    bool stepBack();
    void showTab(const QString &id); ///< "main", "output", "changes", …
    QString currentTab() const;

    GatePane *gate() const { return m_gate; }
    ManualPane *manual() const { return m_manual; }
    DoubtPane *doubt() const { return m_doubt; }
    ConflictsPane *conflicts() const { return m_conflicts; }
    ImagesPane *images() const { return m_images; }
    SecretsPane *secrets() const { return m_secrets; }
    HistoryPane *history() const { return m_history; }
    WhatPane *what() const { return m_what; }
    LogPane *output() const { return m_output; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QList<TabItem> tabs() const;
    QString mainLabel() const;
    StepPane *mainPane() const;
    QString fittingTab() const;
    void showPane();
    void updateTabs();
    void updateHead();
    void updateClock();

    const Clock *m_clock;
    StepView m_step;
    bool m_hasStep = false;
    bool m_wasPicked = false; ///< somebody chose the tab that is shown
    TitleBlock *m_title;
    TabBar *m_tabs;
    QStackedWidget *m_stack;
    WhatPane *m_what;
    GatePane *m_gate;
    DoubtPane *m_doubt;
    ConflictsPane *m_conflicts;
    ImagesPane *m_images;
    ManualPane *m_manual;
    SecretsPane *m_secrets;
    LogPane *m_output;
    ChangesPane *m_changes;
    PackagesPane *m_packages;
    EvidencePane *m_evidence;
    HistoryPane *m_history;
    QTimer m_second;
};

} // namespace Slipway
