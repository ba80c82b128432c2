// SPDX-License-Identifier: MIT
#include "ui/pages/waitinglist.h"

#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>

namespace Slipway {

namespace {

bool isSameItem(const WaitingItem &one, const WaitingItem &other)
{
    return one.runId == other.runId && one.stepId == other.stepId &&
           one.instance == other.instance && one.title == other.title &&
           one.detail == other.detail && one.state == other.state && one.isGate == other.isGate;
}

} // namespace

WaitingList::WaitingList(QWidget *parent) : QWidget(parent), m_card(new Card)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    retranslate();
}

void WaitingList::setItems(const QList<WaitingItem> &items)
{
    if (m_card->layout() &&
        std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(), isSameItem)) {
        return;
    }
    m_items = items;
    rebuild();
}

void WaitingList::retranslate()
{
    rebuild();
}

void WaitingList::rebuild()
{
    m_card->clearRows();
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_card->addRow(createRow(m_items[i], i == 0));
    if (!m_items.isEmpty())
        return;
    auto *empty = new EmptyState;
    empty->set(tr("Nothing waits for you"),
               tr("Sign-offs, steps done by hand, failures and steps in doubt appear here."));
    m_card->addRow(empty);
}

QWidget *WaitingList::createRow(const WaitingItem &item, bool isFirst)
{
    const auto px = [](int units) { return theme().px(units); };
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(px(16), px(12), px(16), px(12));
    line->setSpacing(px(14));
    auto *title = new ProseLabel(Theme::Role::Strong);
    auto *detail = new ProseLabel(Theme::Role::Small, Ink::Second);
    title->setSpans({{item.title, Span::Style::Plain}});
    detail->setSpans({{item.detail, Span::Style::Plain}});
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(title);
    texts->addWidget(detail);
    QString label = tr("Open");
    if (item.state == StepState::InDoubt)
        label = tr("See what was found");
    else if (item.state == StepState::Failed)
        label = tr("See what failed");
    else if (item.isGate)
        label = tr("Look and decide");
    auto *button = new Button(label, isFirst ? Button::Kind::Primary : Button::Kind::Outlined);
    button->setAccessibleDescription(item.title);
    line->addWidget(new StateIcon(markOf(item.state)), 0, Qt::AlignVCenter);
    line->addLayout(texts, 1);
    line->addWidget(button, 0, Qt::AlignVCenter);
    connect(button, &Button::clicked, this,
            [this, item] { Q_EMIT opened(item.runId, item.stepId, item.instance); });
    return row;
}

} // namespace Slipway
