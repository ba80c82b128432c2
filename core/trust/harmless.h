// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// A text of somebody else, fit to be shown where a person decides: what turns the writing round,
/// is not seen or moves the cursor stands as <U+202E>, and what is longer than `most` is cut with
/// a word of how much is left out. Line ends stay where lines is true.
QString harmless(const QString &text, bool lines = false, qsizetype most = 400);

} // namespace Slipway
