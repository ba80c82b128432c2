// SPDX-License-Identifier: MIT
#pragma once

#include "ui/log/logcopy.h"
#include "ui/log/logfile.h"
#include "ui/log/logline.h"
#include "ui/log/logsearch.h"
#include "ui/log/logtimes.h"
#include "ui/parts/celltext.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QCache>
#include <memory>

namespace Slipway {

/// Shows an output of any size by painting the lines that are in sight, straight from the file.
/// Follows the end while it grows, wraps or scrolls sideways, searches, selects, copies. GUI
/// thread; nothing here waits for the file to be read through.
class LogView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);
    ~LogView() override;

    /// Empty path: nothing to show. isLive: it may still grow.
    void setFile(const QString &path, bool isLive);
    void setLive(bool isLive) { m_file.setLive(isLive); }
    /// nullptr: no times. setTimesShown decides whether they are seen.
    void setTimes(std::unique_ptr<LogTimes> times);
    void setTimesShown(bool isShown);
    void setWrapped(bool isWrapped);
    void setFollowing(bool isFollowing);
    bool isFollowing() const { return m_isFollowing; }

    const LogFile &file() const { return m_file; }
    const LogSearch &search() const { return m_search; }
    void find(const QString &text); ///< empty: nothing is marked any more
    void findNext();
    void findPrevious();
    /// From 1, of search().lines(); 0: none.
    qsizetype currentMatch() const;

    void scrollToLine(qint64 line); ///< from 0; it comes into the middle
    qint64 topLine() const { return m_top; }
    QString selectedText(); ///< at most 5000 lines; copy() takes more
    void copy();

Q_SIGNALS:
    void followingChanged(bool isFollowing); ///< also by scrolling away from the end
    void countsChanged();                    ///< lines, warnings, errors of file()
    void searchChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Shown
    {
        LogLine line;
        CellText cells;
    };
    struct Place
    {
        qint64 line = -1;
        qsizetype index = 0;
        auto operator<=>(const Place &) const = default;
    };
    struct Row
    {
        qint64 line = 0;
        int row = 0; ///< of the line, when it is wrapped
        auto operator<=>(const Row &) const = default;
    };

    void measure();
    void onReset();
    void onGrown();
    void onSearchChanged();
    const Shown &shown(qint64 line);
    int rowsOf(qint64 line);
    int rowsInView() const;
    int columnsInView() const;
    int textLeft() const;
    int topPadding() const;
    Row lastTop();
    Row top() const { return {m_top, m_topRow}; }
    Row moved(Row from, int rows);
    void setTop(Row row);
    void userScrolled();
    void scrollRows(int rows);
    void updateScrollBars();
    void scrollToEnd();
    bool scrollByKey(int key, bool isControl);
    void moveCursor(int key);
    void goToMatch(qsizetype which);

    Place placeAt(const QPoint &point);
    bool hasSelection() const { return m_anchor.line >= 0 && m_anchor != m_cursor; }
    LogCopy copyRequest();
    void clearSelection();

    void paintRow(QPainter *painter, qint64 line, int row, int y);
    void paintMargin(QPainter *painter, qint64 line, int y);
    void paintGrounds(QPainter *painter, qint64 line, const Shown &shown, qreal left, int y);
    void paintText(QPainter *painter, const Shown &shown, qsizetype from, qsizetype to, qreal left,
                   int y);

    LogFile m_file;
    LogSearch m_search;
    std::unique_ptr<LogTimes> m_times;
    QCache<qint64, Shown> m_lines;
    bool m_isFollowing = true;
    bool m_isWrapped = false;
    bool m_areTimesShown = true;
    bool m_isSetting = false;
    bool m_isSeeking = false; ///< go to the first match as soon as there is one
    qint64 m_top = 0;
    int m_topRow = 0;
    int m_lastTopRow = 0;
    int m_widest = 0; ///< columns, of the lines seen so far
    qreal m_cell = 8;
    int m_rowHeight = 18;
    int m_ascent = 12;
    qint64 m_matchLine = -1;
    Place m_anchor;
    Place m_cursor;
    QBasicTimer m_dragTimer;
    QThreadPool m_copyPool; ///< last: waits for its job
};

} // namespace Slipway
