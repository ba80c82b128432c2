// SPDX-License-Identifier: MIT
#pragma once

namespace Slipway {

class EngineBridge;
class RunRequests;

/// Passes what is asked for on the page of a run to the engine. Both live longer than the
/// connections; GUI thread.
void passRunRequests(RunRequests *requests, EngineBridge *engine);

} // namespace Slipway
