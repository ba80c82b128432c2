// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/continuation.h"
#include "core/run/runview.h"
#include "core/run/undopreview.h"
#include "core/run/verify.h"
#include "ui/pages/checklistcard.h"
#include "ui/pages/machinefact.h"
#include "ui/pages/objectreader.h"

#include <QHash>
#include <QTemporaryDir>
#include <memory>

namespace Slipway {

/// Always the same moment: Saturday, 21 November 2026, 14:22 local time.
class FixedClock final : public Clock
{
public:
    qint64 now() const override;
};

/// Values as an engine would give them, made up, in one language. Every picture is made from
/// these.
class Fixtures final
{
public:
    /// language: "en" or "pt_BR".
    explicit Fixtures(QString language);

    QList<WaitingItem> waiting() const;
    QList<RunSummary> runs() const;
    QList<ChecklistCard> checklists() const;
    Checklist checklist() const;
    Checklist secretChecklist() const; ///< with inputs that are secrets
    Value::Map goodInputs() const;
    Value::Map wrongInputs() const;
    QList<MachineFact> machine() const;
    DirectoryFact directoryFact(const QString &path) const;

    RunView running() const;        ///< at "Build and start the stack"
    RunView failed() const;         ///< that step failed, second attempt
    RunView byHand() const;         ///< a manual step waits
    RunView pullRequest() const;    ///< a manual step with a text to copy
    RunView confirm() const;        ///< a step waits for a go-ahead
    RunView awaitingSecret() const; ///< a step waits for a secret
    RunView gate() const;
    RunView imagesAsked() const;  ///< tags of images wait for a person
    RunView inConflict() const;   ///< a merge waits for a person
    RunView mendedByHand() const; ///< and it is begun in the folder
    RunView doubt() const;
    RunView doubtUnknown() const; ///< nothing could be asked
    RunView doubtNotDone() const; ///< nothing of it is there, and it may not be repeated
    RunView doubtRunning() const; ///< its programs run though nothing watches them
    RunView goAgain() const;      ///< done; one can go back to "Build and start the stack"
    RunView undoing() const;
    RunView undone() const;
    UndoPreview undoPreview() const;       ///< of goAgain()
    UndoPreview undoPreviewBeyond() const; ///< and something an earlier run did
    CarryPreview carryPreview() const;     ///< of failed()
    CarryPreview carryProblem() const;     ///< an input is missing
    RunView continuing() const;            ///< another run
    RunView closed() const;                ///< another run goes on with it
    VerifyReport verified(bool isWhole) const;
    RunView doubtUndo() const;    ///< an attempt to undo
    RunView outputsAsked() const; ///< a step done by hand, whose outputs are to be said
    RunView finished() const;
    RunView stopped() const; ///< its driver stopped: the disk is full
    RunView longTexts() const;

    ObjectReader reader() const;
    const QString &language() const { return m_language; }

private:
    QString t(const char *english, const char *portuguese) const;
    QString store(const QByteArray &bytes) const;
    RunView base() const;
    RunView conflicts(bool isByHand) const;
    StageView stage(const QString &name, const QString &title, QList<StepView> steps) const;
    StepView step(const QString &id, const QString &title, StepState state,
                  qint64 tookMs = 0) const;
    StepView strip() const;
    StepView build() const;
    StepView freeze() const;
    StepView signOff() const;
    EvidenceView changes() const;
    EvidenceView packages() const;
    EvidenceView log() const;
    EvidenceView text() const;
    GateView openGate() const;
    QString writeLog() const;
    static StepView *find(RunView &run, const QString &id);
    void advance(RunView &run, const QString &until, StepState state) const;

    QString m_language;
    FixedClock m_clock;
    mutable QHash<QString, QByteArray> m_objects;
    std::shared_ptr<QTemporaryDir> m_folder;
};

} // namespace Slipway
