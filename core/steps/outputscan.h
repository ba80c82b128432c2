// SPDX-License-Identifier: MIT
#pragma once

#include <QRegularExpression>
#include <QString>

namespace Slipway {

/// Looks for two patterns in the lines of a program's output, however long it is: a part at a
/// time, terminal sequences left out. A line beyond 64 KiB is looked at in parts.
class OutputScan final
{
public:
    /// Empty patterns are not looked for.
    OutputScan(const QString &expect, const QString &reject);

    void read(const QString &file);
    bool isComplete() const;

    bool hasExpected() const { return m_hasExpected; }
    /// The first line that the pattern to reject matched; empty if there is none.
    const QString &rejectedLine() const { return m_rejectedLine; }

private:
    void look(const QByteArray &line);

    QRegularExpression m_expect;
    QRegularExpression m_reject;
    bool m_hasExpected = false;
    QString m_rejectedLine;
};

} // namespace Slipway
