// SPDX-License-Identifier: MIT
#include "ui/pages/conflictview.h"

#include "ui/diff/diffcanvas.h"
#include "ui/diff/diffcomparer.h"
#include "ui/pages/conflictlist.h"
#include "ui/parts/button.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/rule.h"
#include "ui/parts/tabbar.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>

namespace Slipway {

namespace {
const QString sides = QStringLiteral("sides");
const QString baseAndOurs = QStringLiteral("base-ours");
const QString baseAndTheirs = QStringLiteral("base-theirs");
} // namespace

ConflictView::ConflictView(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(Theme::Role::Strong))
    , m_counts(new TextLabel(Theme::Role::Small, Ink::Second))
    , m_takeOurs(new Button)
    , m_takeTheirs(new Button)
    , m_compared(new TabBar)
    , m_comparer(new DiffComparer(this))
    , m_canvas(new DiffCanvas)
    , m_remark(new EmptyState)
    , m_notice(new NoticeBar)
    , m_result(new QWidget)
    , m_place(new TextLabel(Theme::Role::Strong))
    , m_previous(new Button(QStringLiteral("\u2191"), Button::Kind::Quiet))
    , m_next(new Button(QStringLiteral("\u2193"), Button::Kind::Quiet))
    , m_ours(new ToggleChip)
    , m_theirs(new ToggleChip)
    , m_both(new ToggleChip)
    , m_use(new Button)
    , m_editor(new ConflictEditor)
    , m_split(new QSplitter(Qt::Vertical))
{
    auto *above = new QWidget;
    auto *compared = new QVBoxLayout(above);
    compared->setContentsMargins(0, 0, 0, 0);
    compared->setSpacing(0);
    compared->addWidget(m_canvas, 1);
    compared->addWidget(m_remark, 1);
    auto *below = new QVBoxLayout(m_result);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(new Rule);
    below->addWidget(createStrip());
    below->addWidget(m_editor, 1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(above);
    m_split->addWidget(m_result);
    m_split->setSizes({theme().px(260), theme().px(260)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createHead());
    column->addWidget(new Rule);
    column->addWidget(m_notice);
    column->addWidget(m_split, 1);
    connectParts();
    retranslate();
}

QWidget *ConflictView::createHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    row->addWidget(m_title, 1);
    row->addWidget(m_counts);
    row->addWidget(m_takeOurs);
    row->addWidget(m_takeTheirs);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(theme().px(16), theme().px(8), theme().px(16), 0);
    column->setSpacing(theme().px(4));
    column->addLayout(row);
    column->addWidget(m_compared);
    return head;
}

QWidget *ConflictView::createStrip()
{
    auto *strip = new QWidget;
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(theme().px(16), theme().px(6), theme().px(16), theme().px(6));
    row->setSpacing(theme().px(8));
    row->addWidget(m_place);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_ours);
    row->addWidget(m_theirs);
    row->addWidget(m_both);
    row->addStretch(1);
    row->addWidget(m_use);
    return strip;
}

void ConflictView::connectParts()
{
    connect(m_takeOurs, &Button::clicked, this, [this] { takeSide(MergeSide::Ours); });
    connect(m_takeTheirs, &Button::clicked, this, [this] { takeSide(MergeSide::Theirs); });
    connect(m_compared, &TabBar::currentIdChanged, this, &ConflictView::compare);
    connect(m_comparer, &DiffComparer::compared, this,
            [this](int, const std::shared_ptr<const DiffedFile> &file) {
                m_canvas->setFile(file);
                const bool hasLines = !file->diff.isBinary && !file->diff.isEqual;
                m_canvas->setVisible(hasLines);
                m_remark->setVisible(!hasLines);
                if (!hasLines)
                    m_remark->set(file->diff.isBinary ? tr("Not a text file") : tr("No difference"),
                                  whySideOnly());
                goTo(m_current);
            });
    connect(m_previous, &Button::clicked, this, [this] { goTo(m_current - 1); });
    connect(m_next, &Button::clicked, this, [this] { goTo(m_current + 1); });
    using Choice = ConflictEditor::Choice;
    connect(m_ours, &ToggleChip::clicked, this, [this] { choose(Choice::Ours); });
    connect(m_theirs, &ToggleChip::clicked, this, [this] { choose(Choice::Theirs); });
    connect(m_both, &ToggleChip::clicked, this, [this] { choose(Choice::Both); });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ConflictView::showState);
    connect(m_use, &Button::clicked, this, &ConflictView::useResult);
}

void ConflictView::setTexts(const ConflictTexts &texts, const MergeConflicts &conflicts,
                            const QString &take)
{
    const bool isSame =
        texts.file.path == m_texts.file.path && texts.file.id == m_texts.file.id && take == m_take;
    m_texts = texts;
    m_conflicts = conflicts;
    m_take = take;
    if (isSame) {
        showState();
        return;
    }
    m_current = 0;
    m_isText = false;
    if (texts.file.isText && texts.error.isEmpty())
        m_isText = texts.decided
                       ? m_editor->setDecided(*texts.decided)
                       : m_editor->setChunks(texts.chunks, conflicts.ours, conflicts.theirs);
    m_result->setVisible(m_isText);
    retranslate();
    compare();
    goTo(0);
}

void ConflictView::clear(const QString &sentence)
{
    m_texts = {};
    m_take.clear();
    m_isText = false;
    m_result->hide();
    m_canvas->hide();
    m_remark->show();
    m_remark->set(sentence, {});
    showState();
}

