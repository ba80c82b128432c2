// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// Something this machine has or lacks, as the page before a start shows it.
struct MachineFact
{
    enum class State
    {
        Asking, ///< not known yet
        Good,
        Doubtful, ///< the run can start, but mind it
        Missing   ///< the run cannot do all of its work
    };
    QString name;  ///< "Docker engine"
    QString value; ///< "28.2 · context default"
    State state = State::Asking;
    QString advice; ///< a sentence: what it means and what to do; empty when good

    bool operator==(const MachineFact &) const = default;
};

/// What was found in a folder that an input names.
struct DirectoryFact
{
    QString text; ///< "main, clean, 2 commits behind origin"
    MachineFact::State state = MachineFact::State::Asking;

    bool operator==(const DirectoryFact &) const = default;
};

} // namespace Slipway
