// SPDX-License-Identifier: MIT
#pragma once

#include "ui/diff/difffiles.h"
#include "ui/diff/diffline.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <memory>

namespace Slipway {

/// Paints the rows of a compared file that are in sight, side by side or below each other.
class DiffCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DiffCanvas(QWidget *parent = nullptr);

    void setFile(const std::shared_ptr<const DiffedFile> &file); ///< nullptr: nothing
    void setSideBySide(bool isSideBySide);
    void setWhitespaceShown(bool isShown);
    QString selectedText() const;
    void copy() const;
    void goToChange(int direction); ///< 1: next, -1: previous
    /// Brings a line of the left or the right text into sight, if it is among the rows.
    void showLine(int line, bool isLeft);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum Side
    {
        Left,
        Right
    };
    struct Place
    {
        int row = -1;
        qsizetype index = 0;
        auto operator<=>(const Place &) const = default;
    };
    struct Pane
    {
        QRect area;   ///< of the whole row
        int textLeft; ///< where column 0 stands when not scrolled
    };

    const QList<DiffScreenRow> &rows() const;
    const DiffRow *rowAt(int row, Side side) const;
    const DiffLine &lineOf(const DiffScreenRow &row, int index) const;
    Pane paneOf(Side side) const;
    int numbersWidth() const;
    int visibleRows() const;
    bool isChange(int row) const;
    Place placeAt(const QPoint &point, Side side) const;
    bool hasSelection() const { return m_anchor.row >= 0 && m_anchor != m_cursor; }
    void measure();
    void updateScrollBars();
    void scrollByKey(int key);

    void paintGap(QPainter *painter, const DiffScreenRow &row, int y) const;
    void paintSide(QPainter *painter, int row, Side side, int y) const;
    void paintNumbers(QPainter *painter, const DiffRow &row, Side side, const Pane &pane,
                      int y) const;
    void paintSelection(QPainter *painter, const DiffLine &line, int row, int left, int y) const;

    std::shared_ptr<const DiffedFile> m_file;
    bool m_isSideBySide = true;
    bool m_isWhitespaceShown = false;
    qreal m_cell = 8;
    int m_rowHeight = 20;
    int m_ascent = 14;
    Side m_side = Left; ///< of the selection
    Place m_anchor;
    Place m_cursor;
    mutable QCache<quint64, DiffLine> m_lines;
};

} // namespace Slipway
