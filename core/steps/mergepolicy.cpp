// SPDX-License-Identifier: MIT
#include "core/steps/mergepolicy.h"

#include "core/packages/globpattern.h"

#include <algorithm>

namespace Slipway {

namespace {

// What DVC writes: digests that belong together.
const QStringList usuallyWhole{QStringLiteral("*.dvc"), QStringLiteral("dvc.lock")};

bool fitsOne(const QStringList &patterns, const QString &path)
{
    return std::any_of(patterns.cbegin(), patterns.cend(),
                       [&](const QString &pattern) { return matchesGlob(pattern, path); });
}

Error unknownSide(const QString &side, const QString &branch, const QString &from)
{
    return Error(QStringLiteral("git.prefer-unknown"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "\"prefer\" names %1, which is no side of this merge. Its sides "
                                   "are %2 (ours) and %3 (theirs)."),
                 {side, branch, from});
}

} // namespace

std::optional<MergeSide> MergePolicy::preferred(const QString &path) const
{
    if (fitsOne(ours, path))
        return MergeSide::Ours;
    return fitsOne(theirs, path) ? std::optional(MergeSide::Theirs) : std::nullopt;
}

bool MergePolicy::isWhole(const QString &path) const
{
    return fitsOne(whole, path);
}

Result<MergePolicy> mergePolicy(const Value::Map &with, const QString &branch, const QString &from)
{
    MergePolicy policy;
    const Value whole = with[QStringLiteral("whole")];
    policy.whole = whole.isNull() ? usuallyWhole : whole.texts();
    const Value::Map prefer = with[QStringLiteral("prefer")].map();
    const QString shortFrom = from.section(u'/', 1);
    for (auto it = prefer.cbegin(); it != prefer.cend(); ++it) {
        const QStringList patterns = it->isList() ? it->texts() : QStringList{it->text()};
        const bool isOurs = it.key() == branch || it.key() == QLatin1String("ours");
        const bool isTheirs = it.key() == from || it.key() == QLatin1String("theirs") ||
                              (it.key() == shortFrom && !isOurs);
        if (isOurs == isTheirs)
            return unknownSide(it.key(), branch, from);
        (isOurs ? policy.ours : policy.theirs) += patterns;
    }
    return policy;
}

} // namespace Slipway
