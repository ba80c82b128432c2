// SPDX-License-Identifier: MIT
#include "ui/compare/comparetable.h"

#include "ui/compare/comparemodel.h"
#include "ui/parts/chip.h"
#include "ui/table/packagedelegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace Slipway {

namespace {

constexpr int rowUnits = 32;
constexpr int narrowest = 110;
constexpr int widest = 260;

void look(QTableView *view)
{
    view->setItemDelegate(new PackageDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    view->setSortingEnabled(true);
}

} // namespace

CompareTable::CompareTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new CompareModel(this))
    , m_filter(new CompareFilter(m_model, this))
    , m_names(new QTableView(this))
{
    setModel(m_filter);
    look(this);
    createNames();
    sortByColumn(0, Qt::AscendingOrder);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isKeeping)
            Q_EMIT currentPackageChanged();
    });
    followTheme(this, [this] {
        for (QTableView *view : {static_cast<QTableView *>(this), m_names}) {
            view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
            view->verticalHeader()->setDefaultSectionSize(theme().px(rowUnits));
            view->horizontalHeader()->setFixedHeight(theme().px(rowUnits));
        }
        fitColumns();
    });
}

void CompareTable::createNames()
{
    m_names->setModel(m_filter);
    m_names->setSelectionModel(selectionModel());
    look(m_names);
    m_names->setFocusProxy(this);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->horizontalHeader()->setStretchLastSection(true);
    m_names->setAccessibleName(QString()); // what it shows is in this table
    viewport()->stackUnder(m_names);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_names->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_names->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == 0)
            placeNames();
    });
    // One order, wherever it was asked for.
    connect(m_names->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { sortByColumn(column, order); });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_names->horizontalHeader(),
            &QHeaderView::setSortIndicator);
}

template <typename Change>
void CompareTable::keepingCurrent(Change change)
{
    const int package = currentPackage();
    const QString name = package < 0 ? QString() : m_model->row(package).key;
    const int place = verticalScrollBar()->value();
    m_isKeeping = true;
    change();
    for (int column = 1; column < m_filter->columnCount(); ++column)
        m_names->setColumnHidden(column, true);
    for (int row = 0; !name.isEmpty() && row < m_model->rowCount(); ++row) {
        if (m_model->row(row).key != name)
            continue;
        const QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
        if (index.isValid())
            setCurrentIndex(index);
        break;
    }
    verticalScrollBar()->setValue(place);
    m_isKeeping = false;
    Q_EMIT currentPackageChanged();
}

void CompareTable::setRows(const CompareRows &rows)
{
    keepingCurrent([&] {
        m_model->setRows(rows);
        fitColumns();
    });
}

const CompareRows &CompareTable::rows() const
{
    return m_model->rows();
}

void CompareTable::setWanted(const CompareFilter::Wanted &wanted)
{
    if (!(wanted == m_filter->wanted()))
        keepingCurrent([&] { m_filter->setWanted(wanted); });
}

int CompareTable::currentPackage() const
{
    const QModelIndex index = m_filter->mapToSource(currentIndex());
    return index.isValid() ? index.row() : -1;
}

void CompareTable::clearCurrent()
{
    setCurrentIndex({});
    clearSelection();
}

/// As wide as the longest text of a column: the longest by letters is measured, not each.
void CompareTable::fitColumns()
{
    const int edge = theme().px(28);
    const QFontMetrics body(theme().font(Theme::Role::Body));
    QFont bold = theme().font(Theme::Role::Fixed);
    bold.setBold(true);
    const QFontMetrics fixed(bold);
    const QFontMetrics header(theme().font(Theme::Role::Small));
    const auto fit = [&](int column, int width) {
        const QString title =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int wanted = qMax(width, header.horizontalAdvance(title)) + edge;
        setColumnWidth(column, qBound(theme().px(narrowest), wanted, theme().px(widest)));
    };
    QStringList longest(m_model->columnCount());
    for (const CompareRow &row : rows().rows) {
        if (row.name.size() > longest[0].size())
            longest[0] = row.name;
        for (qsizetype i = 0; i < row.versions.size(); ++i) {
            QString &version = longest[m_model->firstSource() + i];
            if (row.versions[i].size() > version.size())
                version = row.versions[i];
        }
    }
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool isSource = m_model->sourceOf(column) >= 0;
        fit(column, (isSource ? fixed : body).horizontalAdvance(longest[column]));
    }
    if (m_model->hasChanges())
        setColumnWidth(1, theme().px(140));
    horizontalHeader()->setStretchLastSection(true);
    placeNames();
}

void CompareTable::placeNames()
{
    m_names->setColumnWidth(0, columnWidth(0));
    m_names->setGeometry(frameWidth(), frameWidth(), columnWidth(0),
                         viewport()->height() + horizontalHeader()->height());
}

void CompareTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeNames();
}

/// What the names hide is scrolled out from under them.
QModelIndex CompareTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex before = currentIndex();
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    if (action == MoveUp && before.isValid() && before.row() == 0)
        Q_EMIT leftUpwards();
    const int left = visualRect(next).left();
    if (action == MoveLeft && next.column() > 0 && left < m_names->columnWidth(0))
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + left -
                                        m_names->columnWidth(0));
    return next;
}

void CompareTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (index.column() > 0)
        QTableView::scrollTo(index, hint);
    else // the names are always in sight: only the row counts
        QTableView::scrollTo(index.siblingAtColumn(columnAt(viewport()->width() / 2)), hint);
}

void CompareTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(textToCopy());
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page's affair
        return;
    }
    QTableView::keyPressEvent(event);
}

QString CompareTable::textToCopy() const
{
    QList<int> chosen;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        chosen.append(index.row());
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const int row : std::as_const(chosen)) {
        QStringList cells;
        for (int column = 0; column < m_filter->columnCount(); ++column)
            cells.append(m_filter->index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void CompareTable::retranslate()
{
    setAccessibleName(tr("Packages side by side"));
    m_model->retranslate();
    fitColumns();
}

} // namespace Slipway
