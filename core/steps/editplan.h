// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"
#include "core/steps/rootedpath.h"

namespace Slipway {

/// A file to edit and what is in it.
struct EditedFile
{
    RootedPath path;
    QByteArray bytes;
};

/// The file that the parameters in and file (or the given path) name; it must be there.
Result<EditedFile> existingFile(const Value::Map &with, const StepContext &context);
Result<EditedFile> existingFile(const QString &root, const QString &path,
                                const StepContext &context);

/// The change of one file, with the bytes before and after kept as objects. Nothing: the file
/// is not there.
Result<FileEdit> planEdit(const StepContext &context, const RootedPath &path,
                          const std::optional<QByteArray> &before,
                          const std::optional<QByteArray> &after);

/// Writes every file that is as before; one that is as after already is left. When any file is
/// neither, nothing is touched ("files.foreign").
Result<void> applyEdits(const StepContext &context, const QList<FileEdit> &edits);

/// Done when every file is as after, not done while any is as before, foreign when one is
/// neither; outcome is what done means. Not done means as before again: files of an edit that
/// was cut short in the middle are put back.
Finding probeEdits(const StepContext &context, const QList<FileEdit> &edits, Outcome outcome);

/// Puts what act and probe of an edit need into the plan: the outputs, the changes as evidence
/// for the page before and after, and whether it could be undone.
Result<void> finishEditPlan(const StepContext &context, Plan *plan, const Value::Map &outputs);

/// The outcome that finishEditPlan stored.
Outcome plannedOutcome(const Intent &intent);

/// Kind::act, Kind::probe and Kind::undo of every kind that only edits files; act and probe
/// also of such an undo.
Outcome actEdits(const Intent &intent, const StepContext &context);
Finding probeEdits(const Intent &intent, const StepContext &context);
Result<std::optional<Plan>> undoEdits(const Intent &done, const StepContext &context);

} // namespace Slipway
