// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

namespace Slipway {

/// Where the lines of a file stand, counted from 1 and ended by '\n'.
class FileLines
{
public:
    explicit FileLines(const QByteArray &file);

    int lineOf(qsizetype byte) const;
    /// The first byte of a line.
    qsizetype startOf(int line) const;

private:
    QList<qsizetype> m_ends;
};

} // namespace Slipway
