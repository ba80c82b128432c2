// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"
#include "core/steps/plan.h"

namespace Slipway {

/// What git writes into the log of the branch when an attempt commits, so that its commit is
/// known again whatever hooks and filters made of it.
QString commitMark(const QString &effectKey);

/// The commit on which the branch of a git.commit stands, of HEAD without a branch; empty
/// before the first commit.
QString branchTip(const Repository &repository, const GitHead &head, const QString &branch);

/// How the undo of a commit ended: the branch of the intent is back ("back" of its data), still
/// where it was before the undo, or neither. isRestBack: so is all that goes back with it. taken,
/// standing: QT_TRANSLATE_NOOP("Slipway::Message", …) for the first two.
Finding probeTakenBack(const Repository &repository, const GitHead &head, const Intent &intent,
                       bool isRestBack, const char *taken, const char *standing);

/// The commit that the attempt made, if the branch ever stood on it: by its mark, or else, where
/// git keeps no log, the commit at the tip when it is just what was meant. differing: paths
/// that a commit at the tip has otherwise than meant.
std::optional<QString> commitMadeBy(const Repository &repository, const Intent &intent,
                                    const QString &tip, QStringList *differing = nullptr);

/// SHA-256 of what each path was to hold, before any filter of git; empty: it was to be gone.
Value::Map contentsIn(const Value::Map &data);

/// The first line that is not empty, as git takes the subject.
QString subjectOf(const QString &message);

} // namespace Slipway
