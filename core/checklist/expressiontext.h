// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/expressionnode.h"

namespace Slipway {

/// An expression written out, with no more parentheses than it needs: how one reads that was not
/// written so, such as the condition of a group where its parameters were put in.
QString textOf(const ExpressionNode &node);

} // namespace Slipway
