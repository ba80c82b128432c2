// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace Slipway::Exec {

/// The values that the console hands over, by the name of their environment variable.
using Secrets = std::map<std::string, std::string>;

/// Reads lines of {"name":…,"value":…} up to a line {"end":true}. Nothing if the input ends
/// before that or a line is no such object: then the console is gone and nothing may start.
std::optional<Secrets> readSecrets(int fd);

/// Every way in which a value may show in output. Values of fewer than six bytes give none:
/// hiding them would only make the log unreadable.
std::vector<std::string> secretForms(const Secrets &secrets);

} // namespace Slipway::Exec
