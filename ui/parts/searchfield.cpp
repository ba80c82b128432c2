// SPDX-License-Identifier: MIT
#include "ui/parts/searchfield.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>

namespace Slipway {

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPurpose(placeholder);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    followTheme(this, [this] { setFixedHeight(theme().px(28)); });
}

void SearchField::setPurpose(const QString &placeholder)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
}

QSize SearchField::sizeHint() const
{
    return {theme().px(260), theme().px(28)};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            break; // the page's primary action
        [[fallthrough]];
    case Qt::Key_F3:
        isBack ? Q_EMIT previousRequested() : Q_EMIT nextRequested();
        return;
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        clear();
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace Slipway
