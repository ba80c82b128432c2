// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// A checklist that can be started, as home offers it.
struct ChecklistCard
{
    QString file; ///< what startChecklist() gives back
    QString title;
    QString help;
    QString readiness; ///< "ready · Docker 28.2 · last 38 min"; may be empty

    bool operator==(const ChecklistCard &) const = default;
};

} // namespace Slipway
