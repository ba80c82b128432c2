// SPDX-License-Identifier: MIT
#include "ui/log/logfile.h"

#include "ui/log/logline.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int lookEveryMs = 150;
constexpr qint64 chunkBytes = 1024 * 1024;
constexpr qint64 bytesPerJob = 16 * chunkBytes; // so that the lines appear as they are found
constexpr qint64 segmentBytes = LogScan::bytesPerMark + LogLine::maximumBytes + 1;

void scanFile(const QString &path, LogScan &scan, qint64 until, const std::atomic_bool &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(scan.offset))
        return;
    const qint64 end = qMin(until, scan.offset + bytesPerJob);
    while (scan.offset < end && !stop) {
        const QByteArray bytes = file.read(qMin(chunkBytes, end - scan.offset));
        if (bytes.isEmpty())
            return;
        scan.feed(bytes);
    }
}

} // namespace

LogFile::LogFile(QObject *parent) : QObject(parent), m_segments(24)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &LogFile::look);
}

LogFile::~LogFile()
{
    if (m_stop)
        *m_stop = true;
    m_pool.waitForDone();
}

void LogFile::open(const QString &path, bool isLive)
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    ++m_generation;
    m_path = path;
    m_isScanning = false;
    m_size = 0;
    m_scan = {};
    m_marks = {LogMark{}};
    m_segments.clear();
    m_exists = false;
    Q_EMIT reset();
    m_isLive = !isLive; // so that setLive acts
    setLive(isLive);
}

void LogFile::setLive(bool isLive)
{
    if (isLive == m_isLive)
        return;
    m_isLive = isLive;
    if (isLive && !m_path.isEmpty())
        m_timer.start();
    else
        m_timer.stop();
    look(); // what came last, too
}

void LogFile::look()
{
    if (m_path.isEmpty())
        return;
    const QFileInfo info(m_path);
    m_exists = info.exists();
    const qint64 size = info.size();
    if (size < m_scan.offset) {
        const bool isLive = m_isLive;
        open(m_path, isLive);
        return;
    }
    m_size = size;
    scanOn();
}

void LogFile::scanOn()
{
    if (m_isScanning || m_scan.offset >= m_size)
        return;
    m_isScanning = true;
    LogScan scan = m_scan;
    scan.fresh.clear();
    m_pool.start([this, scan, path = m_path, until = m_size, stop = m_stop,
                  generation = m_generation]() mutable {
        scanFile(path, scan, until, *stop);
        QMetaObject::invokeMethod(
            this, [this, scan, generation] { adopt(scan, generation); }, Qt::QueuedConnection);
    });
}

void LogFile::adopt(LogScan scan, int generation)
{
    if (generation != m_generation)
        return;
    m_isScanning = false;
    const bool hasGrown = scan.offset > m_scan.offset;
    m_segments.remove(m_marks.size() - 1); // the last one goes on where it ended
    m_marks.append(std::exchange(scan.fresh, {}));
    m_scan = std::move(scan);
    if (!hasGrown) {
        m_size = m_scan.offset; // it cannot be read further now; look() tries again
        return;
    }
    scanOn();
    Q_EMIT grown();
}

LogFile::Segment *LogFile::segmentOf(qint64 number)
{
    if (number < 0 || number >= lineCount())
        return nullptr;
    const auto after =
        std::upper_bound(m_marks.cbegin(), m_marks.cend(), number,
                         [](qint64 n, const LogMark &mark) { return n < mark.line; });
    const qsizetype which = after - m_marks.cbegin() - 1;
    if (Segment *known = m_segments.object(which))
        return known;
    QFile file(m_path);
    const LogMark mark = m_marks[which];
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(mark.offset))
        return nullptr;
    const qint64 end = which + 1 < m_marks.size() ? m_marks[which + 1].offset : m_scan.offset;
    auto *segment = new Segment;
    segment->bytes = file.read(qMin(end - mark.offset, segmentBytes));
    segment->firstLine = mark.line;
    segment->offset = mark.offset;
    segment->isWhole = segment->bytes.size() == end - mark.offset;
    segment->starts.append(0);
    for (qsizetype at = segment->bytes.indexOf('\n'); at >= 0;
         at = segment->bytes.indexOf('\n', at + 1))
        segment->starts.append(at + 1);
    m_segments.insert(which, segment);
    return segment;
}

QByteArray LogFile::line(qint64 number)
{
    const Segment *segment = segmentOf(number);
    if (!segment)
        return {};
    const qsizetype at = number - segment->firstLine;
    if (at >= segment->starts.size())
        return {};
    const qsizetype from = segment->starts[at];
    const qsizetype end =
        at + 1 < segment->starts.size() ? segment->starts[at + 1] - 1 : segment->bytes.size();
    return segment->bytes.mid(from, qMin<qsizetype>(end - from, LogLine::maximumBytes + 1));
}

qint64 LogFile::offsetOf(qint64 number)
{
    const Segment *segment = segmentOf(number);
    if (!segment || number - segment->firstLine >= segment->starts.size())
        return -1;
    return segment->offset + segment->starts[number - segment->firstLine];
}

} // namespace Slipway
