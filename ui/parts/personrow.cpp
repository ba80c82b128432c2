// SPDX-License-Identifier: MIT
#include "ui/parts/personrow.h"

#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Slipway {

PersonRow::PersonRow(QWidget *parent)
    : QWidget(parent)
    , m_icon(new StateIcon)
    , m_name(new ProseLabel(Theme::Role::Body))
    , m_detail(new ProseLabel(Theme::Role::Small, Ink::Second))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_name);
    texts->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme().px(8), 0, theme().px(8));
    row->setSpacing(theme().px(10));
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void PersonRow::set(Mark mark, const QString &name, const QString &detail, bool isOut)
{
    m_icon->setMark(mark);
    m_name->setSpans({{name, Span::Style::Plain}});
    m_name->setInk(isOut ? Ink::Second : Ink::Normal);
    m_detail->setSpans({{detail, Span::Style::Plain}});
    m_detail->setVisible(!detail.isEmpty());
}

} // namespace Slipway
