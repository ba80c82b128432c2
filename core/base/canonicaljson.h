// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace Slipway {

/// One line of JSON with exactly one form for each value, fit to be hashed: keys sorted by
/// code unit, no blanks, whole numbers only, UTF-8, and in texts only `"`, `\` and controls
/// below U+0020 escaped (the short forms where JSON has them, else \u00xx in lower case).
/// Refuses fractions, numbers beyond 2^53, undefined values and keys that are not ASCII.
Result<QByteArray> canonicalJson(const QJsonValue &value);

/// Reads a JSON object; an error names the byte where it broke.
Result<QJsonObject> parseJsonObject(const QByteArray &bytes);

/// Lower-case hex SHA-256.
QString sha256Hex(const QByteArray &bytes);

} // namespace Slipway
