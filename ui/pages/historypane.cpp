// SPDX-License-Identifier: MIT
#include "ui/pages/historypane.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/button.h"
#include "ui/parts/layouts.h"
#include "ui/parts/text.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace Slipway {

namespace {

Mark markOfOutcome(const QString &outcome)
{
    for (const StepState state : {StepState::Succeeded, StepState::Failed, StepState::Cancelled,
                                  StepState::Running, StepState::InDoubt}) {
        if (stateName(state) == outcome)
            return markOf(state);
    }
    return Mark::ToDo;
}

} // namespace

HistoryPane::HistoryPane(const Clock *clock, QWidget *parent)
    : StepPane(parent)
    , m_clock(clock)
    , m_note(new QLineEdit)
    , m_add(new Button)
    , m_list(new QVBoxLayout)
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(16), 0, theme().px(28));
    body->setSpacing(theme().px(16));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_note->setMaximumWidth(theme().px(560));
    row->addWidget(m_note, 1000);
    row->addWidget(m_add);
    row->addStretch(1);
    body->addLayout(row);
    m_list->setSpacing(theme().px(12));
    body->addLayout(m_list);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connect(m_add, &Button::clicked, this, &HistoryPane::add);
    connect(m_note, &QLineEdit::returnPressed, this, &HistoryPane::add);
    connect(m_note, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    m_add->setEnabled(false);
    retranslate();
}

void HistoryPane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    if (!isSame)
        m_note->clear();
    const QList<Row> rows = rowsOf(step);
    if (rows == m_rows)
        return;
    m_rows = rows;
    rebuild();
}

QString HistoryPane::titleOf(const AttemptView &attempt)
{
    const QString outcome = attempt.outcome == QLatin1String("not-done")
                                ? tr("It did not happen")
                                : markText(markOfOutcome(attempt.outcome));
    const QString number = QString::number(attempt.number);
    if (attempt.undoes == 0)
        return tr("Attempt %1 · %2").arg(number, outcome);
    if (attempt.outcome == QLatin1String("succeeded"))
        return tr("Attempt %1 · Undid attempt %2").arg(number).arg(attempt.undoes);
    return tr("Attempt %1 · Undo of attempt %2 · %3")
        .arg(number, QString::number(attempt.undoes), outcome);
}

HistoryPane::Row HistoryPane::rowOf(const AttemptView &attempt) const
{
    QStringList parts{StepWords::moment(attempt.startedAt, m_clock->now())};
    if (attempt.finishedAt > attempt.startedAt)
        parts.append(tr("took %1").arg(shortDuration(attempt.finishedAt - attempt.startedAt)));
    if (attempt.how == QLatin1String("attached"))
        parts.append(tr("went on while the window was closed"));
    else if (attempt.how == QLatin1String("probe"))
        parts.append(tr("found out by looking afterwards"));
    if (attempt.undoneBy > 0)
        parts.append(tr("undone by attempt %1").arg(attempt.undoneBy));
    else if (attempt.isSuperseded)
        parts.append(tr("counts no more: it was begun anew"));
    if (!attempt.error.isEmpty())
        parts.append(attempt.error);
    const bool isUndo = attempt.undoes > 0 && attempt.outcome == QLatin1String("succeeded");
    const bool isWarned = attempt.outcome == QLatin1String("succeeded") && !attempt.error.isEmpty();
    return {attempt.startedAt,
            {isUndo     ? Mark::Undone
             : isWarned ? Mark::Warned
                        : markOfOutcome(attempt.outcome),
             titleOf(attempt),
             parts.join(QString::fromUtf8(" · ")),
             {}}};
}

/// What people said has no mark: only attempts have an outcome.
QList<HistoryPane::Row> HistoryPane::rowsOf(const StepView &step) const
{
    QList<Row> rows;
    for (const AttemptView &attempt : step.attempts)
        rows.append(rowOf(attempt));
    for (const NoteView &note : step.notes) {
        const QString detail = QStringLiteral("%1 · %2").arg(
            StepWords::moment(note.time, m_clock->now()), note.author);
        rows.append({note.time, {{}, note.what, detail, {}}});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.time > b.time; });
    return rows;
}

void HistoryPane::rebuild()
{
    clearLayout(m_list);
    for (const Row &row : std::as_const(m_rows)) {
        m_list->addWidget(new MarkedRow(row.text));
    }
}

void HistoryPane::add()
{
    const QString text = m_note->text().trimmed();
    if (text.isEmpty())
        return;
    m_note->clear();
    Q_EMIT noteAdded(text);
}

void HistoryPane::retranslate()
{
    m_note->setPlaceholderText(tr("A note for those who read this run later"));
    m_note->setAccessibleName(m_note->placeholderText());
    m_add->setLabel(tr("Add the note"));
    m_rows = rowsOf(m_step);
    rebuild();
}

} // namespace Slipway
