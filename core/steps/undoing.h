// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/plan.h"

namespace Slipway {

// The words in which kinds speak of undoing.

/// Nothing outlives the step. text: QT_TRANSLATE_NOOP("Slipway::Message", …), or none.
UndoNote nothingToUndo(const char *text = nullptr, const QStringList &arguments = {});
/// How it is undone.
UndoNote undoneBy(const char *text, const QStringList &arguments = {});
/// Why it cannot be.
UndoNote notUndone(const char *text, const QStringList &arguments = {});
/// Marks a finished plan as one that Kind::undo made, and says that it is not undone itself.
void markAsUndo(Plan *plan);
/// True of an intent with such a plan; not of an undo by what the step says under `undo`, which
/// is a plan like any other.
bool isOwnUndo(const Intent &intent);

/// "undo.changed": what is to be put back is no longer as the step left it. what: a file, a
/// branch, …, as a person knows it.
Error changedSince(const QString &what);
/// "undo.impossible": what was kept for the undo is no longer there.
Error bytesMissing(const QString &what);
/// "undo.impossible", for the reason that the note gave beforehand.
Error impossibleAsSaid(const Intent &done);

} // namespace Slipway
