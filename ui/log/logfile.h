// SPDX-License-Identifier: MIT
#pragma once

#include "ui/log/logscan.h"

#include <QCache>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <memory>

namespace Slipway {

/// An output file of any size that may still grow: knows where its lines begin and gives any of
/// them. A pool thread of its own reads the file through once for the index and again only what
/// was added; GUI thread otherwise, where reading a line costs at most one read of 320 KiB.
class LogFile final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFile)

public:
    explicit LogFile(QObject *parent = nullptr);
    ~LogFile() override;

    /// Empty path: nothing. isLive: looked at again every 150 ms until setLive(false).
    void open(const QString &path, bool isLive);
    void setLive(bool isLive);
    QString path() const { return m_path; }
    bool isLive() const { return m_isLive; }
    bool exists() const { return m_exists; }

    qint64 lineCount() const { return m_scan.lineCount(); }
    qint64 indexedBytes() const { return m_scan.offset; }
    qint64 size() const { return m_size; }
    bool isIndexed() const { return !m_isScanning && m_scan.offset >= m_size; }
    qint64 warnings() const { return m_scan.warnings; }
    qint64 errors() const { return m_scan.errors; }

    /// The bytes of line number (from 0) without its end, at most LogLine::maximumBytes + 1.
    QByteArray line(qint64 number);
    qint64 offsetOf(qint64 number); ///< -1 if there is no such line

Q_SIGNALS:
    void grown(); ///< there are more lines, or the last one is longer
    void reset(); ///< another file, or it was cut short and is read afresh

private:
    struct Segment
    {
        QByteArray bytes;
        QList<qsizetype> starts;
        qint64 firstLine = 0;
        qint64 offset = 0;
        bool isWhole = true; ///< false: its last line is longer than what was read
    };
    void look();
    void scanOn();
    void adopt(LogScan scan, int generation);
    Segment *segmentOf(qint64 number);

    QString m_path;
    bool m_isLive = false;
    bool m_exists = false;
    bool m_isScanning = false;
    qint64 m_size = 0;
    int m_generation = 0;
    LogScan m_scan;
    QList<LogMark> m_marks;
    QCache<qsizetype, Segment> m_segments;
    QTimer m_timer;
    std::shared_ptr<std::atomic_bool> m_stop;
    QThreadPool m_pool; ///< last: waits for its job before anything else goes
};

} // namespace Slipway
