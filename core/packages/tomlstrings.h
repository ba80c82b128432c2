// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/mappedbytes.h"

#include <QList>
#include <QStringList>

namespace Slipway {

/// A string of a TOML document and the path of keys that leads to it. Elements of an array
/// have the path of the array.
struct TomlString
{
    QStringList path;
    MappedBytes text; ///< unescaped, without its quotes
    bool isInArray = false;
};

/// What a TOML document holds, as far as editing strings in place needs it.
struct TomlStrings
{
    QList<TomlString> strings;
    QList<QStringList> tables; ///< of [headers] and [[headers]]
};

/// Reads all four kinds of TOML string with their places. Numbers, dates and flags are
/// stepped over and not checked; what breaks the structure is an error with its line.
Result<TomlStrings> readTomlStrings(const QByteArray &file);

} // namespace Slipway
