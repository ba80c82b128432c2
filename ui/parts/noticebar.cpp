// SPDX-License-Identifier: MIT
#include "ui/parts/noticebar.h"

#include "ui/parts/button.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Slipway {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new ProseLabel(Theme::Role::Body))
    , m_detail(new ProseLabel(Theme::Role::Fixed, Ink::Second))
    , m_more(new LinkLabel)
    , m_action(new Button)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(theme().px(12));
    top->addWidget(m_sentence, 1, Qt::AlignVCenter);
    top->addWidget(m_more, 0, Qt::AlignVCenter);
    top->addWidget(m_action, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(8), theme().px(12), theme().px(8));
    column->setSpacing(theme().px(8));
    column->addLayout(top);
    column->addWidget(m_detail);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(m_action, &Button::clicked, this, &NoticeBar::actionTriggered);
    connect(m_more, &LinkLabel::clicked, this, [this] { showDetail(m_detail->isHidden()); });
    showDetail(false);
}

void NoticeBar::set(Tone tone, const QString &sentence, const QString &detail,
                    const QString &action)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    const bool isSame = detail == m_detail->text();
    if (!isSame)
        m_detail->setSpans({{detail, Span::Style::Plain}});
    showDetail(isSame && !m_detail->isHidden());
    m_more->setVisible(!detail.isEmpty());
    m_action->setLabel(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    update();
}

void NoticeBar::showDetail(bool isShown)
{
    m_detail->setVisible(isShown);
    m_more->setLabel(isShown ? tr("Show less") : tr("Show more"));
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneSoft(tokens(), m_tone));
    painter.drawRoundedRect(rect(), theme().px(6), theme().px(6));
    painter.setBrush(toneInk(tokens(), m_tone));
    painter.drawRoundedRect(QRectF(0, 0, theme().px(3), height()), 1.5, 1.5);
}

} // namespace Slipway
