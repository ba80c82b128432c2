// SPDX-License-Identifier: MIT
#pragma once

#include "pattern.h"
#include "secrets.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace Slipway::Exec {

struct CommandSpec
{
    std::vector<std::string> argv;
    std::string captureFile;
    bool runsAlways = false;
    std::string input; ///< for its standard input
    std::string inputSecret;
};

struct AnswerSpec
{
    Pattern prompt;
    std::string reply;
    std::string secret;
};

/// spec.json as core/process/programspec.h writes it.
struct Spec
{
    std::vector<CommandSpec> commands;
    std::string directory;
    std::map<std::string, std::string> environment;
    std::map<std::string, std::string> secretEnvironment;
    bool terminal = false;
    std::vector<AnswerSpec> answers;
    long long timeoutMs = 0;
    long long promptWaitMs = 60'000;
    std::optional<Pattern> interruptPattern;
    long long interruptAfterMs = 0;
    long long maxLogBytes = 1LL << 30;

    /// Nothing, with the reason in error, if the text is no usable spec.
    static std::optional<Spec> parse(const std::string &bytes, std::string &error);
    /// Puts the values in the places of the names; false: one was not handed over.
    bool fillIn(const Secrets &secrets, std::string &error);
};

} // namespace Slipway::Exec
