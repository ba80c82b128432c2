// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/requirement.h"

#include <QByteArray>
#include <QString>

namespace Slipway {

/// The one place in a file that a pattern marks: a regular expression (Perl's, '^' and '$' at
/// lines) whose only group, or whose group named "version", is the text to change; without a
/// group the whole match is. No match and more than one are errors, the latter naming the
/// lines: "packages.no-match", "packages.several-matches", "packages.bad-pattern".
Result<ByteRange> locateMarked(const QByteArray &bytes, const QString &pattern);

/// The text with one of its whole numbers raised by one, as "r1.6.18" with number 3 becomes
/// "r1.6.19". number: 1 is the first, -1 the last. Leading zeros keep the width. The caller
/// does this once, at plan time, and writes the outcome as a value, so that a repetition does
/// not raise it again. Error: "packages.no-such-number".
Result<QString> raised(const QString &text, int number);

/// The bytes with that range set to a text. Refuses controls and line ends in it
/// ("packages.bad-version-text").
Result<QByteArray> withMarkedText(const QByteArray &bytes, ByteRange range, const QString &text);

} // namespace Slipway
