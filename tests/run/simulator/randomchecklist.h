// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/random.h"

#include "core/checklist/catalogue.h"

#include <QByteArray>

namespace Slipway {

/// A checklist of one to seven steps as text: stages, needs across them, foreach, `if`, gates,
/// modes, limits. Some of its expressions fail when they are evaluated.
QByteArray randomChecklist(Random &random);

/// The kinds its steps use: `command` runs programs, `edit` works in-process and knows the state
/// before, `manual`, `approval`.
Catalogue simulatedCatalogue();

} // namespace Slipway
