// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Slipway {

/// Every way in which a secret may show in what is stored: as it is, in base64 wherever it
/// begins in a longer text, in hexadecimal digits, escaped for addresses, JSON, XML and shells,
/// reversed; of one with several lines, each line too. What has fewer than six bytes gives none:
/// hiding it would only make a log unreadable. Sorted, each once.
std::vector<std::string> secretForms(const std::vector<std::string> &values);

} // namespace Slipway
