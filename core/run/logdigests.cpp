// SPDX-License-Identifier: MIT
#include "core/run/logdigests.h"

namespace Slipway {

Outcome withLogDigest(Outcome outcome, const AttemptFolder &folder, GrowingDigest *known)
{
    for (Evidence &evidence : outcome.evidence) {
        const bool isMissing = evidence.digest.isEmpty() && evidence.size > 0 &&
                               folder.path() + u'/' + evidence.file == folder.logFile();
        if (!isMissing)
            continue;
        GrowingDigest anew(folder.logFile());
        if (const auto whole = (known ? known : &anew)->finish()) {
            evidence.size = whole->size;
            evidence.digest = whole->digest;
        }
    }
    return outcome;
}

} // namespace Slipway
