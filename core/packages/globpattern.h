// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// True if a path relative to a root ('/' between folders) fits a pattern: '*' and '?' stay
/// inside one folder, '**' goes over folders ("a/**" is all below a, "**/x" any x), [abc] and
/// [!a-z] are one of a set. A pattern without '/' is a file name in any folder; with one it
/// counts from the root. Never slower than length of path times length of pattern.
bool matchesGlob(const QString &pattern, const QString &path);

} // namespace Slipway
