// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/secretkeeper.h"

#include <QString>

namespace Slipway {

/// Where the value of a secret is kept; never the value.
struct SecretFact
{
    SecretKeeper::Home home = SecretKeeper::Home::Nowhere;
    QString why; ///< it is in no keyring; may be empty
};

} // namespace Slipway
