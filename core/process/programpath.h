// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Slipway {

/// The absolute path of a program. A name without `/` is looked up in searchPath (the value of
/// PATH; its relative and empty entries are ignored, so that no folder of a repository can put
/// a program in the way); a relative path with `/` is taken from directory. Error:
/// "program.missing".
Result<QString> findProgram(const QString &name, const QString &searchPath,
                            const QString &directory = {});

} // namespace Slipway
