// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

namespace Slipway::Exec {

/// The values that the console hands over, by the name of the secret.
using Secrets = std::map<std::string, std::string>;

/// Reads lines of {"name":…,"value":…} up to a line {"end":true}. Nothing if the input ends
/// before that or a line is no such object: then the console is gone and nothing may start.
std::optional<Secrets> readSecrets(int fd);

} // namespace Slipway::Exec
