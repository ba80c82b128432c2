// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/yamlnode.h"

#include <QByteArray>

namespace Slipway {

/// What a file may be at most; more is refused before it costs memory.
namespace YamlLimits {
inline constexpr qsizetype bytes = 1024 * 1024;
inline constexpr int levels = 64;
inline constexpr int nodes = 100'000;
inline constexpr qsizetype scalarBytes = 64 * 1024;
} // namespace YamlLimits

/// Reads one YAML document of the plain kind that a person writes and reads: maps with text
/// keys, lists, scalars. The one door to the YAML library; any thread. Everything that could
/// mean something else than it looks like is refused with its place: aliases, anchors, tags,
/// merge keys, duplicate keys, several documents, control and bidi characters (comments may
/// hold the latter), invalid UTF-8, and whatever exceeds YamlLimits.
/// file: the name that places carry; nothing is opened. Columns count characters.
Result<YamlNode> readYaml(const QByteArray &bytes, const QString &file);

} // namespace Slipway
