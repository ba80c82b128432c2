// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Slipway {

/// Where [ and { are nested deeper than that for the first time; -1 if they never are. A quick
/// look without a tree, made before the YAML library keeps a token for each bracket (a
/// megabyte of them takes it 232). Knows quotes, comments and block scalars just well enough;
/// what it lets pass meets the exact limit later.
qsizetype flowDepthExceeded(const QByteArray &bytes, int limit);

} // namespace Slipway
