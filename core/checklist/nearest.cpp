// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"

#include <algorithm>

namespace Slipway {

namespace {

/// How many characters have to be put in, taken out, replaced or swapped with the next.
int distance(const QString &from, const QString &to)
{
    QList<int> beforeLast(to.size() + 1);
    QList<int> last(to.size() + 1);
    QList<int> row(to.size() + 1);
    for (int j = 0; j <= to.size(); ++j)
        last[j] = j;
    for (int i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (int j = 1; j <= to.size(); ++j) {
            const int replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool isSwapped =
                i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (isSwapped)
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[to.size()];
}

/// Case and the usual separators say nothing about what was meant.
QString folded(const QString &name)
{
    QString text = name.toLower();
    return text.replace(u'_', u'-');
}

} // namespace

QString nearest(const QString &name, const QStringList &known)
{
    QString best;
    const QString wanted = folded(name.left(100));
    int least = std::max(1, int(wanted.size()) / 3) + 1;
    for (const QString &candidate : known) {
        const int steps = distance(wanted, folded(candidate.left(100)));
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

} // namespace Slipway
