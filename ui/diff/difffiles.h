// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/textdiff.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Slipway {

/// A file before and after. Input of the diff view; a value.
struct DiffFile
{
    QString title; ///< such as "api/Dockerfile"
    QByteArray before;
    QByteArray after;
    QString note;        ///< one line about it, such as "7 pins"; may be empty
    bool isNew = false;  ///< there was none before
    bool isGone = false; ///< there is none after

    bool operator==(const DiffFile &) const = default;
};

using DiffFiles = QList<DiffFile>;

/// A row on the screen: what stands left and right, or a gap between two places.
struct DiffScreenRow
{
    static constexpr int none = -1;
    int hunk = 0;
    int left = none; ///< row of the hunk; in a unified view the only one
    int right = none;
    bool isGap = false; ///< unchanged lines left out before the hunk

    bool operator==(const DiffScreenRow &) const = default;
};

/// A file compared, ready to be painted. A value; made by a worker.
struct DiffedFile
{
    TextDiff diff;
    QList<DiffScreenRow> sideBySide;
    QList<DiffScreenRow> unified;
    int widest = 0; ///< UTF-16 units of the longest line
    int oldLines = 0;
    int newLines = 0;

    static DiffedFile of(const DiffFile &file); ///< any thread
};

/// All changes as one patch, as `diff -u` prints it. Any thread.
QByteArray patchOf(const DiffFiles &files);

} // namespace Slipway
