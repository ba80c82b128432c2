// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace Slipway {

/// A column that scrolls, no wider than reads well, with a margin at both sides.
/// Transparent, so that the page's ground shows.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    /// In units of Theme::px; maximumWidth 0: as wide as there is room.
    ScrollColumn(int maximumWidth, int margin, Qt::Alignment alignment = Qt::AlignLeft);

    QVBoxLayout *column() const { return m_column; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_maximumWidth;
    int m_margin;
    Qt::Alignment m_alignment;
    QVBoxLayout *m_column;
};

} // namespace Slipway
