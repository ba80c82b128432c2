// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/verbs.h"

namespace Slipway {

/// --secret NAME, of run, resume and undo
QCommandLineOption secretOption();
/// Whether what --secret says is right for this checklist. Nothing is read yet.
Result<void> checkGivenSecrets(const Call &call, const Checklist &checklist);
/// Reads the secrets that --secret names, without echo from a terminal, else a line each from
/// standard input, and keeps them for this session. On a terminal it also asks for those of the
/// checklist that are kept nowhere.
Result<void> takeGivenSecrets(Call &call, const Checklist &checklist);
/// The same for a run, by its pinned checklist. False: it was said what is wrong.
bool takeSecretsOfRun(Call &call, const QString &run);
/// One secret: from a terminal without echo, else all of standard input but its last line end.
Result<QString> readSecret(const Call &call, const InputSpec &input);

/// The secret of that name; an error lists those that there are.
Result<InputSpec> secretNamed(const Checklist &checklist, const QString &name);

} // namespace Slipway
