// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"
#include "core/steps/kind.h"

namespace Slipway {

// What the kinds that work with git share.

/// The repository that the parameter `in` names.
Result<Repository> stepRepository(const Value::Map &with, const StepContext &context);

/// Programs of git in this folder, which never ask for a password and take paths as they are.
ProgramSpec gitPrograms(const QString &directory, const QList<QStringList> &argumentLists);

/// The first ten digits, for people.
QString shortId(const QString &commit);

/// The branch that is checked out, or the commit where there is none; for people.
QString shownHead(const GitHead &head);

/// "%1 files: a, b, c" of at most five, for sentences.
QString someOf(const QStringList &paths);

/// Paths with a change that git tracks; untracked files are left out.
QStringList trackedChanges(const QList<GitChange> &changes);

/// "git.dirty": these changes have to be committed first.
Error uncommitted(const Repository &repository, const QStringList &paths);

/// An url without a password in it, to be shown and kept.
QString withoutPassword(const QString &url);

/// FileEdits with their bytes put into the object store. Files too large to show are left out.
Result<QList<FileEdit>> editsOf(const QList<GitFileChange> &changes, const QString &root,
                                const StepContext &context);

/// Brings a commit of a remote here if it is not: objects alone, no reference is changed. False: it
/// is not to be had.
bool fetchCommit(const Repository &repository, const QString &commit, const QString &remote,
                 const QString &reference,
                 const std::function<Result<Reply>(const Question &)> &ask);

Finding findingOf(Finding::Verdict verdict, Message explanation, QList<Fact> facts = {});
/// "It could not be looked at: …"
Finding unknownFinding(const Error &error);

} // namespace Slipway
