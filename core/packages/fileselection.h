// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/pin.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace Slipway {

/// The regular files below root that fit one of the patterns and none of the exceptions (see
/// matchesGlob()), relative to root, sorted. Links are not followed and not taken; .git and
/// folders of virtual environments (with a pyvenv.cfg), node_modules and __pycache__ are not
/// entered. A pattern that fits no file is an error, "packages.no-such-file", so that a typing
/// error cannot pass as "nothing to do".
Result<QStringList> selectFiles(const QString &root, const QStringList &patterns,
                                const QStringList &exceptions = {});

/// What selectFiles() chooses from: all regular files below root that are in no skipped folder,
/// relative to root.
Result<QStringList> filesBelow(const QString &root);
/// True if a folder on the way to this path is one that is not entered, by its name.
bool isSkippedBelow(const QString &path);
/// The choice itself.
Result<QStringList> selectAmong(const QStringList &files, const QString &root,
                                const QStringList &patterns, const QStringList &exceptions = {});

/// By its name: Dockerfile, dockerfile, Containerfile, X.Dockerfile, Dockerfile.x,
/// requirements*.txt and .in, X-requirements.txt, constraints*.txt, pyproject.toml, *.sh, *.bash.
std::optional<PinFileKind> pinFileKindOf(const QString &path);

/// Of the words dockerfile, requirements, pyproject, shell, as `--as` takes them.
std::optional<PinFileKind> pinFileKindNamed(const QString &word);
QString pinFileKindName(PinFileKind kind);

} // namespace Slipway
