// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"

namespace Slipway {

/// One thing beyond the folder of its run that a checklist would touch.
struct Touched
{
    Reach what = Reach::Program;
    Message text;       ///< harmless to show; ${{ }} stands for what only a run can tell
    Message note;       ///< "main unless given"; may be empty
    QStringList steps;  ///< the ids of the steps that do
    bool isNew = false; ///< it was not there when the checklist was trusted before
};

/// All that a checklist would touch, worked out from its text alone: no file and no program is
/// looked at. What the programs do that it starts is beyond it. A value; any thread.
struct Touches
{
    QList<Touched> things;   ///< in the order of the steps
    bool usesEngine = false; ///< of containers: whoever may use it may do everything on a machine
    bool usesShell = false;

    static Touches of(const Checklist &checklist, const Catalogue &catalogue);

    QList<Touched> all(Reach what) const;
    void markNew(const Touches &before);
};

} // namespace Slipway
