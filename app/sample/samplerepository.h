// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>
#include <stop_token>

namespace Slipway {

/// One repository of the sample: a clone in DIRECTORY/forks and its bare remote in
/// DIRECTORY/remotes, with commits that are the same everywhere. Waits for git.
class SampleRepository
{
public:
    /// hasEarlierUpdate: the remote has a branch of an update that was merged already.
    SampleRepository(const QString &directory, const QString &name, bool hasEarlierUpdate);

    Result<void> make(std::stop_token stop) const;

private:
    Result<void> publish(std::stop_token stop) const;

    QString m_name;
    QString m_clone;
    QString m_remote;
    bool m_hasEarlierUpdate;
};

} // namespace Slipway
