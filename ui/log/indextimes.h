// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/logindex.h"
#include "ui/log/logtimes.h"

namespace Slipway {

/// The times of an attempt's output, from the index its supervisor writes beside it.
class IndexTimes final : public LogTimes
{
public:
    /// logFile: absolute path of output.log; output.index stands beside it.
    explicit IndexTimes(const QString &logFile);

    qint64 millisecondsAt(qint64 offset) const override;
    void refresh() override;
    bool isEmpty() const { return m_index.records().isEmpty(); }

private:
    LogIndex m_index;
};

} // namespace Slipway
