// SPDX-License-Identifier: MIT
#include "ui/window/commandpalette.h"

#include "ui/parts/searchfield.h"
#include "ui/parts/textlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace Slipway {

namespace {

constexpr int rowsInView = 10;

/// Title at the left, where it belongs at the right.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {theme().px(200), theme().px(32)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens().accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(theme().px(6), 0, -theme().px(6), 0),
                                     theme().px(6), theme().px(6));
        }
        const QRect area = option.rect.adjusted(theme().px(18), 0, -theme().px(18), 0);
        painter->setFont(theme().font(Theme::Role::Small));
        const QString detail = painter->fontMetrics().elidedText(
            index.data(PaletteModel::DetailRole).toString(), Qt::ElideRight, area.width() / 2);
        const int detailWidth = painter->fontMetrics().horizontalAdvance(detail);
        painter->setPen(tokens().ink2);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, detail);
        painter->setFont(theme().font(Theme::Role::Body));
        painter->setPen(tokens().ink);
        const QRect left = area.adjusted(0, 0, -detailWidth - theme().px(16), 0);
        painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            left.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , m_model(new PaletteModel(this))
    , m_field(new SearchField)
    , m_list(new QListView)
    , m_none(new TextLabel(Theme::Role::Body, Ink::Second))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    const int edge = theme().px(12);
    column->setContentsMargins(1, edge, 1, edge);
    column->setSpacing(theme().px(8));
    auto *fieldBox = new QVBoxLayout;
    fieldBox->setContentsMargins(edge, 0, edge, 0);
    fieldBox->addWidget(m_field);
    fieldBox->addWidget(m_none);
    column->addLayout(fieldBox);
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &SearchField::textChanged, this, [this](const QString &words) {
        m_model->setWords(words);
        showFit();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        choose();
    });
    hide();
}

void CommandPalette::open(const QList<PaletteEntry> &entries)
{
    m_before = QApplication::focusWidget();
    m_field->setPurpose(tr("Search steps, runs, actions"));
    m_list->setAccessibleName(tr("What was found"));
    m_none->setText(tr("Nothing has all of these words."));
    m_field->clear();
    m_model->setEntries(entries);
    m_model->setWords({});
    place();
    show();
    raise();
    showFit();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
}

void CommandPalette::showFit()
{
    m_none->setVisible(m_model->rowCount() == 0);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = qMin(theme().px(600), window->width() - theme().px(40));
    const int height = qMin(theme().px(72 + rowsInView * 32), window->height() - theme().px(80));
    setGeometry((window->width() - width) / 2, theme().px(52), width, height);
}

void CommandPalette::choose()
{
    const QString id = m_list->currentIndex().data(PaletteModel::IdRole).toString();
    close();
    if (!id.isEmpty())
        Q_EMIT chosen(id);
}

bool CommandPalette::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(qMin(last, row + 1)));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model->index(qMax(0, row - 1)));
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentIndex(m_model->index(qMin(last, row + rowsInView)));
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentIndex(m_model->index(qMax(0, row - rowsInView)));
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_field && event->type() == QEvent::FocusOut && !isHidden() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_before = nullptr; // the focus has gone where somebody wanted it
        close();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().lineStrong, 1));
    painter.setBrush(tokens().panel);
    const qreal radius = theme().px(10);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Slipway
