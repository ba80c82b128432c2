// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/planner.h"
#include "core/run/rehearsal.h"
#include "core/run/runservices.h"
#include "core/run/runstarter.h"
#include "core/run/scratchfolder.h"

#include <stop_token>

namespace Slipway {

/// Walks a checklist in the order of a run and lets every step plan, none act. Files that steps
/// would change are changed in an overlay alone; nothing is asked but what a question allows
/// (Question::isLocal), nothing is written but into a scratch folder, and neither the journal nor
/// the supervisor is touched. Used for one rehearsal, in one pool thread, which it may block for
/// as long as reading the files takes.
class Rehearser final
{
public:
    /// services: the store is not used and may be missing.
    Rehearser(const RunServices &services, std::stop_token stop = {});

    /// Errors are those of starting a run: a checklist that cannot be read, inputs that do not
    /// fit; "rehearsal.stopped" once the token asks. A step that would fail is no error.
    Result<Rehearsal> rehearse(const NewRunRequest &request);

private:
    Result<void> prepare(const NewRunRequest &request);
    Result<void> makeScratch();
    void say(const QString &kind, const QJsonObject &body);
    bool goOn();
    void expandStep(const QString &id);
    void rehearseStep(const StepKey &key);
    void planStep(const Kind &kind, const StepKey &key, RehearsedStep *step);
    void suppose(const Kind &kind, const StepKey &key, const Value::Map &with, const Plan &plan,
                 RehearsedStep *step);
    void showParameters(const Value::Map &with, RehearsedStep *step);
    void fail(const Error &error, const StepKey &key, RehearsedStep *step);
    void end(const StepKey &key, const RehearsedStep &step);
    void addUnreached();
    QStringList whoMayChangeFiles(const QString &step) const;
    StepContext context(const StepSpec &step, RehearsedStep *record);
    Rehearsal take();

    RunServices m_services;
    std::stop_token m_stop;
    Catalogue m_catalogue;
    Checklist m_checklist;
    RunFold m_run;
    QString m_workspace;
    std::shared_ptr<ScratchFolder> m_scratch;
    std::shared_ptr<Overlay> m_overlay;
    QMap<QString, QList<RehearsedStep>> m_steps; ///< by step id
    QMap<QString, QList<Message>> m_remarks;     ///< of the expansion, by step id
    QStringList m_changers; ///< steps that may change files in a way that nobody can tell
};

} // namespace Slipway
