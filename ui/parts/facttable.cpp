// SPDX-License-Identifier: MIT
#include "ui/parts/facttable.h"

#include "ui/parts/layouts.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/rule.h"

#include <QGridLayout>

namespace Slipway {

FactTable::FactTable(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void FactTable::setRows(const QList<FactRow> &rows)
{
    if (rows == m_rows)
        return; // a selection in it stays
    m_rows = rows;
    rebuild();
}

void FactTable::setLabelWidth(int units)
{
    m_labelUnits = units;
    rebuild();
}

void FactTable::rebuild()
{
    clearLayoutLater(m_grid);
    m_grid->setColumnMinimumWidth(0, theme().px(m_labelUnits));
    int line = 0;
    for (const FactRow &row : std::as_const(m_rows)) {
        auto *label = new ProseLabel(Theme::Role::Body, Ink::Second);
        label->setSpans({{row.label, Span::Style::Plain}});
        label->setMaximumTextWidth(m_labelUnits - 20);
        auto *value =
            new ProseLabel(row.isFixed ? Theme::Role::Fixed : Theme::Role::Body, inkOf(row.tone));
        value->setSpans({{row.value, Span::Style::Plain}});
        value->setAccessibleDescription(row.label);
        const int pad = theme().px(5);
        label->setContentsMargins(theme().px(10), pad, 0, pad);
        const int lower = row.isFixed ? theme().px(1) : 0; // one baseline with the label
        value->setContentsMargins(0, pad + lower, 0, pad + lower);
        m_grid->addWidget(label, line, 0);
        m_grid->addWidget(value, line, 1);
        m_grid->setRowMinimumHeight(line, theme().px(30));
        m_grid->addWidget(new Rule, line + 1, 0, 1, 2);
        line += 2;
    }
    // A grid keeps the heights of rows that it no longer has.
    for (; line < m_grid->rowCount(); ++line)
        m_grid->setRowMinimumHeight(line, 0);
}

} // namespace Slipway
