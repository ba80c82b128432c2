// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/verbs.h"

namespace Slipway {

/// --after RUN: what that run hands to the checklist that is started.
QCommandLineOption afterOption();

/// The inputs to begin with, from the run that --after names; nothing without the option.
/// checklist: as it was asked for on the command line. An error says what the run does offer.
Result<Value::Map> inputsAfter(Call &call, const QString &checklist);

/// Says which checklists may follow the run, and with which commands. To standard error.
void tellFollowUps(const Call &call, const RunFold &run, const Checklist &checklist);

} // namespace Slipway
