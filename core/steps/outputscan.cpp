// SPDX-License-Identifier: MIT
#include "core/steps/outputscan.h"

#include "core/steps/programtext.h"

#include <QFile>

namespace Slipway {

namespace {
constexpr qint64 longestLine = 64 * 1024;
constexpr int longestShown = 300;
} // namespace

OutputScan::OutputScan(const QString &expect, const QString &reject, const QList<Capture> &captures)
    : m_expect(boundedPattern(expect)), m_hasExpected(expect.isEmpty())
{
    if (!reject.isEmpty())
        m_reject = boundedPattern(reject);
    for (const Capture &capture : captures) {
        if (!capture.isJson())
            m_captures.append(capture);
    }
    m_missing = int(m_captures.size());
}

bool OutputScan::isComplete() const
{
    const bool hasRejected = m_reject.pattern().isEmpty() || !m_rejectedLine.isEmpty();
    return !m_error.isEmpty() || (m_hasExpected && hasRejected && m_missing == 0);
}

void OutputScan::read(const QString &file)
{
    QFile source(file);
    if (!isComplete() && source.open(QIODevice::ReadOnly))
        read(source);
}

void OutputScan::read(QIODevice &source)
{
    while (!source.atEnd() && !isComplete())
        look(source.readLine(longestLine));
}

void OutputScan::look(const QByteArray &line)
{
    QString text = QString::fromUtf8(line);
    if (text.endsWith(u'\n'))
        text.chop(1);
    text = plainOutput(text);
    if (!m_hasExpected)
        m_hasExpected = matches(m_expect, text);
    if (!m_reject.pattern().isEmpty() && m_rejectedLine.isEmpty() && matches(m_reject, text))
        m_rejectedLine = text.isEmpty() ? QStringLiteral(" ") : text.left(longestShown);
    m_missing = 0;
    for (Capture &capture : m_captures) {
        const auto found = capture.look(text);
        if (!found && m_error.isEmpty())
            m_error = found.error();
        m_missing += found.valueOr(false) ? 0 : 1;
    }
}

bool OutputScan::matches(const QRegularExpression &pattern, const QString &line)
{
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.isValid() && m_error.isEmpty())
        m_error = Error(QStringLiteral("command.endless-pattern"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "A pattern does not get through a line of the output in "
                                          "time. Make it simpler: no repetition inside a "
                                          "repetition."));
    return match.hasMatch();
}

Result<Value::Map> OutputScan::captured() const
{
    Value::Map values;
    for (const Capture &capture : m_captures) {
        const auto value = capture.taken();
        if (!value)
            return value.error();
        values.insert(capture.name(), *value);
    }
    return values;
}

} // namespace Slipway