void ConflictView::compare()
{
    const QString id = m_compared->currentId();
    const QByteArray &left = id == sides ? m_texts.ours : m_texts.base;
    const QByteArray &right = id == baseAndOurs ? m_texts.ours : m_texts.theirs;
    m_comparer->compare({DiffFile{m_texts.file.path, left, right, {}, false, false}});
}

/// Why there is no result to edit; empty if there is.
QString ConflictView::whySideOnly() const
{
    if (!m_texts.error.isEmpty())
        return m_texts.error.translated();
    if (m_isText || m_texts.file.path.isEmpty())
        return {};
    if (m_texts.file.kind == MergeConflict::Kind::Whole)
        return tr("This file is never merged line by line: take it whole from one side.");
    if (m_texts.file.ours.mode == 0 || m_texts.file.theirs.mode == 0)
        return tr("One side has no such file: keep it, or let it go.");
    return tr("This file cannot be edited here without harm to its bytes: take it whole from one "
              "side, or mend it in the folder.");
}

void ConflictView::takeSide(MergeSide side)
{
    if (!m_texts.file.path.isEmpty())
        Q_EMIT answered(m_texts.file.path, MergeAnswer::side(m_texts.file, side), std::nullopt);
}

void ConflictView::useResult()
{
    if (m_isText && m_editor->openConflicts() == 0)
        Q_EMIT answered(m_texts.file.path, MergeAnswer::text(m_texts.file), m_editor->bytes());
}

void ConflictView::choose(ConflictEditor::Choice choice)
{
    if (m_current < 0 || m_current >= m_editor->conflicts())
        return;
    m_editor->choose(m_current, choice);
    for (int step = 1; step < m_editor->conflicts(); ++step) {
        const int next = (m_current + step) % m_editor->conflicts();
        if (m_editor->choice(next) == ConflictEditor::Choice::Open) {
            goTo(next);
            return;
        }
    }
    goTo(m_current);
}

void ConflictView::goTo(int conflict)
{
    m_current = qBound(0, conflict, qMax(0, m_editor->conflicts() - 1));
    if (m_isText && m_current < m_editor->conflicts()) {
        m_editor->showConflict(m_current);
        const bool isLeftOurs = m_compared->currentId() == sides;
        if (isLeftOurs)
            m_canvas->showLine(m_editor->lineIn(m_current, true), true);
        else
            m_canvas->showLine(m_editor->lineIn(m_current, m_compared->currentId() == baseAndOurs),
                               false);
    }
    showState();
}

void ConflictView::showState()
{
    const bool hasFile = !m_texts.file.path.isEmpty();
    m_title->setText(m_texts.file.path);
    m_takeOurs->setVisible(hasFile);
    m_takeTheirs->setVisible(hasFile);
    m_compared->setVisible(hasFile && m_texts.file.isText);
    const QString why = whySideOnly();
    m_notice->setVisible(!why.isEmpty() && m_canvas->isVisibleTo(this));
    if (!why.isEmpty())
        m_notice->set(Tone::Accent, why);
    if (!m_isText) {
        m_counts->setText(hasFile ? ConflictListModel::kindText(m_texts.file.kind, m_conflicts)
                                  : QString());
        return;
    }
    const int count = m_editor->conflicts();
    const int open = m_editor->openConflicts();
    m_counts->setText(count == 0 ? tr("as it was decided")
                      : open > 0 ? tr("%n conflict(s) left", nullptr, open)
                                 : tr("nothing left to decide"));
    const bool hasConflicts = count > 0;
    m_place->setText(hasConflicts ? tr("Conflict %1 of %2").arg(m_current + 1).arg(count)
                                  : tr("Result"));
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_previous, m_next, m_ours, m_theirs, m_both})
        part->setVisible(hasConflicts);
    m_previous->setEnabled(m_current > 0);
    m_next->setEnabled(m_current + 1 < count);
    const auto choice = hasConflicts ? m_editor->choice(m_current) : ConflictEditor::Choice::Edited;
    m_ours->setChecked(choice == ConflictEditor::Choice::Ours);
    m_theirs->setChecked(choice == ConflictEditor::Choice::Theirs);
    m_both->setChecked(choice == ConflictEditor::Choice::Both);
    m_use->setEnabled(open == 0);
}

void ConflictView::retranslate()
{
    const QString &ours = m_conflicts.ours;
    const QString &theirs = m_conflicts.theirs;
    const auto sideLabel = [](const QString &name, bool isThere) {
        return isThere ? tr("Take all of %1").arg(name) : tr("Delete it, as %1").arg(name);
    };
    m_takeOurs->setLabel(sideLabel(ours, m_texts.file.ours.mode != 0));
    m_takeTheirs->setLabel(sideLabel(theirs, m_texts.file.theirs.mode != 0));
    m_compared->setTabs({{sides, tr("%1 and %2").arg(ours, theirs), {}},
                         {baseAndOurs, tr("Before and %1").arg(ours), {}},
                         {baseAndTheirs, tr("Before and %1").arg(theirs), {}}});
    m_previous->setAccessibleName(tr("Previous conflict"));
    m_next->setAccessibleName(tr("Next conflict"));
    m_ours->setLabel(ours);
    m_theirs->setLabel(theirs);
    m_both->setLabel(tr("Both"));
    m_use->setLabel(tr("Use this result"));
    m_editor->setAccessibleName(tr("Result"));
    showState();
}

void ConflictView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Slipway
