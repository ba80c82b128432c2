// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparesource.h"

#include <QAbstractButton>

namespace Slipway {

/// A source of the comparison: its name, a dot if the others are compared with it, a mark while
/// it is read or when it could not be. A click or Enter asks for its menu, Delete removes it.
class SourceChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SourceChip(QWidget *parent = nullptr);

    quint64 id() const { return m_id; }
    void set(const CompareSource &source, const QString &label, bool isBaseline);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void menuRequested();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool hasMark() const { return m_isBaseline || m_state != CompareSource::State::Ready; }

    quint64 m_id = 0;
    QString m_label;
    bool m_isBaseline = false;
    CompareSource::State m_state = CompareSource::State::Reading;
};

} // namespace Slipway
