// SPDX-License-Identifier: MIT
#pragma once

#include "ui/log/logtimes.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QLabel;
class QStackedLayout;

namespace Slipway {

class EmptyState;
class LogView;
class SearchField;
class TextLabel;
class ToggleChip;

/// An output as pages show it: field to find, what was counted, follow, wrap, times, the lines.
class LogPane final : public QWidget
{
    Q_OBJECT

public:
    explicit LogPane(QWidget *parent = nullptr);

    /// path: absolute; empty: there is none. Calling it again with the same path changes
    /// nothing but isLive.
    void setLog(const QString &path, bool isLive);
    /// Other times than those of the index beside the log; after setLog.
    void setTimes(std::unique_ptr<LogTimes> times);
    /// What is said while there is nothing to show.
    void setEmptyText(const QString &title, const QString &text);
    LogView *view() const { return m_view; }
    qint64 lineCount() const;

Q_SIGNALS:
    void lineCountChanged(qint64 lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createTools();
    void connectParts();
    void retranslate();
    void updateCounts();
    void updateFindings();

    LogView *m_view;
    EmptyState *m_empty;
    SearchField *m_find;
    TextLabel *m_counts;
    ToggleChip *m_follow;
    ToggleChip *m_wrap;
    ToggleChip *m_times;
    QStackedLayout *m_stack;
    QTimer m_typing;
};

} // namespace Slipway
