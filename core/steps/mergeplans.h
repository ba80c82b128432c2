// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/mergesituation.h"

namespace Slipway {

/// The ways in which an attempt of git.merge goes, as its plan keeps them under "mode".
namespace MergeWay {
inline constexpr QLatin1String nothing("nothing"); ///< the branch has all of it already
inline constexpr QLatin1String merge("merge");
inline constexpr QLatin1String forward("fast-forward");
inline constexpr QLatin1String ask("ask");         ///< there are conflicts: nothing is done
inline constexpr QLatin1String begin("begin");     ///< in the folder, to be mended there
inline constexpr QLatin1String mended("mended");   ///< what was mended in the folder
inline constexpr QLatin1String giveUp("give-up");  ///< what was begun in the folder
inline constexpr QLatin1String unknown("unknown"); ///< a rehearsal cannot tell
} // namespace MergeWay

/// The way of an attempt that was planned.
QString mergeWay(const Intent &intent);

/// What a git.merge with these parameters would do now, with the answers that people gave so far.
/// Its data has "mode", "theirs", "tree" (of the merge way), "preferred" and "conflicts".
Result<Plan> planMerge(const Repository &repository, const Value::Map &with,
                       const MergeSituation &now, const StepContext &context);

} // namespace Slipway
