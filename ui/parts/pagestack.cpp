// SPDX-License-Identifier: MIT
#include "ui/parts/pagestack.h"

#include "ui/theme/theme.h"

namespace Slipway {

QSize PageStack::sizeHint() const
{
    return {theme().px(640), theme().px(480)};
}

QSize PageStack::minimumSizeHint() const
{
    return {theme().px(120), theme().px(80)};
}

} // namespace Slipway
