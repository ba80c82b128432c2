// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/policy.h"
#include "core/run/runservices.h"
#include "core/run/verify.h"
#include "core/signing/signing.h"

#include <QString>

namespace Slipway {

/// A run as a folder that proves itself: manifest.json (how many events, the last one's hash, the
/// digest of every file) with the signature of who exported it, events.jsonl, the objects and
/// logs that the events name, and verify.py, which checks all of it with Python and ssh-keygen.
namespace Bundles {

struct Request
{
    QString run;
    QString folder;       ///< must not exist, or be empty
    QString keyFile = {}; ///< to sign the manifest; empty: a key of the policy's person
    QString person = {};  ///< id in the policy; empty: the one with the author's user name
};

/// With what to sign what is exported: the file, else a key of that person (empty: the one with the
/// author's user name) in the agent or in ~/.ssh. Runs ssh-add and waits.
Result<Signing::Key> exportKey(const QString &keyFile, const QString &person,
                               const std::optional<Policy> &policy, const RunServices &services);

/// Writes it. A run that is not whole is not exported ("bundle.not-whole"). Runs ssh-keygen and
/// waits; any thread, with a store of its own.
Result<void> write(const Request &request, const RunServices &services);

/// Checks such a folder: everything that verifyRun() looks at but the head row, and the manifest.
/// Reads only. An error: it is no bundle at all.
Result<VerifyReport> verify(const QString &folder);

/// True for a folder that has a manifest.
bool isBundle(const QString &folder);

} // namespace Bundles

} // namespace Slipway
