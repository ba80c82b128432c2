// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/rehearsal.h"

#include <QWidget>

class QVBoxLayout;

namespace Slipway {

class FactTable;
class NoticeBar;
class ProseLabel;
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
    void showLines(SectionHeading *heading, QVBoxLayout *column, const QList<QStringList> &lines);

    RehearsedStep m_step;
    NoticeBar *m_notice;
    ProseLabel *m_summary;
    FactTable *m_facts;
    SectionHeading *m_commandsHeading;
    QVBoxLayout *m_commands;
    SectionHeading *m_questionsHeading;
    QVBoxLayout *m_questions;
    SectionHeading *m_undoHeading;
    ProseLabel *m_undo;
};

} // namespace Slipway
