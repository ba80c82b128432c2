// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Slipway {

/// True if pip, uv or pipx read the next word as the value of this option: `--index-url`, `-r`,
/// `-qr`; not `--index-url=x`, `-rx`, `-q`. An option that is not known takes none.
bool takesNextWord(const QByteArray &option);

} // namespace Slipway
