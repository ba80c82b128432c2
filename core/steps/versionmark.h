// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/requirement.h"

#include <QByteArray>
#include <QString>

namespace Slipway {

/// Where a file says its version, and how another one is written there.
struct VersionMark
{
    ByteRange range;
    QString version;    ///< what stands there as a version; "Unreleased" where there is none yet
    bool isNew = false; ///< there is none yet, so no number can be raised
    QString before;     ///< written around a new version, such as "## [" and "] - 2026-11-22"
    QString after;
};

/// The place in a file whose name tells: [project].version (or Poetry's) of pyproject.toml, the
/// newest head of a changelog. A head without a version ("Unreleased") becomes one with `today`
/// (YYYY-MM-DD) where the older heads have dates. Errors: "version.no-pattern" for other files,
/// "version.released" for a changelog whose newest head has a date, "version.no-head".
Result<VersionMark> versionMarkIn(const QByteArray &bytes, const QString &file,
                                  const QString &today);

} // namespace Slipway
