// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"

#include <QCoreApplication>
#include <QStringList>

namespace Slipway {

/// What a run of a checklist will come to, as far as it can be told before it starts.
struct Forecast
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::Forecast)
public:
    int steps = 0; ///< a foreach over an input's list counts once for each of its values
    int stages = 0;
    int byPerson = 0; ///< done by hand, or waiting for a go-ahead
    int signOffs = 0;
    int pushes = 0;         ///< what leaves this machine
    qint64 expectedMs = -1; ///< from earlier runs; -1: there are none
    int earlierRuns = 0;

    static Forecast of(const Checklist &checklist, const Value::Map &inputs);
    /// A few lines for a person.
    QStringList lines() const;
};

} // namespace Slipway
