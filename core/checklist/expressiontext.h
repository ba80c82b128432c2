// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/expressionnode.h"

namespace Slipway {

/// An expression written out, with no more parentheses than it needs: how one reads that was not
/// written so, such as the condition of a group where its parameters were put in.
QString textOf(const ExpressionNode &node);
/// The same, such that it gives this expression when it is parsed: steps['first.build'].
QString sourceOf(const ExpressionNode &node);

} // namespace Slipway
