// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// A text that came out of an image or a file, harmless to show on one line: control characters
/// in caret form (^[ for escape), bidirectional and invisible ones as ‹U+202E›. A text without
/// such is given back as it is.
QString visibleText(const QString &text);

} // namespace Slipway
