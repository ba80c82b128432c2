// SPDX-License-Identifier: MIT
#include "ui/pages/undosheet.h"

#include "ui/pages/stepwords.h"
#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/markedrow.h"
#include "ui/parts/sectionheading.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/titleblock.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace Slipway {

namespace {

const QLatin1String undoAction("undo");
const QLatin1String leaveAction("leave-undo");

/// What was done, then whether and how it is undone.
MarkedText textOf(const UndoItem &item)
{
    const UndoNoteView note{item.note.can, item.note.text.translated()};
    QStringList lines;
    if (!item.summary.isEmpty())
        lines.append(item.summary.translated());
    lines.append(StepWords::undoNote(note));
    MarkedText text{StepWords::undoMark(note.can), item.title, lines.join(u'\n'), {}};
    if (note.can == UndoNote::Can::No)
        text.chip = {UndoSheet::tr("stays"), Tone::Needs};
    else if (item.attempt > 0)
        text.chip = {UndoSheet::tr("attempt %1").arg(item.attempt), Tone::Plain};
    return text;
}

} // namespace

UndoSheet::UndoSheet(QWidget *parent)
    : RunSheet(parent)
    , m_title(new TitleBlock)
    , m_howFar(new TextLabel(Theme::Role::Body, Ink::Second))
    , m_to(new QComboBox)
    , m_heading(new SectionHeading)
    , m_items(new Card)
    , m_empty(new EmptyState)
    , m_leave(new QCheckBox)
{
    auto *head = new QVBoxLayout;
    head->addWidget(m_title);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    row->addWidget(m_howFar);
    row->addWidget(m_to, 1);
    row->addStretch(1);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_to->setMaximumWidth(theme().px(480));
    m_howFar->setBuddy(m_to);
    head->addLayout(row);
    QVBoxLayout *body = layOut(head);
    for (QWidget *part : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_items),
                          static_cast<QWidget *>(m_leave), static_cast<QWidget *>(m_empty)})
        body->addWidget(part);
    body->addStretch(1);
    m_title->setMark(Mark::Undone);
    connect(m_to, &QComboBox::currentIndexChanged, this, &UndoSheet::ask);
    connect(m_leave, &QCheckBox::toggled, this, &UndoSheet::changed);
    retranslate();
}

void UndoSheet::open(const RunView &run)
{
    m_run = run;
    m_leave->setChecked(false);
    showChoices();
    ask();
}

void UndoSheet::setRun(const RunView &run)
{
    m_run.canUndo = run.canUndo;
    Q_EMIT changed();
}

/// Everything, or what came after a step that was begun.
void UndoSheet::showChoices()
{
    const QString chosen = to();
    const QSignalBlocker quiet(m_to);
    m_to->clear();
    m_to->addItem(tr("everything that this run did"), QString());
    for (const StageView &stage : std::as_const(m_run.stages)) {
        for (const StepView &step : stage.steps) {
            if (step.state != StepState::Pending && step.state != StepState::Undone)
                m_to->addItem(tr("all that came after “%1”").arg(step.title), step.id);
        }
    }
    m_to->setCurrentIndex(qMax(0, m_to->findData(chosen)));
}

void UndoSheet::ask()
{
    m_hasPreview = false;
    showItems();
    if (!m_run.id.isEmpty())
        Q_EMIT previewWanted(m_run.id, to());
    Q_EMIT changed();
}

void UndoSheet::setPreview(const UndoPreview &preview)
{
    if (preview.run != m_run.id || preview.to != to())
        return;
    m_preview = preview;
    m_hasPreview = true;
    showItems();
    Q_EMIT changed();
}

void UndoSheet::showItems()
{
    const bool isAny = m_hasPreview && !m_preview.items.isEmpty();
    m_items->clearRows();
    if (isAny) {
        for (const UndoItem &item : std::as_const(m_preview.items))
            m_items->addRow(createRow(item));
    }
    m_items->setVisible(isAny);
    m_heading->setVisible(isAny);
    m_empty->setVisible(m_hasPreview && !isAny);
    m_leave->setVisible(impossible() > 0);
    m_leave->setText(tr("Leave in place what cannot be undone (%1)").arg(impossible()));
}

/// What an earlier run did has a way to that run.
QWidget *UndoSheet::createRow(const UndoItem &item)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10));
    line->setSpacing(theme().px(16));
    line->addWidget(new MarkedRow(textOf(item)), 1);
    if (!item.run.isEmpty()) {
        auto *link = new LinkLabel(tr("Open run %1").arg(shortRunId(item.run)));
        connect(link, &LinkLabel::clicked, this, [this, key = item.key, run = item.run] {
            Q_EMIT runLinked(run, key.step, key.instance);
        });
        line->addWidget(link, 0, Qt::AlignTop);
    }
    return row;
}

QString UndoSheet::to() const
{
    return m_to->currentData().toString();
}

bool UndoSheet::leavesImpossible() const
{
    return m_leave->isChecked();
}

int UndoSheet::possible() const
{
    return m_hasPreview ? int(m_preview.attempts().size()) : 0;
}

int UndoSheet::impossible() const
{
    return m_hasPreview ? int(m_preview.impossible().size()) : 0;
}

bool UndoSheet::isReady() const
{
    return possible() > 0 && (impossible() == 0 || leavesImpossible());
}

QString UndoSheet::sentence() const
{
    if (!hasPreview())
        return tr("Looking at what the run did…");
    if (possible() == 0)
        return tr("Nothing of this can be undone.");
    if (!isReady())
        return tr("%1 of these cannot be undone: tick above that this may stay so.")
            .arg(impossible());
    return tr("The steps are then undone; they can be done again afterwards.");
}

QList<ActionItem> UndoSheet::actions() const
{
    const int count = possible();
    const QString label = count == 1  ? tr("Undo 1 effect")
                          : count > 1 ? tr("Undo %1 effects").arg(count)
                                      : tr("Undo");
    return {{leaveAction, tr("Never mind"), Button::Kind::Quiet, true, {}},
            {undoAction, label, Button::Kind::Primary, isReady() && m_run.canUndo, {}}};
}

void UndoSheet::act(const QString &id)
{
    if (id == undoAction)
        Q_EMIT undoWanted(m_run.id, to(), leavesImpossible());
    else
        Q_EMIT left();
}

void UndoSheet::retranslate()
{
    m_title->setTitle(tr("Undo what this run did"));
    m_title->setDescription(
        tr("The effects are reversed one after the other, the last one first. Before each, Slipway "
           "looks whether what it left is still there. Nothing happens until you say so below."));
    m_howFar->setText(tr("Undo"));
    m_to->setAccessibleName(tr("How far back"));
    m_heading->setTitle(tr("In this order"));
    m_empty->set(tr("There is nothing to undo"),
                 tr("None of these steps left anything behind, or it was undone already."));
    showChoices();
    showItems();
}

} // namespace Slipway
