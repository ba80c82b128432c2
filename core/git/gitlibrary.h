// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

struct git_oid;
struct git_object;
struct git_repository;

// Within core/git only.
namespace Slipway::GitLibrary {

/// Starts libgit2 once for this process.
void ensureStarted();

/// What libgit2 said last in this thread, for something that failed at this path. A code of
/// an owner that is not us gets a sentence of its own.
Error lastError(const QString &path, int code);

QString idText(const git_oid *id);

} // namespace Slipway::GitLibrary
