// SPDX-License-Identifier: MIT
#pragma once

#include "core/trust/trustquestion.h"

namespace Slipway {

/// What the terminal and the window both say of a checklist that asks for trust.
namespace TrustWords {

inline constexpr Reach reaches[] = {Reach::Program, Reach::Host, Reach::Path, Reach::Image,
                                    Reach::Secret};

/// "Programs", "Servers", …
Message title(Reach what);
/// Where it stands: it never was trusted, it changed since, it may run.
Message standing(const TrustQuestion &question);
/// What weighs more than one line in a list: the engine of containers, shell text.
QList<Message> warnings(const Touches &touches);
/// What trusting a checklist does not cover.
Message limits();

} // namespace TrustWords

} // namespace Slipway
