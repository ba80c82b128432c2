// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/capture.h"

#include <QIODevice>

namespace Slipway {

/// Looks for patterns in the lines of a program's output, however long it is: a part at a
/// time, terminal sequences left out. A line beyond 64 KiB is looked at in parts; one that a
/// pattern does not get through in time stops it.
class OutputScan final
{
public:
    /// Empty patterns are not looked for; of the captures those that have a pattern.
    OutputScan(const QString &expect, const QString &reject, const QList<Capture> &captures = {});

    void read(const QString &file);
    void read(QIODevice &source);
    bool isComplete() const;

    bool hasExpected() const { return m_hasExpected; }
    /// The first line that the pattern to reject matched; empty if there is none.
    const QString &rejectedLine() const { return m_rejectedLine; }
    /// Why it could not go on; empty if it could.
    const Error &error() const { return m_error; }
    /// name -> what its pattern took. An error names the first that found nothing.
    Result<Value::Map> captured() const;

private:
    void look(const QByteArray &line);
    bool matches(const QRegularExpression &pattern, const QString &line);

    QRegularExpression m_expect;
    QRegularExpression m_reject;
    bool m_hasExpected = false;
    QString m_rejectedLine;
    QList<Capture> m_captures;
    int m_missing = 0; ///< captures that found nothing yet
    Error m_error;
};

} // namespace Slipway
