// SPDX-License-Identifier: MIT
#pragma once

#include "tests/crash/crashscenario.h"

namespace CrashScenarios {

/// A stack of one tiny service is brought up, waited for and asked for its packages, as is its
/// image. Needs the test engine's image.
CrashScenario docker();

/// Building an image and logging in, at a server of this process.
CrashScenario dockerImages();

} // namespace CrashScenarios
