// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/journal/objectstore.h"

#include <QString>

namespace Slipway {

/// True for 64 lower-case hex digits.
bool isHash(const QString &text);

/// SHA-256 (lower-case hex) of a file of any size.
Result<QString> fileDigest(const QString &path);

/// What ObjectStore::read() checks, without keeping the bytes: for objects of any size.
Result<void> checkObject(const ObjectStore &objects, const QString &digest);

} // namespace Slipway
