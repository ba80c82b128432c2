// SPDX-License-Identifier: MIT
#pragma once

#include "attemptdir.h"

#include <optional>
#include <string>
#include <vector>

namespace Slipway::Exec {

/// How one command ended.
struct CommandEnd
{
    int exitCode = -1;
    int signal = 0;
    bool hasRun = false;
    bool isOk() const { return exitCode == 0; }
};

/// What result.json will say (core/process/programspec.h, ProgramResult).
struct Outcome
{
    std::string end; ///< empty: not decided
    std::vector<CommandEnd> commands;
    std::string reason;
    std::string promptText;
    long long startedAt = 0;
    long long finishedAt = 0;
    long long logBytes = 0;
    long long droppedBytes = 0;
    long long leftovers = 0;
    std::vector<std::string> survivors;
    bool wasInterrupted = false;

    /// The first decision stands.
    void decide(const std::string &how, const std::string &why = {});
    std::string json() const;
};

/// result.json, whose room on the disk is taken before anything runs.
class ResultFile final
{
public:
    bool reserve(const AttemptDir &folder);
    /// Complete or not at all, also after a power loss.
    bool write(const AttemptDir &folder, const std::string &text);

private:
    Descriptor m_file;
};

} // namespace Slipway::Exec
