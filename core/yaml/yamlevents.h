// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/yamlbytes.h"

#include <functional>
#include <optional>
#include <yaml-cpp/eventhandler.h>

namespace Slipway {

/// Why the library could not go on.
struct YamlFailure
{
    Error error;          ///< with its place
    qsizetype offset = 0; ///< of that place
};

/// What makes these bytes unfit for the library: YamlBytes::problem(), and brackets nested so
/// deep that its tokens alone would take the memory.
std::optional<Error> unfitForYaml(const YamlBytes &bytes);

/// Lets the library hand its events to the handler, document by document while goesOn() says
/// so; what it throws ends here. Private to core/yaml, since it shows the library's types.
std::optional<YamlFailure> parseYamlEvents(const YamlBytes &bytes, YAML::EventHandler &handler,
                                           const std::function<bool()> &goesOn);

} // namespace Slipway
