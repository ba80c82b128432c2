// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/hostfacts.h"

#include <QByteArray>

namespace Slipway {

/// An attempt's `started`, by which a console tells whether what began it can still be here. No
/// pid is ever trusted alone.
struct StartRecord
{
    enum class Place
    {
        ThisBoot,    ///< on this machine, since it was last started
        EarlierBoot, ///< on this machine, before that: nothing of it runs any more
        OtherHost    ///< on another machine, which alone can tell
    };

    QString bootId;
    qint64 pid = 0;       ///< of the supervisor
    qint64 startTime = 0; ///< of the supervisor, in clock ticks since that boot
    QString host;
    qint64 at = 0; ///< ms since 1970

    /// From the file's bytes; what is not there stays empty.
    static StartRecord fromJson(const QByteArray &bytes);
    /// A record that says nothing counts as of this boot, so that its programs are looked for.
    Place place(const HostFacts &here) const;
};

} // namespace Slipway
