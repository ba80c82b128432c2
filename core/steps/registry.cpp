// SPDX-License-Identifier: MIT
#include "core/steps/registry.h"

namespace Slipway {

void registerBuiltinKinds(KindRegistry &registry)
{
    Q_UNUSED(registry)
}

} // namespace Slipway
