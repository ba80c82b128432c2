// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Slipway {

class Button;
class ProseLabel;

/// What will be here and how to get it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void set(const QString &title, const QString &text, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    ProseLabel *m_title;
    ProseLabel *m_text;
    Button *m_action;
};

} // namespace Slipway
