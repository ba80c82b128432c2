// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"
#include "core/steps/rootedpath.h"

namespace Slipway {

/// From where to where a `files.copy` goes, with all that it refuses already refused.
struct CopyPlaces
{
    QString source; ///< absolute; a folder or a regular file
    RootedPath target;
    RootedPath::Type targetNow = RootedPath::Type::Missing;
};

/// Reads from, in, to, into and root; a file name may be a pattern that one file matches.
/// Refuses a target equal to, inside or above the source and one inside a git repository,
/// and a missing source.
Result<CopyPlaces> copyPlaces(const Value::Map &with, const StepContext &context);

} // namespace Slipway
