// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <atomic>
#include <memory>

namespace Slipway {

/// Finds the lines of a file that hold a text, whatever its case, in a pool thread of its own,
/// and goes on where it stopped when the file grew. Keeps at most 100 000 lines. GUI thread.
class LogSearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSearch)

public:
    static constexpr qsizetype mostLines = 100'000;

    explicit LogSearch(QObject *parent = nullptr);
    ~LogSearch() override;

    /// Forgets what was found and searches path up to size; an empty text finds nothing.
    void start(const QString &path, const QString &text, qint64 size);
    /// The file has size bytes now.
    void goOn(qint64 size);
    QString text() const { return m_text; }
    const QList<qint64> &lines() const { return m_lines; } ///< numbers from 0, rising
    bool isSearching() const { return m_isSearching; }
    bool isFull() const { return m_lines.size() >= mostLines; }

Q_SIGNALS:
    void changed(); ///< more was found, or the search ended

private:
    void run();

    QString m_path;
    QString m_text;
    qint64 m_size = 0;
    qint64 m_offset = 0; ///< of the first line not searched yet
    qint64 m_line = 0;
    bool m_isSearching = false;
    int m_generation = 0;
    QList<qint64> m_lines;
    std::shared_ptr<std::atomic_bool> m_stop;
    QThreadPool m_pool; ///< last: waits for its job
};

} // namespace Slipway
