// SPDX-License-Identifier: MIT
#include "core/base/sequencediff.h"

#include <algorithm>
#include <optional>

namespace Slipway {

namespace {

/// The part of two sequences that remains without their common beginning and end.
struct Middle
{
    const int *oldItems;
    const int *newItems;
    qsizetype oldSize;
    qsizetype newSize;
};

/// The furthest reaching points of each number of differences, on the diagonals -d, -d+2, … d.
using Trace = QList<QList<qsizetype>>;

/// Where on diagonal k a path with d differences begins: from the neighbour that got further.
bool stepsDown(const QList<qsizetype> &last, qsizetype d, qsizetype k)
{
    if (k == -d)
        return true;
    if (k == d)
        return false;
    const qsizetype left = last.at((k - 1 + d - 1) / 2);
    const qsizetype above = last.at((k + 1 + d - 1) / 2);
    return left < above;
}

qsizetype startOn(const QList<qsizetype> &last, qsizetype d, qsizetype k)
{
    if (d == 0)
        return 0;
    return stepsDown(last, d, k) ? last.at((k + 1 + d - 1) / 2) : last.at((k - 1 + d - 1) / 2) + 1;
}

std::optional<Trace> findPath(const Middle &middle, int maxDifferences)
{
    Trace trace;
    for (qsizetype d = 0; d <= maxDifferences; ++d) {
        QList<qsizetype> reached(d + 1);
        for (qsizetype k = -d; k <= d; k += 2) {
            qsizetype x = startOn(d == 0 ? QList<qsizetype>() : trace.last(), d, k);
            qsizetype y = x - k;
            while (x < middle.oldSize && y >= 0 && y < middle.newSize &&
                   middle.oldItems[x] == middle.newItems[y]) {
                ++x;
                ++y;
            }
            reached[(k + d) / 2] = x;
            if (x >= middle.oldSize && y >= middle.newSize) {
                trace.append(reached);
                return trace;
            }
        }
        trace.append(reached);
    }
    return std::nullopt;
}

/// Walks the path back and gives its diagonal runs from the end to the beginning.
QList<CommonRun> runsOf(const Trace &trace, const Middle &middle)
{
    QList<CommonRun> runs;
    qsizetype x = middle.oldSize;
    qsizetype y = middle.newSize;
    for (qsizetype d = trace.size() - 1; d >= 0; --d) {
        const qsizetype k = x - y;
        const QList<qsizetype> last = d > 0 ? trace.at(d - 1) : QList<qsizetype>();
        const qsizetype start = startOn(last, d, k);
        if (x > start)
            runs.append({start, start - k, x - start});
        if (d == 0)
            break;
        const bool down = stepsDown(last, d, k);
        x = down ? start : start - 1;
        y = down ? start - k - 1 : start - k;
    }
    std::reverse(runs.begin(), runs.end());
    return runs;
}

} // namespace

SequenceDiff diffSequences(const QList<int> &oldItems, const QList<int> &newItems,
                           int maxDifferences)
{
    qsizetype head = 0;
    const qsizetype shorter = std::min(oldItems.size(), newItems.size());
    while (head < shorter && oldItems.at(head) == newItems.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head &&
           oldItems.at(oldItems.size() - 1 - tail) == newItems.at(newItems.size() - 1 - tail))
        ++tail;
    const Middle middle = {oldItems.constData() + head, newItems.constData() + head,
                           oldItems.size() - head - tail, newItems.size() - head - tail};
    SequenceDiff diff;
    if (head > 0)
        diff.common.append({0, 0, head});
    const bool isOneSided = middle.oldSize == 0 || middle.newSize == 0;
    if (const auto trace = isOneSided ? std::nullopt : findPath(middle, maxDifferences)) {
        for (const CommonRun &run : runsOf(*trace, middle))
            diff.common.append({run.oldBegin + head, run.newBegin + head, run.length});
    } else {
        diff.isCoarse = !isOneSided;
    }
    if (tail > 0)
        diff.common.append({oldItems.size() - tail, newItems.size() - tail, tail});
    return diff;
}

} // namespace Slipway
