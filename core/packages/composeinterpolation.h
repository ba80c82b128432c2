// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/mappedbytes.h"

#include <QStringList>

namespace Slipway {

/// A value of a compose file with its variables replaced as far as the file alone tells.
struct Interpolated
{
    MappedBytes text;
    QStringList defaults; ///< variables whose default stands in the text now
    /// Variables that only the environment knows, and what cannot be read; they stand in the
    /// text as written.
    QStringList unknown;
};

/// Fills in ${NAME:-default} and ${NAME-default}, nested ones too, and "$$". Total.
Interpolated interpolateDefaults(const MappedBytes &written);

} // namespace Slipway
