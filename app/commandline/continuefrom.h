// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/verbs.h"

namespace Slipway {

/// The options of `run` for going on with another run.
QList<QCommandLineOption> continuationOptions();
bool wantsContinuation(const Call &call);
/// --dry-run
bool wantsOnlyPreview(const Call &call);

/// `run --continue-from`: shows what is taken over, and creates the run unless that is all.
/// Nothing and a status when it ends here.
std::optional<QString> createContinuation(Call &call, int &status);

} // namespace Slipway
