// SPDX-License-Identifier: MIT
#pragma once

#include "ui/log/lineclass.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Slipway {

/// How a program asked for a piece of its output to look (SGR).
struct LogStyle
{
    static constexpr int none = -1;
    static constexpr int trueColour = 0x1000000; ///< flag above 0xrrggbb
    int ink = none;                              ///< none, 0…255, or trueColour | 0xrrggbb
    int ground = none;
    bool isBold = false;
    bool isFaint = false;
    bool isItalic = false;
    bool isUnderlined = false;
    bool isInverse = false;

    bool operator==(const LogStyle &) const = default;
};

struct LogRun
{
    qsizetype from = 0;
    qsizetype length = 0;
    LogStyle style;
};

/// A line of output as it is shown: hostile bytes made harmless. Colours are read; any other
/// control character or sequence is shown in caret form (^[[2K), bidirectional and invisible
/// controls as ‹U+202E›, tabs as spaces up to the next eighth cell; of a line that was rewritten
/// with carriage returns only the last version stays. Colours start afresh on each line, so that
/// any line can be shown without those before it. A value; any thread.
struct LogLine
{
    static constexpr qsizetype maximumBytes = 64 * 1024;

    QString text;
    QList<LogRun> runs; ///< pieces with a style of their own, in order
    LineClass what = LineClass::Plain;
    bool isCut = false; ///< longer than maximumBytes; text ends with …

    static LogLine fromBytes(const QByteArray &bytes, bool isCut = false);
};

} // namespace Slipway
