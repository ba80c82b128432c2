// SPDX-License-Identifier: MIT
#include "ui/parts/copybox.h"

#include "ui/parts/button.h"
#include "ui/parts/proselabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>

namespace Slipway {

CopyBox::CopyBox(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_label(new ProseLabel(Theme::Role::Fixed))
    , m_button(new Button(tr("Copy"), Button::Kind::Quiet))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(12), theme().px(4), theme().px(4), theme().px(4));
    row->setSpacing(theme().px(12));
    row->addWidget(m_label, 1, Qt::AlignVCenter);
    row->addWidget(m_button, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_thanks.setSingleShot(true);
    m_thanks.setInterval(2000);
    connect(m_button, &Button::clicked, this, &CopyBox::copy);
    connect(&m_thanks, &QTimer::timeout, this, [this] { m_button->setLabel(tr("Copy")); });
    setText(text);
}

void CopyBox::setText(const QString &text)
{
    m_text = text;
    m_label->setSpans({{text, Span::Style::Plain}});
    m_button->setAccessibleDescription(text.left(200));
}

void CopyBox::copy()
{
    QApplication::clipboard()->setText(m_text);
    m_button->setLabel(tr("Copied"));
    m_thanks.start();
    Q_EMIT copied();
}

void CopyBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().line, 1));
    painter.setBrush(tokens().code);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme().px(6),
                            theme().px(6));
}

} // namespace Slipway
