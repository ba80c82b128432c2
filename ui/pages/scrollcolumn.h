// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace Slipway {

/// A column that scrolls: centred, no wider than reads well, with a margin at both sides.
/// Transparent, so that the page's ground shows.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    /// In units of Theme::px; maximumWidth 0: as wide as there is room.
    explicit ScrollColumn(int maximumWidth, int margin, QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace Slipway
