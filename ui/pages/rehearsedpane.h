// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/rehearsal.h"

#include <QWidget>

class QVBoxLayout;

namespace Slipway {

class PlanColumn;
class SectionHeading;

/// What one step of a rehearsal would do: why it waits or would fail, one sentence, facts, the
/// commands as a terminal would take them, what would be asked, and whether it can be undone.
class RehearsedPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RehearsedPane(QWidget *parent = nullptr);

    void setStep(const RehearsedStep &step);
    void retranslate();

private:
    void showNotice();
    void showFacts();
    void showUndoNote();
    void showLines(SectionHeading *heading, QVBoxLayout *column, const QList<QStringList> &lines);

    RehearsedStep m_step;
    PlanColumn *m_plan;
    SectionHeading *m_commandsHeading;
    QVBoxLayout *m_commands;
    SectionHeading *m_questionsHeading;
    QVBoxLayout *m_questions;
};

} // namespace Slipway
