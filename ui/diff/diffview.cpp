// SPDX-License-Identifier: MIT
#include "ui/diff/diffview.h"

#include "ui/diff/diffcanvas.h"
#include "ui/diff/diffcomparer.h"
#include "ui/diff/difffilelist.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/rule.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedLayout>

namespace Slipway {

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DiffFileModel(this))
    , m_comparer(new DiffComparer(this))
    , m_empty(new EmptyState)
    , m_stack(new QStackedLayout(this))
{
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(createList());
    split->addWidget(createRight());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({theme().px(270), theme().px(700)});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(split);
    connectParts();
    retranslate();
}

DiffView::~DiffView() = default;

QWidget *DiffView::createList()
{
    m_list = new QListView;
    m_list->setModel(m_model);
    return fileListColumn(m_list);
}

QWidget *DiffView::createRight()
{
    m_title = new ElidedLabel(Theme::Role::Strong);
    m_counts = new TextLabel(Theme::Role::Small, Ink::Second);
    m_side = new ToggleChip;
    m_side->setChecked(true);
    m_whitespace = new ToggleChip;
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8));
    tools->setSpacing(theme().px(8));
    tools->addWidget(m_title);
    tools->addWidget(m_counts);
    tools->addStretch(1);
    tools->addWidget(m_side);
    tools->addWidget(m_whitespace);
    m_canvas = new DiffCanvas;
    m_remark = new EmptyState;
    m_rightStack = new QStackedLayout;
    m_rightStack->addWidget(m_canvas);
    m_rightStack->addWidget(m_remark);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(new Rule);
    column->addLayout(m_rightStack, 1);
    return right;
}

void DiffView::connectParts()
{
    connect(m_side, &ToggleChip::toggled, m_canvas, &DiffCanvas::setSideBySide);
    connect(m_whitespace, &ToggleChip::toggled, m_canvas, &DiffCanvas::setWhitespaceShown);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DiffView::showCurrent);
    connect(m_comparer, &DiffComparer::compared, this,
            [this](int index, const std::shared_ptr<const DiffedFile> &file) {
                m_model->setDiffed(index, file);
                if (index == m_list->currentIndex().row())
                    showCurrent();
                if (--m_open == 0)
                    Q_EMIT compared();
            });
}

void DiffView::setFiles(const DiffFiles &files)
{
    if (files == m_model->files())
        return;
    const QString shown = m_list->currentIndex().data().toString();
    m_model->setFiles(files);
    m_stack->setCurrentIndex(files.isEmpty() ? 0 : 1);
    int current = 0;
    for (int i = 0; i < files.size(); ++i) {
        if (files[i].title == shown)
            current = i;
    }
    m_open = int(files.size());
    m_comparer->compare(files);
    m_list->parentWidget()->setVisible(files.size() > 1);
    showFile(current);
}

const DiffFiles &DiffView::files() const
{
    return m_model->files();
}

void DiffView::setEmptyText(const QString &title, const QString &text)
{
    m_empty->set(title, text);
}

void DiffView::showFile(int index)
{
    m_list->setCurrentIndex(m_model->index(index));
    showCurrent();
}

void DiffView::showCurrent()
{
    const int index = m_list->currentIndex().row();
    if (index < 0)
        return;
    const std::shared_ptr<const DiffedFile> made = m_model->diffed(index);
    m_title->setText(m_model->files()[index].title);
    m_counts->setText(m_model->countText(index));
    m_canvas->setFile(made);
    const bool isBinary = made && made->diff.isBinary;
    const bool isEqual = made && made->diff.isEqual;
    if (isBinary)
        m_remark->set(tr("Not a text file"),
                      tr("It differs, but its bytes are no lines that could be shown."));
    else if (isEqual)
        m_remark->set(tr("No difference"), tr("The file is the same before and after."));
    m_rightStack->setCurrentIndex(isBinary || isEqual ? 1 : 0);
}

void DiffView::retranslate()
{
    m_side->setLabel(tr("Side by side"));
    m_whitespace->setLabel(tr("Whitespace"));
    m_list->setAccessibleName(tr("Changed files"));
    m_empty->set(tr("No changes"),
                 tr("Files that this step changes are shown here, before and after."));
    showCurrent();
}

void DiffView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Slipway
