// SPDX-License-Identifier: MIT
#include "core/steps/outputscan.h"

#include "core/steps/programtext.h"

#include <QFile>

namespace Slipway {

namespace {
constexpr qint64 longestLine = 64 * 1024;
constexpr int longestShown = 300;
} // namespace

OutputScan::OutputScan(const QString &expect, const QString &reject)
    : m_expect(expect), m_reject(reject), m_hasExpected(expect.isEmpty())
{
}

bool OutputScan::isComplete() const
{
    const bool hasRejected = m_reject.pattern().isEmpty() || !m_rejectedLine.isEmpty();
    return m_hasExpected && hasRejected;
}

void OutputScan::read(const QString &file)
{
    QFile source(file);
    if (isComplete() || !source.open(QIODevice::ReadOnly))
        return;
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
        m_hasExpected = m_expect.match(text).hasMatch();
    if (!m_reject.pattern().isEmpty() && m_rejectedLine.isEmpty() &&
        m_reject.match(text).hasMatch())
        m_rejectedLine = text.isEmpty() ? QStringLiteral(" ") : text.left(longestShown);
}

} // namespace Slipway
