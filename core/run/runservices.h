// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/paths.h"
#include "core/journal/objectstore.h"
#include "core/journal/store.h"
#include "core/secrets/secretkeeper.h"
#include "core/steps/kind.h"

namespace Slipway {

/// What the run folder works with. Everything is owned elsewhere and outlives its users; the
/// store belongs to the thread that uses it.
struct RunServices
{
    Places places;
    Store *store = nullptr;
    const KindRegistry *kinds = nullptr;
    const Clock *clock = nullptr;
    QString supervisor;              ///< path of slipway-exec
    QString author;                  ///< who this process acts for
    SecretKeeper *secrets = nullptr; ///< nullptr: no secret is known

    ObjectStore objects() const { return ObjectStore(places.objects()); }
};

} // namespace Slipway
