// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/textdiff.h"
#include "ui/parts/celltext.h"

namespace Slipway {

/// A line of a diff as it is painted: tabs as cells, control and invisible characters made
/// visible, and where the changed words are in that. A value.
struct DiffLine
{
    CellText cells;
    QList<TextSpan> changed;

    /// showsWhitespace: spaces and tabs get marks. A carriage return is always seen.
    static DiffLine of(const DiffRow &row, bool showsWhitespace);
};

} // namespace Slipway
