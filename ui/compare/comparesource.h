// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/compareservices.h"

namespace Slipway {

/// One of the things that the page compares, and how far it is read.
struct CompareSource
{
    enum class State
    {
        Reading,
        Ready,
        Failed
    };
    quint64 id = 0;       ///< as long as it is on the page
    QString source;       ///< as PackageSource reads it; of fixed ones what it is called
    bool isFixed = false; ///< what a step left behind: there is nothing to read again
    State state = State::Reading;
    QString problem; ///< a sentence
    QString detail;  ///< raw text behind it; may be empty
    SourceReading reading;
    qint64 tookMs = 0;
};

} // namespace Slipway
