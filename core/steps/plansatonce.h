// SPDX-License-Identifier: MIT
#pragma once

namespace Slipway {

/// Of a kind whose plan() only computes from its parameters: it asks nothing and reads nothing, so
/// the engine's thread may call it. The intent then becomes durable together with the event that
/// let the step start.
class PlansAtOnce
{
public:
    virtual ~PlansAtOnce() = default;
};

} // namespace Slipway
