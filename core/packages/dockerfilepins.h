// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pin.h"

namespace Slipway {

/// The packages that the RUN instructions of a Dockerfile install with pip, in shell form,
/// JSON form and heredocs. Text that only looks like a pin (ENV, LABEL, echo, apt-get) is not
/// one. A heredoc that is no shell script is reported when it holds "==".
LocatedPins locateDockerfilePins(const QByteArray &file);

} // namespace Slipway
