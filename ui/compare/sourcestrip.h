// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparesource.h"

#include <QScrollArea>

class QAbstractButton;

namespace Slipway {

class FlowLayout;
class SourceChip;

/// The sources of the comparison as chips, and a way to add more. Beyond three lines it scrolls.
class SourceStrip final : public QScrollArea
{
    Q_OBJECT

public:
    explicit SourceStrip(QWidget *parent = nullptr);

    /// baseline: an id. Chips of the same source stay, with the focus.
    void setSources(const QList<CompareSource> &sources, const QStringList &labels,
                    quint64 baseline);
    void retranslate();
    SourceChip *chip(quint64 id) const; ///< nullptr without
    QAbstractButton *addButton() const { return m_add; }

Q_SIGNALS:
    void addRequested();
    void menuRequested(quint64 id);
    void removeRequested(quint64 id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    SourceChip *createChip(quint64 id);
    void fitHeight();

    QWidget *m_body;
    FlowLayout *m_flow;
    QAbstractButton *m_add;
    QList<SourceChip *> m_chips;
};

} // namespace Slipway
