// SPDX-License-Identifier: MIT
#pragma once

class QLayout;

namespace Slipway {

/// Takes everything out of a layout and deletes it at once.
void clearLayout(QLayout *layout);

/// The same while an event of one of the widgets may be under way: they are hidden now and deleted
/// after it.
void clearLayoutLater(QLayout *layout);

} // namespace Slipway
