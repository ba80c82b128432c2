// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runfold.h"

#include <functional>

namespace Slipway {

/// One effect that an undo would come to.
struct UndoItem
{
    StepKey key;
    QString title;   ///< of the step, in the language asked for; with the instance if there is one
    int attempt = 0; ///< 0: a person did it by hand, so that only a person can reverse it
    QString run;     ///< that did it, where it is an earlier one: an undo does not reach there
    UndoNote note;   ///< whether it can be undone, and how or why not
    Message summary; ///< what was done: the sentence of its plan; may be empty
};

/// What an undo would reverse, in the order in which it would: the last effect first.
struct UndoPreview
{
    QString run;
    QString to;        ///< the step that would stay, and all before it; empty: all is undone
    QStringList steps; ///< that would be undone, in the order of the checklist
    QList<UndoItem> items;

    /// Those that cannot be undone: they are left in place if a person agrees.
    QList<UndoItem> impossible() const;
    /// The attempts that would be undone, highest first.
    QList<int> attempts() const;
};

/// A run by its id; nullptr if it cannot be read.
using RunReader = std::function<const RunFold *(const QString &)>;

/// What undoing all that came after the step `to` would be; of everything where `to` is empty.
/// What was taken over from earlier runs comes last and counts as impossible: earlier tells what
/// those did, and whether anything of it is to be undone.
UndoPreview undoPreview(const RunFold &run, const Checklist &checklist, const QString &to,
                        const QString &language, const RunReader &earlier = {});

} // namespace Slipway
