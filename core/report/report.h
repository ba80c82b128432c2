// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runservices.h"
#include "core/run/runview.h"
#include "core/run/verify.h"

#include <QByteArray>

namespace Slipway {

/// A run as one document for an auditor and for the people who wait for it.
namespace Reports {

/// All that a report tells: a value.
struct Source
{
    RunView view; ///< in the language of the report
    VerifyReport verified;
    QString checklistFile;
    QString checklistDigest;
    QString inputsDigest;
    QString policyDigest; ///< empty: there was none
    QString host;
    qint64 madeAt = 0;
    /// What a step changed in files, as `diff -u` prints it, by the digest of its evidence.
    QMap<QString, QByteArray> diffs;
};

/// Reads a run, its evidence, and what verify says of it; may take seconds. In the thread of the
/// services' store. language: such as "pt_BR".
Result<Source> read(const QString &run, const RunServices &services, const QString &language);

/// A page of its own, without scripts and without anything from elsewhere; fit to be printed.
QByteArray html(const Source &source);
QByteArray markdown(const Source &source);
/// For programs.
QByteArray json(const Source &source);

} // namespace Reports

} // namespace Slipway
