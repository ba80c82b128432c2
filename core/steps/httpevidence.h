// SPDX-License-Identifier: MIT
#pragma once

#include "core/http/httpclient.h"

namespace Slipway {

// What a server sends is hostile text: shown without terminal sequences, controls and what
// turns the direction of writing, and never more of it than a person could read.

/// Status, headers and body, to be kept. Cookies are named, not shown.
QByteArray shownReply(const HttpReply &reply);

/// The beginning of the body, for an output; of bytes that are no text their number.
QString shownBody(const HttpReply &reply);

} // namespace Slipway
