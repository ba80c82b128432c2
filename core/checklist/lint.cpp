// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"

#include "core/checklist/linter.h"

namespace Slipway {

QList<LintFinding> lint(const Checklist &checklist, const Catalogue &catalogue)
{
    return Linter(checklist, catalogue).findings();
}

} // namespace Slipway
