// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace Slipway {

/// A run of elements that is the same in both sequences.
struct CommonRun
{
    qsizetype oldBegin = 0;
    qsizetype newBegin = 0;
    qsizetype length = 0;
    bool operator==(const CommonRun &) const = default;
};

struct SequenceDiff
{
    QList<CommonRun> common; ///< in order; none of length 0
    bool isCoarse = false;   ///< gave up: only the common beginning and end were looked for
};

/// The shortest edit script between two sequences of numbers, by Myers's greedy algorithm.
/// Costs time and memory by the square of the number of differences; beyond maxDifferences it
/// gives up.
SequenceDiff diffSequences(const QList<int> &oldItems, const QList<int> &newItems,
                           int maxDifferences);

} // namespace Slipway
