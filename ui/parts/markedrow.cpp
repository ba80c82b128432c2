// SPDX-License-Identifier: MIT
#include "ui/parts/markedrow.h"

#include "ui/parts/chip.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>

namespace Slipway {

MarkedRow::MarkedRow(const MarkedText &text, QWidget *parent) : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme().px(12));
    if (text.mark) {
        auto *icon = new StateIcon(*text.mark);
        icon->setFixedHeight(theme().lineHeight(Theme::Role::Strong)); // at the middle of the title
        line->addWidget(icon, 0, Qt::AlignTop);
    } else {
        line->addSpacing(theme().px(28));
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *title = new ProseLabel(Theme::Role::Strong);
    title->setSpans({{text.title, Span::Style::Plain}});
    texts->addWidget(title);
    if (!text.detail.isEmpty()) {
        auto *detail = new ProseLabel(Theme::Role::Small, Ink::Second);
        detail->setText(text.detail);
        texts->addWidget(detail);
    }
    line->addLayout(texts, 1);
    if (!text.chip.text.isEmpty())
        line->addWidget(new Chip(text.chip.text, text.chip.tone), 0, Qt::AlignTop);
}

} // namespace Slipway
