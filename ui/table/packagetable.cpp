// SPDX-License-Identifier: MIT
#include "ui/table/packagetable.h"

#include "ui/parts/emptystate.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"
#include "ui/table/packagedelegate.h"
#include "ui/table/packagefilter.h"
#include "ui/table/packagemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace Slipway {

PackageTable::PackageTable(QWidget *parent)
    : QWidget(parent), m_model(new PackageModel(this)), m_filter(new PackageFilter(this))
{
    m_filter->setSourceModel(m_model);
    createView();
    m_empty = new EmptyState;
    auto *tableAndTools = new QWidget;
    auto *column = new QVBoxLayout(tableAndTools);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(createTools());
    column->addWidget(m_view, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(tableAndTools);
    retranslate();
}

QWidget *PackageTable::createTools()
{
    m_find = new SearchField;
    m_find->setMaximumWidth(theme().px(240));
    m_onlyDifferences = new ToggleChip;
    m_onlyMajor = new ToggleChip;
    m_summary = new TextLabel(Theme::Role::Small, Ink::Second);
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    row->addWidget(m_find);
    row->addWidget(m_onlyDifferences);
    row->addWidget(m_onlyMajor);
    row->addStretch(1);
    row->addWidget(m_summary);
    connect(m_find, &SearchField::textChanged, m_filter, &PackageFilter::setText);
    connect(m_find, &SearchField::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_onlyDifferences, &ToggleChip::toggled, m_filter, &PackageFilter::setOnlyDifferences);
    connect(m_onlyMajor, &ToggleChip::toggled, m_filter, &PackageFilter::setOnlyMajor);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &PackageTable::updateSummary);
    return tools;
}

void PackageTable::createView()
{
    m_view = new QTableView;
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new PackageDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setResizeContentsPrecision(200); // rows looked at for a width
    followTheme(this, [this] {
        m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view->verticalHeader()->setDefaultSectionSize(theme().px(32));
        m_view->horizontalHeader()->setFixedHeight(theme().px(32));
        fitColumns();
    });
    auto *copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this,
            [this] { QApplication::clipboard()->setText(textToCopy()); });
}

void PackageTable::setRows(const PackageRows &rows)
{
    if (rows == m_model->rows())
        return;
    m_model->setRows(rows);
    m_stack->setCurrentIndex(rows.rows.isEmpty() ? 0 : 1);
    const bool hasChanges = m_model->hasChanges();
    m_onlyDifferences->setVisible(hasChanges);
    m_onlyMajor->setVisible(hasChanges);
    fitColumns();
    updateSummary();
}

const PackageRows &PackageTable::rows() const
{
    return m_model->rows();
}

void PackageTable::setEmptyText(const QString &title, const QString &text)
{
    m_empty->set(title, text);
}

void PackageTable::fitColumns()
{
    if (!m_view || m_model->columnCount() == 0)
        return;
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int wanted = m_view->columnWidth(column) + theme().px(16);
        m_view->setColumnWidth(column, qBound(theme().px(110), wanted, theme().px(320)));
    }
}

void PackageTable::updateSummary()
{
    const int all = m_model->rowCount();
    const int seen = m_filter->rowCount();
    QString text = tr("%1 packages").arg(groupedNumber(all));
    if (m_model->hasChanges())
        text += QStringLiteral(" \u00b7 ") + tr("%1 differ").arg(groupedNumber(rows().changed()));
    if (seen != all)
        text = tr("%1 of %2 packages").arg(groupedNumber(seen), groupedNumber(all));
    m_summary->setText(text);
}

QString PackageTable::textToCopy() const
{
    QList<int> chosen;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        chosen.append(index.row());
    if (chosen.isEmpty()) {
        for (int row = 0; row < m_filter->rowCount(); ++row)
            chosen.append(row);
    }
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const int row : std::as_const(chosen)) {
        QStringList cells;
        for (int column = 0; column < m_filter->columnCount(); ++column)
            cells.append(m_filter->index(row, column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

void PackageTable::retranslate()
{
    m_find->setPurpose(tr("Filter packages"));
    m_onlyDifferences->setLabel(tr("Only differences"));
    m_onlyMajor->setLabel(tr("Major or worse"));
    m_view->setAccessibleName(tr("Packages"));
    m_empty->set(tr("No packages"),
                 tr("What this step finds installed, or changes, is listed here."));
    updateSummary();
}

void PackageTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Slipway
