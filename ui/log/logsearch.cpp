// SPDX-License-Identifier: MIT
#include "ui/log/logsearch.h"

#include "ui/log/logline.h"

#include <QFile>

namespace Slipway {

namespace {

constexpr qint64 chunkBytes = 1024 * 1024;
constexpr qint64 bytesPerJob = 16 * chunkBytes;

struct Found
{
    QList<qint64> lines;
    qint64 offset = 0; ///< where the next line begins
    qint64 line = 0;
    qint64 readTo = 0;
};

class Seeker
{
public:
    Seeker(const QString &text, const Found &from, qsizetype most)
        : m_matcher(text, Qt::CaseInsensitive), m_found(from), m_most(most)
    {
    }

    void feed(const QByteArray &bytes)
    {
        m_rest += bytes;
        qsizetype from = 0;
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
            look(QByteArrayView(m_rest).sliced(from, end - from));
            m_found.offset += end - from + 1;
            ++m_found.line;
            from = end + 1;
        }
        m_rest.remove(0, from);
        if (m_rest.size() > LogLine::maximumBytes) { // the rest of such a line is not shown
            m_found.offset += m_rest.size();
            look(m_rest);
            m_rest.clear();
            m_isInLong = true;
        }
    }

    /// At the end of the file: what there is of the last line.
    Found finish(bool isAtEnd)
    {
        Found found = m_found;
        if (isAtEnd && !m_rest.isEmpty() && matches(m_rest))
            found.lines.append(found.line); // searched again when it has grown
        return found;
    }

private:
    bool matches(QByteArrayView bytes) const
    {
        bytes = bytes.first(qMin<qsizetype>(bytes.size(), LogLine::maximumBytes));
        const bool isFiltered =
            bytes.contains('\x1b') || bytes.contains('\r') || bytes.contains('\t');
        const QString text =
            isFiltered ? LogLine::fromBytes(bytes.toByteArray()).text : QString::fromUtf8(bytes);
        return m_matcher.indexIn(text) >= 0;
    }

    void look(QByteArrayView bytes)
    {
        const bool isRest = std::exchange(m_isInLong, false);
        if (!isRest && m_found.lines.size() < m_most && matches(bytes))
            m_found.lines.append(m_found.line);
    }

    QStringMatcher m_matcher;
    Found m_found;
    qsizetype m_most;
    QByteArray m_rest;
    bool m_isInLong = false;
};

Found searchFile(const QString &path, const QString &text, const Found &from, qint64 size,
                 qsizetype most, const std::atomic_bool &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(from.offset))
        return from;
    Seeker seeker(text, from, most);
    qint64 at = from.offset;
    const qint64 end = qMin(size, at + bytesPerJob);
    while (at < end && !stop) {
        const QByteArray bytes = file.read(qMin(chunkBytes, end - at));
        if (bytes.isEmpty())
            break;
        at += bytes.size();
        seeker.feed(bytes);
    }
    Found found = seeker.finish(at >= size);
    found.readTo = at;
    return found;
}

} // namespace

LogSearch::LogSearch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LogSearch::~LogSearch()
{
    if (m_stop)
        *m_stop = true;
    m_pool.waitForDone();
}

void LogSearch::start(const QString &path, const QString &text, qint64 size)
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    ++m_generation;
    m_path = path;
    m_text = text;
    m_size = size;
    m_offset = m_line = 0;
    m_lines.clear();
    m_isSearching = false;
    Q_EMIT changed();
    run();
}

void LogSearch::goOn(qint64 size)
{
    if (size <= m_size)
        return;
    m_size = size;
    run();
}

void LogSearch::run()
{
    if (m_isSearching || m_text.isEmpty() || m_path.isEmpty() || m_offset >= m_size || isFull())
        return;
    m_isSearching = true;
    Found from;
    from.offset = m_offset;
    from.line = m_line;
    m_pool.start([this, from, path = m_path, text = m_text, size = m_size, stop = m_stop,
                  most = mostLines - m_lines.size(), generation = m_generation] {
        const Found found = searchFile(path, text, from, size, most, *stop);
        QMetaObject::invokeMethod(
            this,
            [this, found, from, generation, size] {
                if (generation != m_generation)
                    return;
                m_isSearching = false;
                while (!m_lines.isEmpty() && m_lines.last() >= from.line)
                    m_lines.removeLast(); // the last line, seen before it was whole
                m_lines.append(found.lines);
                m_offset = found.offset;
                m_line = found.line;
                const bool hasMore = found.readTo < size && found.readTo > from.offset;
                if (hasMore || m_size > size)
                    run();
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace Slipway
