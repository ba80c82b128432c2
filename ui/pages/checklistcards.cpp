// SPDX-License-Identifier: MIT
#include "ui/pages/checklistcards.h"

#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/proselabel.h"

#include <QGridLayout>

namespace Slipway {

namespace {

/// The first sentence of a help text, and not too much of it: a card is no page.
QString firstSentence(const QString &help)
{
    constexpr int most = 120;
    const qsizetype end = help.indexOf(QLatin1String(". "));
    QString text = (end > 0 ? help.left(end + 1) : help).simplified();
    if (text.size() <= most)
        return text;
    const qsizetype cut = text.lastIndexOf(QLatin1Char(' '), most);
    return text.left(cut > 0 ? cut : most) + QChar(0x2026);
}

ProseLabel *label(const QString &text, Theme::Role role, Ink ink)
{
    auto *prose = new ProseLabel(role, ink);
    prose->setSpans({{text, Span::Style::Plain}});
    prose->setAttribute(Qt::WA_TransparentForMouseEvents); // the card takes the click
    prose->setFocusPolicy(Qt::NoFocus);
    return prose;
}

} // namespace

ChecklistCards::ChecklistCards(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme().px(12));
    rebuild();
}

void ChecklistCards::setCards(const QList<ChecklistCard> &cards)
{
    if (cards == m_values)
        return;
    m_values = cards;
    rebuild();
}

void ChecklistCards::retranslate()
{
    rebuild();
}

QWidget *ChecklistCards::createCard(const ChecklistCard &value)
{
    auto *card = new Card;
    card->setActivatable(true);
    card->setAccessibleName(tr("Start %1").arg(value.title));
    card->setAccessibleDescription(value.help);
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(card);
    const int edge = theme().px(16);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme().px(4));
    column->addWidget(label(value.title, Theme::Role::Bold, Ink::Normal));
    column->addWidget(label(firstSentence(value.help), Theme::Role::Small, Ink::Second));
    column->addStretch(1);
    column->addSpacing(theme().px(6));
    if (!value.readiness.isEmpty())
        column->addWidget(label(value.readiness, Theme::Role::Small, Ink::Second));
    connect(card, &Card::activated, this, [this, file = value.file] { Q_EMIT started(file); });
    return card;
}

QWidget *ChecklistCards::createEmpty()
{
    auto *card = new Card;
    auto *empty = new EmptyState;
    empty->set(tr("No checklist is known yet"),
               tr("A checklist says what a release does, step by step. Open one to start it."),
               tr("Open a checklist…"));
    connect(empty, &EmptyState::actionTriggered, this, &ChecklistCards::openRequested);
    card->addRow(empty);
    return card;
}

void ChecklistCards::rebuild()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const ChecklistCard &value : std::as_const(m_values))
        m_cards.append(createCard(value));
    if (m_cards.isEmpty())
        m_cards.append(createEmpty());
    m_columns = 0;
    arrange();
}

void ChecklistCards::arrange()
{
    const int fitting = m_values.isEmpty() ? 1 : qBound(1, width() / theme().px(256), 4);
    if (fitting == m_columns)
        return;
    for (QWidget *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column < fitting ? 1 : 0);
    m_columns = fitting;
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], int(i) / fitting, int(i) % fitting);
}

void ChecklistCards::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace Slipway
