// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Slipway {

/// Reads a regular file whole; refuses one of more than maxBytes, links are followed.
Result<QByteArray> readFile(const QString &path, qint64 maxBytes = 64 * 1024 * 1024);

/// Replaces a file so that after any crash it is either the old or the new one: a temporary
/// file beside it, fsync, rename, fsync of the folder. Keeps the mode of a file that exists.
/// writer: who alone writes this file now, for the name of the temporary file; what the same
/// writer left there when it was killed is replaced. Empty: a name nobody else has.
Result<void> writeFileDurably(const QString &path, const QByteArray &bytes, int modeIfNew = 0644,
                              const QString &writer = {});

/// The name of the temporary file beside a file of that name.
QString temporaryName(const QString &name, const QString &writer);

/// Makes a folder and its parents; those that are new get mode 0700.
Result<void> makePrivateFolder(const QString &path);

/// fsync of a folder, so that a rename or a new name in it survives a power loss.
Result<void> syncFolder(const QString &path);

/// The error for a failed system call on a path, with errno's own words.
Error fileError(const QString &path, int errorNumber);

} // namespace Slipway
