// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report.h"
#include "core/signing/signing.h"

#include <QByteArray>

namespace Slipway::Attestation {

/// The namespace of its signatures.
QString nameSpace();

/// A run as an in-toto statement (v1) in a DSSE envelope, signed with an SSH key. A profile of our
/// own: `sig` is the base64 of what `ssh-keygen -Y sign` gives for DSSE's pre-authentication
/// encoding, in the namespace above, so other tools can read the envelope but not check it. The
/// subjects are the run's last event and all evidence, the predicate is the report. Runs
/// ssh-keygen and waits.
Result<QByteArray> envelope(const Reports::Source &source, const Signing::Key &key);

/// What is signed of a payload: "DSSEv1 LENGTH TYPE LENGTH PAYLOAD".
QByteArray preAuthentication(const QByteArray &type, const QByteArray &payload);

} // namespace Slipway::Attestation
