// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// The status with which the script ends when the time is over.
inline constexpr int waitScriptTimedOut = 75;

/// A bash script with the arguments engine, project (may be empty), condition (running, exited,
/// healthy, log), seconds, address (may be empty), expression (of log) and services. It looks
/// once a second, prints what changed, and after the time is over the last lines of the
/// containers. All it is told comes as arguments; nothing is spliced into its text.
QString waitScript();

} // namespace Slipway
