// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/titleblock.h"
#include "ui/theme/statemark.h"

#include <QCoreApplication>

namespace Slipway {

/// How a step and a run are spoken of, in the window's language. Times are ms since 1970.
struct StepWords
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::StepWords)
public:
    /// A sentence a person would say: "Push dev-1.1.0 to the registry: did it happen?"
    static QString title(const StepView &step);
    /// The line or two below it.
    static QString description(const StepView &step);
    /// "Running 6:12 of about 9 min", "attempt 2".
    static QList<ChipText> chips(const StepView &step, qint64 now);
    /// What comes after this step, for the left end of the bar.
    static QList<Span> next(const RunView &run, const StepView &step);
    /// "14:02", with the day if that is not today.
    static QString moment(qint64 time, qint64 now);
    /// "sha256:4be1 90c2 …": the first digits in groups of four, enough to compare by eye.
    static QString digest(const QString &digest, int groups = 2);
    /// "running", "done in 2 s": an instance in a list.
    static QString brief(const StepView &step, qint64 now);
    /// "Can be undone: …", "Cannot be undone: …".
    static QString undoNote(const UndoNoteView &note);
    /// Of its state; a step that went on after a failure shows that it warns.
    static Mark markOf(const StepView &step);
    static Mark undoMark(UndoNote::Can can);
    static bool needsPerson(const StepView &step);
    /// Nothing of the run starts by itself any more.
    static bool isOver(RunState state);

private:
    static ChipText stateChip(const StepView &step, qint64 now);
    static QString retryText(const StepView &step, qint64 now);
    static QString pollText(const PollView &poll, qint64 now);
    static QString waitingText(const StepView &step, qint64 now);
};

} // namespace Slipway
