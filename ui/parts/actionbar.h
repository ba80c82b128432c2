// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/button.h"
#include "ui/parts/proselabel.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QShortcut;

namespace Slipway {

/// What the bar offers.
struct ActionItem
{
    QString id; ///< what triggered() gives back
    QString label;
    Button::Kind kind = Button::Kind::Outlined;
    bool isEnabled = true;
    QString tip; ///< may be empty

    bool operator==(const ActionItem &) const = default;
};

/// The bar at the bottom of a page: at the left why the primary action is off, or what comes
/// next; at the right the quiet actions and, last, the primary one with Ctrl+Enter.
class ActionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setSentence(const QList<Span> &spans);
    /// In the order from left to right, at most one Primary and that one last. Buttons of the
    /// same id stay, with the focus.
    void setActions(const QList<ActionItem> &actions);
    Button *button(const QString &id) const; ///< nullptr without

Q_SIGNALS:
    void triggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Button *createButton(const QString &id);
    void triggerPrimary();

    ProseLabel *m_sentence;
    QHBoxLayout *m_buttons;
    QList<ActionItem> m_actions;
    QList<Button *> m_list;
};

} // namespace Slipway
