// SPDX-License-Identifier: MIT
#include "ui/compare/sourceproblems.h"

#include "core/packages/visibletext.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>

namespace Slipway {

namespace {
constexpr qsizetype linesAtOnce = 3;
constexpr qsizetype mostLines = 50;
} // namespace

SourceProblems::SourceProblems(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme().px(4));
    hide();
}

void SourceProblems::setSources(const QList<CompareSource> &sources, const QStringList &labels)
{
    QList<Line> failures;
    QList<Line> remarks;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const CompareSource &source = sources[i];
        if (source.state == CompareSource::State::Failed)
            failures.append({source.id, true,
                             tr("%1: %2").arg(labels.value(i), visibleText(source.problem)),
                             source.detail});
        for (const Inventory &inventory : source.reading.inventories) {
            for (const Message &note : inventory.notes())
                remarks.append({source.id,
                                false,
                                tr("%1: %2").arg(labels.value(i), visibleText(note.translated())),
                                {}});
        }
    }
    const QList<Line> lines = failures + remarks;
    if (lines == m_lines)
        return;
    m_lines = lines;
    m_isOpen = false;
    rebuild();
}

QWidget *SourceProblems::createLine(const Line &line)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    if (line.isFailure)
        row->addWidget(new StateIcon(Mark::Failed), 0, Qt::AlignTop);
    auto *text = new ProseLabel(Theme::Role::Small, line.isFailure ? Ink::Failed : Ink::Second);
    text->setSpans({{line.text, Span::Style::Plain}});
    row->addWidget(text, 1);
    if (!line.isFailure)
        return widget;
    auto *again = new LinkLabel(tr("Read again"));
    connect(again, &LinkLabel::clicked, this, [this, id = line.id] { Q_EMIT readAgain(id); });
    auto *away = new LinkLabel(tr("Remove"));
    connect(away, &LinkLabel::clicked, this, [this, id = line.id] { Q_EMIT remove(id); });
    if (!line.detail.isEmpty()) {
        auto *more = new LinkLabel(tr("Details"));
        connect(more, &LinkLabel::clicked, text, [text, line] {
            text->setSpans({{line.text + u'\n', Span::Style::Plain},
                            {line.detail.trimmed(), Span::Style::Code}});
        });
        row->addWidget(more, 0, Qt::AlignTop);
    }
    row->addWidget(again, 0, Qt::AlignTop);
    row->addWidget(away, 0, Qt::AlignTop);
    return widget;
}

void SourceProblems::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // its link may have led here
        }
        delete item;
    }
    const qsizetype shown = qMin(m_lines.size(), m_isOpen ? mostLines : linesAtOnce);
    for (qsizetype i = 0; i < shown; ++i)
        m_column->addWidget(createLine(m_lines[i]));
    if (shown < m_lines.size() && !m_isOpen) {
        auto *more = new LinkLabel(tr("%n more", nullptr, int(m_lines.size() - shown)));
        connect(more, &LinkLabel::clicked, this, [this] {
            m_isOpen = true;
            rebuild();
        });
        m_column->addWidget(more, 0, Qt::AlignLeft);
    }
    setVisible(!m_lines.isEmpty());
}

void SourceProblems::retranslate()
{
    rebuild();
}

} // namespace Slipway
