// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runfold.h"
#include "core/run/runservices.h"

namespace Slipway {

/// What a run is started from.
struct NewRunRequest
{
    QByteArray checklist; ///< bytes of the document; the run is pinned to them
    QString file;         ///< where they were read from
    Value::Map inputs;    ///< as given; resolved and checked here
    // Of a run that continues another (see continuation.h):
    QString continues = {};
    QString workspace = {};
    QJsonArray carried = {};
};

/// Checks the checklist and the inputs, pins the bytes as objects, makes the run's folders and
/// appends run.created. Nothing is started. Returns the id. The bytes that are checked for trust
/// (see TrustStore::check) are those that are pinned and run.
Result<QString> createRun(const NewRunRequest &request, const RunServices &services);

/// Reads and lints; the error of the first problem, with its place.
Result<Checklist> loadChecklist(const QByteArray &bytes, const QString &file,
                                const Catalogue &catalogue);

/// The same for whoever is going to do something with it: fails if these bytes are not trusted.
/// The includes are read once; what is returned holds what was checked.
Result<Checklist> loadTrusted(const NewRunRequest &request, const RunServices &services);

/// The run's events folded, page by page.
Result<RunFold> loadRun(Store &store, const QString &runId);

/// The pinned checklist of a run, from its object.
Result<Checklist> pinnedChecklist(const RunFold &run, const ObjectStore &objects);

/// The id for an id, a unique prefix of at least 4 characters, or "last".
Result<QString> findRun(Store &store, const QString &text);
/// The same among these, the last that changed first.
Result<QString> runNamed(const QStringList &runs, const QString &text);

/// Name of this machine, for the journal.
QString hostName();

} // namespace Slipway
