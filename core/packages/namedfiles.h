// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pin.h"

#include <QStringList>

namespace Slipway {

/// What to say about the files that a file names and that are not edited with it: their pins
/// stay as they are. A file of a build may be copied before it is used, so that its name alone
/// counts. from and given: paths of the same kind, absolute or below one folder.
QList<LeftAlone> filesNotGiven(const QList<NamedFile> &named, const QString &from,
                               const QStringList &given);

/// Lock files that stand beside a pyproject.toml and no longer fit once it changes; isThere:
/// whether there is a file of that path.
template <typename IsThere>
QStringList staleLocks(const QString &file, IsThere isThere)
{
    QStringList stale;
    if (!file.endsWith(QLatin1String("pyproject.toml")))
        return stale;
    const QString folder = file.left(file.lastIndexOf(u'/') + 1);
    for (const char *name : {"poetry.lock", "uv.lock", "pdm.lock"})
        if (isThere(folder + QLatin1String(name)))
            stale.append(QLatin1String(name));
    return stale;
}

/// What to say about a stale lock file.
LeftAlone staleLock(const QString &name);

} // namespace Slipway
