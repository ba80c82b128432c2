// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Slipway {

class Card;
class ProseLabel;

/// A card on home for something that needs no run.
class ToolCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ToolCard(QWidget *parent = nullptr);

    void set(const QString &title, const QString &text);
    Card *card() const { return m_card; }

Q_SIGNALS:
    void opened();

private:
    Card *m_card;
    ProseLabel *m_title;
    ProseLabel *m_text;
};

} // namespace Slipway
