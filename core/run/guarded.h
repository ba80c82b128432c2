// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <exception>

namespace Slipway {

/// Catches what a kind should never throw: the last resort of a pool job. onFailure makes the
/// job's result of the error.
template <typename T, typename F, typename G>
T guarded(F work, G onFailure)
{
    try {
        return work();
    } catch (const std::exception &problem) {
        return onFailure(Error(QStringLiteral("internal.exception"),
                               QT_TRANSLATE_NOOP("Slipway::Error",
                                                 "Slipway failed inside this step: %1. This is a "
                                                 "fault in Slipway; nothing was recorded as done."),
                               {QString::fromUtf8(problem.what())}));
    }
}

} // namespace Slipway
