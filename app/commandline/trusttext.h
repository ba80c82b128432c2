// SPDX-License-Identifier: MIT
#pragma once

#include "core/trust/trustquestion.h"

#include <QJsonObject>

namespace Slipway {

/// What a checklist would touch and what changed in it, for a person at a terminal; harmless
/// whatever the checklist holds.
QByteArray trustText(const TrustQuestion &question);

/// {checklist, digest, trusted, why?, engine, shell, touches: [{what, text, note?, steps, new}],
/// changes: [{path, new, gone}]}
QJsonObject trustJson(const TrustQuestion &question);

} // namespace Slipway
