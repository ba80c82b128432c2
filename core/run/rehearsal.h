// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/localizedtext.h"
#include "core/journal/objectstore.h"
#include "core/run/runfold.h"

#include <QTemporaryDir>
#include <memory>

namespace Slipway {

/// What a rehearsal found out about one step or one instance of it. A value.
struct RehearsedStep
{
    enum class State
    {
        Planned,   ///< all of it is known
        Waits,     ///< it needs something that only comes while the run goes on
        Person,    ///< a person does or decides it
        Skipped,   ///< not needed with these inputs
        Fails,     ///< it would fail as things are now
        NotReached ///< a step that it needs would fail
    };
    StepKey key;
    LocalizedText title;
    QString kind;
    State state = State::Planned;
    bool needsGoAhead = false; ///< mode confirm
    QList<Message> remarks;    ///< what it waits for, what was taken for granted, why skipped
    Error error;               ///< of Fails; of Waits: how it would fail as things are now
    Message summary;           ///< one sentence; empty where nothing could be planned
    QList<Fact> facts;
    QString directory;           ///< where the commands run
    QStringList variables;       ///< NAME=VALUE that they get
    QList<QStringList> commands; ///< programs and arguments, in turn
    QList<FileEdit> edits;
    QList<Evidence> evidence;
    QList<QStringList> questions; ///< what would be asked of programs, remotes and engines
    UndoNote undo;
    QStringList waitsFor; ///< such as steps.build.outputs.wheel
    Value::Map outputs;   ///< unknown ones included
};

struct RehearsedStage
{
    QString name;
    LocalizedText title;
    QList<RehearsedStep> steps;
};

/// All steps of a checklist, planned one after the other without doing any. The bytes that its
/// changes name lie in a scratch folder, which goes with the last copy.
struct Rehearsal
{
    QString checklist;
    LocalizedText title;
    Value::Map inputs;
    QList<RehearsedStage> stages;
    std::shared_ptr<const QTemporaryDir> scratch;

    ObjectStore objects() const
    {
        return ObjectStore(scratch->filePath(QStringLiteral("objects")));
    }
    QList<RehearsedStep> steps() const; ///< of all stages
    bool wouldFail() const;
    /// {checklist, wouldFail, inputs, stages: [{name, steps: [{id, instance, state, …}]}]}
    QJsonObject toJson() const;
};

/// Said of a step that would fail as things are now, after others that nobody can tell all of.
Message othersMayChangeThat(const QStringList &others);
/// Fills in what a plan would do.
void describe(const Plan &plan, RehearsedStep *step);
/// {id, instance, kind, state, …}; objects: those that its changes name.
QJsonObject toJson(const RehearsedStep &step, const ObjectStore &objects);
QString stateName(RehearsedStep::State state); ///< "planned", "waits", "person", …

} // namespace Slipway
