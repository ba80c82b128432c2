// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"

struct git_tree;

// Within core/git only.
namespace Slipway::GitLibrary {

/// What differs between two trees; nullptr: the empty one.
Result<QList<GitFileChange>> changesOfTrees(git_repository *repository, git_tree *before,
                                            git_tree *after);

} // namespace Slipway::GitLibrary
