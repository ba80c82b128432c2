// SPDX-License-Identifier: MIT
#include "ui/pages/plancolumn.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/noticebar.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Slipway {

PlanColumn::PlanColumn(QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBar)
    , m_summary(new ProseLabel)
    , m_facts(new FactTable)
    , m_undoRow(new QWidget)
    , m_undoIcon(new StateIcon)
    , m_undo(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_parts(new QVBoxLayout)
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(16), 0, theme().px(28));
    body->setSpacing(theme().px(12));
    m_parts->setSpacing(theme().px(12));
    m_summary->setMaximumTextWidth(760);
    m_undo->setMaximumTextWidth(760);
    auto *undoLine = new QHBoxLayout(m_undoRow);
    undoLine->setContentsMargins(0, 0, 0, 0);
    undoLine->setSpacing(theme().px(8));
    m_undoIcon->setFixedHeight(theme().lineHeight(Theme::Role::Body)); // at its first line
    undoLine->addWidget(m_undoIcon, 0, Qt::AlignTop);
    undoLine->addWidget(m_undo, 1);
    body->addWidget(m_notice);
    body->addWidget(m_summary);
    body->addWidget(m_facts);
    body->addWidget(m_undoRow);
    body->addLayout(m_parts);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    m_notice->hide();
    m_undoRow->hide();
}

void PlanColumn::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
}

void PlanColumn::setFacts(const QList<FactRow> &facts)
{
    m_facts->setRows(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void PlanColumn::setUndoNote(const std::optional<UndoNoteView> &note)
{
    m_undoRow->setVisible(note.has_value());
    if (!note)
        return;
    m_undo->setText(StepWords::undoNote(*note));
    m_undoIcon->setMark(StepWords::undoMark(note->can));
}

void PlanColumn::addPart(QWidget *part)
{
    m_parts->addWidget(part);
}

void PlanColumn::addParts(QLayout *parts)
{
    m_parts->addLayout(parts);
}

bool PlanColumn::isEmpty() const
{
    return m_notice->isHidden() && m_summary->isHidden() && m_facts->isHidden();
}

} // namespace Slipway
