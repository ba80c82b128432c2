// SPDX-License-Identifier: MIT
#include "ui/pages/gatepane.h"

#include "ui/pages/evidencecloseup.h"
#include "ui/pages/evidencepane.h"
#include "ui/pages/gateside.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"

#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Slipway {

namespace {

constexpr int sideBesideFrom = 760; // narrower than this, the side goes below the items

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

GatePane::GatePane(const Clock *clock, const ObjectReader &reader, QWidget *parent)
    : StepPane(parent)
    , m_stack(new QStackedWidget)
    , m_closeUp(new EvidenceCloseUp(reader))
    , m_notice(new NoticeBar)
    , m_itemsHeading(new SectionHeading)
    , m_itemRows(new QVBoxLayout)
    , m_evidenceHeading(new SectionHeading)
    , m_evidenceRows(new QVBoxLayout)
    , m_comment(new QPlainTextEdit)
    , m_side(new GateSide(clock))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_stack->addWidget(createBody());
    m_stack->addWidget(m_closeUp);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_closeUp, &EvidenceCloseUp::left, this, [this] { m_stack->setCurrentIndex(0); });
    connect(m_comment, &QPlainTextEdit::textChanged, this, &GatePane::changed);
    retranslate();
}

QWidget *GatePane::createBody()
{
    auto *main = new QWidget;
    auto *left = new QVBoxLayout(main);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(theme().px(2));
    m_itemRows->setSpacing(0);
    m_evidenceRows->setSpacing(0);
    left->addWidget(m_itemsHeading);
    left->addLayout(m_itemRows);
    left->addSpacing(theme().px(12));
    left->addWidget(m_comment);
    left->addSpacing(theme().px(16));
    left->addWidget(m_evidenceHeading);
    left->addLayout(m_evidenceRows);
    left->addStretch(1);
    m_comment->setFixedHeight(theme().px(56));
    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setTabChangesFocus(true);
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->addWidget(m_notice);
    m_columns->setSpacing(theme().px(32));
    m_columns->addWidget(main, 1);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    body->addLayout(m_columns);
    body->addStretch(1);
    m_notice->hide();
    return scroll;
}

bool GatePane::mayDecide() const
{
    return m_step.actions.contains(StepAction::Approve);
}

QString GatePane::shownKey() const
{
    if (!m_step.gate)
        return {};
    QStringList key{m_step.id, m_step.instance, QString::number(int(mayDecide())),
                    m_step.gate->eventHash};
    for (const GateItemView &item : m_step.gate->items)
        key.append(item.text);
    for (const EvidenceView &one : m_step.gate->evidence)
        key.append(one.title + one.evidence.digest + one.evidence.note);
    return key.join(QChar(0));
}

void GatePane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    if (!step.gate)
        return;
    m_side->setStep(step);
    const QString opened = step.gate->eventHash;
    const bool isReopened = isSame && !m_opened.isEmpty() && opened != m_opened;
    m_wasReopened = isReopened || (isSame && m_wasReopened);
    m_opened = opened;
    m_notice->setVisible(m_wasReopened);
    // What was said goes with the decision it was said to.
    if (!isSame || !mayDecide())
        m_comment->clear();
    if (!isSame)
        m_stack->setCurrentIndex(0);
    m_comment->setVisible(mayDecide());
    const QString key = shownKey();
    if (key == m_shown && isSame)
        return;
    m_shown = key;
    rebuild();
    Q_EMIT changed();
}

void GatePane::rebuild()
{
    clear(m_itemRows);
    clear(m_evidenceRows);
    m_items.clear();
    if (!m_step.gate)
        return;
    for (qsizetype i = 0; i < m_step.gate->items.size(); ++i)
        addItem(m_step.gate->items[i]);
    const QList<EvidenceView> others = otherEvidence();
    for (const EvidenceView &one : others)
        addEvidence(one);
    m_itemsHeading->setVisible(!m_items.isEmpty());
    m_evidenceHeading->setVisible(!others.isEmpty());
}

