// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/base/result.h"
#include "core/journal/headfile.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace Slipway {

/// One thing that is wrong with a run's journal, and where.
struct VerifyProblem
{
    qint64 event = 0; ///< number of the event; 0: the run as a whole
    Error what;
};

/// code: what follows "verify.".
Error verifyProblem(const char *code, const char *pattern, const QStringList &arguments = {});

/// What was found by looking at every event of a run.
struct VerifyReport
{
    QString run;
    qint64 events = 0;        ///< that could be read
    KnownHead head;           ///< the last of them
    int objects = 0;          ///< different objects and logs that its events name
    int decisions = 0;        ///< at gates, held against what was open then
    int signatures = 0;       ///< of decisions, that hold
    bool hasHeadFile = false; ///< without it a cut tail may not be seen
    QList<VerifyProblem> problems;
    bool hasMore = false; ///< there are more problems than are listed

    bool isWhole() const { return problems.isEmpty(); }
};

/// "NUMBER:HASH" or "HASH", as a person noted it; nothing if it is neither.
std::optional<KnownHead> knownHead(const QString &text);

/// Reads a run's events page by page and says exactly what is wrong with them: the chain, the
/// bodies, the leases, the decisions, the head row, the objects and logs they name, and whether
/// the end is there that the run's head file and `known` tell of.
///
/// run: as for findRun(); where the journal itself does not know it any more, the name of its
/// folder. Reads only, opens the journal for itself, and so works in any thread; it may take
/// seconds. A damaged journal is a problem in the report; the error is for a run of which
/// nothing is known at all.
Result<VerifyReport> verifyRun(const Places &places, const QString &run,
                               const std::optional<KnownHead> &known = std::nullopt);

} // namespace Slipway
