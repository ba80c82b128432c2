// SPDX-License-Identifier: MIT
#include "ui/parts/actionbar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>

namespace Slipway {

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_buttons(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    m_buttons->setSpacing(theme().px(10));
    row->addWidget(m_sentence, 1, Qt::AlignVCenter);
    row->addLayout(m_buttons);
    followTheme(this, [this, row] {
        row->setContentsMargins(theme().px(28), theme().px(10), theme().px(28), theme().px(9));
        setMinimumHeight(theme().px(60));
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        connect(shortcut, &QShortcut::activated, this, &ActionBar::triggerPrimary);
    }
}

void ActionBar::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void ActionBar::setSentence(const QList<Span> &spans)
{
    m_sentence->setSpans(spans);
}

void ActionBar::setActions(const QList<ActionItem> &actions)
{
    if (actions == m_actions)
        return;
    m_actions = actions;
    QList<Button *> before = std::exchange(m_list, {});
    for (const ActionItem &action : actions) {
        Button *button = nullptr;
        for (Button *&old : before) {
            if (old && old->objectName() == action.id)
                button = std::exchange(old, nullptr);
        }
        if (!button)
            button = createButton(action.id);
        button->setLabel(action.label);
        button->setKind(action.kind);
        button->setKeyHint(action.kind == Button::Kind::Primary ? tr("Ctrl+Enter") : QString());
        button->setEnabled(action.isEnabled);
        button->setToolTip(plainTip(action.tip));
        m_buttons->removeWidget(button);
        m_buttons->addWidget(button);
        button->show(); // the layout does so later only, and until then its key would do nothing
        m_list.append(button);
    }
    for (Button *old : std::as_const(before)) {
        if (old) {
            old->hide();
            old->deleteLater(); // it may be the one whose click led here
        }
    }
    for (qsizetype i = 1; i < m_list.size(); ++i)
        setTabOrder(m_list[i - 1], m_list[i]);
}

Button *ActionBar::createButton(const QString &id)
{
    auto *button = new Button({}, Button::Kind::Outlined, this);
    button->setObjectName(id);
    connect(button, &Button::clicked, this, [this, id] { Q_EMIT triggered(id); });
    return button;
}

Button *ActionBar::button(const QString &id) const
{
    for (Button *button : m_list) {
        if (button->objectName() == id)
            return button;
    }
    return nullptr;
}

void ActionBar::triggerPrimary()
{
    for (Button *button : std::as_const(m_list)) {
        if (button->kind() == Button::Kind::Primary && button->isEnabled() && button->isVisible()) {
            button->click();
            return;
        }
    }
}

void ActionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(0, 0, width(), 1, tokens().line);
}

} // namespace Slipway
