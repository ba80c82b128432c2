// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runfold.h"
#include "core/run/runservices.h"

#include <stop_token>

namespace Slipway {

/// The outputs of an automatic step in mode manual that a person just did: what the person
/// says, else what a probe of the plan that was shown finds. "people.outputs-needed" names
/// those that other steps use and nobody can tell, each in an argument after the third. Asks the
/// world, and so may take as long as a question does; ends early when asked to stop. Leaves
/// services.store alone, and so works in any thread.
Result<Value::Map> outputsDoneByHand(const RunFold &run, const Checklist &checklist,
                                     const StepKey &key, const Value::Map &said,
                                     const RunServices &services, std::stop_token stop = {});

} // namespace Slipway
