// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// Where a `packages.freeze` asks pip, and the programs that do it.
struct FreezeSource
{
    QString label;           ///< "container:api", "image:python-api", "venv:/…"
    QString container;       ///< id; empty: no container
    bool wasStopped = false; ///< the container has to be stopped again
    QString throwAway;       ///< name of the container that an image gets; empty: none
    ProgramSpec programs;
    QList<Fact> facts;
};

/// The file of an attempt that takes pip's list.
inline QString freezeCapture()
{
    return QStringLiteral("packages.txt");
}

/// Reads service and compose, container, image and venv; exactly one source must be said.
Result<FreezeSource> freezeSource(const Value::Map &with, const StepContext &context);

} // namespace Slipway