/// What is sealed but stands beside no item.
QList<EvidenceView> GatePane::otherEvidence() const
{
    QStringList shown;
    for (const GateItemView &item : m_step.gate->items) {
        for (const EvidenceView &one : item.evidence)
            shown.append(one.stepTitle + one.evidence.name + one.evidence.digest);
    }
    QList<EvidenceView> others;
    for (const EvidenceView &one : m_step.gate->evidence) {
        if (!shown.contains(one.stepTitle + one.evidence.name + one.evidence.digest))
            others.append(one);
    }
    return others;
}

void GatePane::addItem(const GateItemView &item)
{
    auto *row = new EvidenceRow;
    row->setTitle(item.text);
    QStringList details;
    QStringList links;
    for (const EvidenceView &one : item.evidence) {
        const QString title = evidenceTitle(one, m_step.title);
        details.append(one.evidence.note.isEmpty()
                           ? title
                           : QStringLiteral("%1 · %2").arg(title, one.evidence.note));
        links.append(item.evidence.size() == 1 ? tr("View") : one.title);
    }
    row->setDetail(details.join(QLatin1Char('\n')));
    row->setLinks(links);
    row->setTickable(mayDecide());
    connect(row, &EvidenceRow::linkActivated, this,
            [this, item](int index) { open(item.evidence.value(index)); });
    connect(row, &EvidenceRow::ticked, this, &GatePane::changed);
    m_itemRows->addWidget(row);
    m_items.append(row);
}

void GatePane::addEvidence(const EvidenceView &evidence)
{
    auto *row = new EvidenceRow;
    row->setTitle(evidenceTitle(evidence, m_step.title));
    row->setDetail(evidenceDetail(evidence));
    row->setLinks({tr("View")});
    connect(row, &EvidenceRow::linkActivated, this, [this, evidence] { open(evidence); });
    m_evidenceRows->addWidget(row);
}

void GatePane::open(const EvidenceView &evidence)
{
    m_closeUp->show(evidence, evidenceTitle(evidence, m_step.title), tr("Back to the items"));
    m_stack->setCurrentIndex(1);
}

QList<int> GatePane::tickedItems() const
{
    QList<int> ticked;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items[i]->isTicked())
            ticked.append(int(i) + 1);
    }
    return ticked;
}

int GatePane::itemsLeft() const
{
    return int(m_items.size() - tickedItems().size());
}

QString GatePane::comment() const
{
    return m_comment->toPlainText().trimmed();
}

QString GatePane::shownPack() const
{
    return m_step.gate ? m_step.gate->packDigest : QString();
}

void GatePane::askForComment()
{
    m_stack->setCurrentIndex(0);
    m_comment->setFocus();
}

void GatePane::find()
{
    if (m_stack->currentIndex() == 1)
        m_closeUp->find();
}

bool GatePane::stepBack()
{
    if (m_stack->currentIndex() == 0)
        return false;
    m_stack->setCurrentIndex(0);
    return true;
}

void GatePane::retranslate()
{
    m_itemsHeading->setTitle(tr("What to check"));
    m_evidenceHeading->setTitle(tr("Evidence"));
    m_comment->setPlaceholderText(tr("Comment (needed to reject)"));
    m_comment->setAccessibleName(m_comment->placeholderText());
    m_notice->set(Tone::Needs, tr("Something changed, so this gate was opened again: earlier "
                                  "decisions no longer count, and the items are to be ticked "
                                  "anew."));
    m_side->retranslate();
    m_closeUp->retranslate();
    const QList<int> ticked = tickedItems();
    rebuild();
    for (const int number : ticked)
        m_items[number - 1]->setTicked(true);
}

void GatePane::resizeEvent(QResizeEvent *)
{
    const bool isBeside = width() >= theme().px(sideBesideFrom);
    m_columns->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(isBeside ? theme().px(264) : 0);
    m_side->setMaximumWidth(theme().px(isBeside ? 290 : 560));
}

} // namespace Slipway
