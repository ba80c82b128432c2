// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runstarter.h"

namespace Slipway {

/// One step of a checklist that a run would go on with: taken over, or done again.
struct CarryStep
{
    QString step;
    LocalizedText title;
    bool isCarried = false;
    Message why; ///< it is done again; empty if it is taken over
};

/// What a run that continues another takes over from it, before anything is done.
struct CarryPreview
{
    QString run; ///< that is continued
    QList<CarryStep> steps;
    NewRunRequest request; ///< what the new run would begin with, nothing left out
    Error problem;         ///< why nothing can be taken over so; empty if it can

    int carried() const;
};

/// A request with what it leaves out filled in from the run it continues: its checklist, read
/// anew from where it was, and those of its inputs that the checklist still has.
Result<NewRunRequest> continuationRequest(const QString &run, const NewRunRequest &request,
                                          const RunServices &services);

/// What a run on the request's checklist and inputs would take over from `run`. A step is taken
/// over when nothing but its texts changed, the inputs it looks at are the same, it was done or
/// not needed, and the same holds for all it needs; never a gate, whose decision is about the
/// bytes of the checklist. Changes nothing.
///
/// Fails if the run cannot be continued: it is driven ("run.driven"), something of it still
/// runs or is in doubt ("run.at-work"), or it was continued already ("run.continued").
Result<CarryPreview> previewContinuation(const QString &run, const NewRunRequest &request,
                                         const RunServices &services);

/// Creates the new run, in the workspace of the old one, and closes the old one. Returns the
/// new id; nothing is started.
Result<QString> continueRun(const QString &run, const NewRunRequest &request,
                            const RunServices &services);

/// For who begins to drive: fails if the run was continued by another, and sees to it that the
/// run it continues is closed, also where a crash came between.
Result<void> settleContinuation(const RunFold &run, const RunServices &services);

} // namespace Slipway
