// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runstarter.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <optional>

namespace Slipway {

/// What a person asks for on the page of a run. The page owns one and emits; whoever has the
/// engine connects to it. instance is null for a step without foreach.
class RunRequests final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void continueRun(const QString &run, bool stepByStep);
    void resumeRun(const QString &run);
    void cancelRun(const QString &run);
    void lookAtRunAgain(const QString &run);
    /// What undoing all that came after the step `to` would be; of everything where it is empty.
    void previewUndo(const QString &run, const QString &to);
    void undoRun(const QString &run, const QString &to, bool leaveImpossible);
    /// What a run that continues this one would take over; answered by
    /// RunPage::setCarryPreview(). file: another checklist than the run's own; may be empty.
    /// inputs: those that are to differ.
    void previewContinuation(const QString &run, const QString &file,
                             const Slipway::Value::Map &inputs);
    void startContinuation(const QString &run, const Slipway::NewRunRequest &request);
    /// Answered by RunPage::setVerifyReport(), some seconds later perhaps.
    void verifyRun(const QString &run);
    /// Before a start: a checklist, by name or file, that follows a run, with inputs to begin with.
    void openFollowUp(const QString &checklist, const Slipway::Value::Map &inputs);
    /// Show another run; step may be empty.
    void openRun(const QString &run, const QString &step, const QString &instance);

    void confirmStep(const QString &run, const QString &step, const QString &instance);
    /// outputs: what the step gives, as far as the person was asked.
    void tickStep(const QString &run, const QString &step, const QString &instance,
                  const QString &note, const Slipway::Value::Map &outputs);
    /// ticked: numbers of items from 1. shown: digest of the evidence pack on the page.
    void approve(const QString &run, const QString &step, const QString &instance,
                 const QList<int> &ticked, const QString &comment, const QString &shown);
    void reject(const QString &run, const QString &step, const QString &instance,
                const QString &comment, const QString &shown);
    /// Takes back what this person decided.
    void withdraw(const QString &run, const QString &step, const QString &instance);
    /// What a step asks that waits for it, see Outcome::End::Asking. It goes on with retryStep().
    void answerStep(const QString &run, const QString &step, const QString &instance,
                    const QString &about, const Slipway::Value::Map &said,
                    const std::optional<QByteArray> &bytes);
    void retryStep(const QString &run, const QString &step, const QString &instance);
    void skipStep(const QString &run, const QString &step, const QString &instance,
                  const QString &reason);
    /// Go again from here: the step, or the instance alone, and all that need it.
    void resetStep(const QString &run, const QString &step, const QString &instance,
                   const QString &note);
    /// verdict: "done", "not-done" or "failed".
    void settle(const QString &run, const QString &step, const QString &instance,
                const QString &verdict, const QString &note);
    void probeAgain(const QString &run, const QString &step, const QString &instance);
    void cancelStep(const QString &run, const QString &step, const QString &instance);
    void addNote(const QString &run, const QString &step, const QString &instance,
                 const QString &text);

    /// A secret of that checklist, for which steps of its runs may wait.
    void keepSecret(const QString &checklist, const QString &name, const QString &value);

    void openTerminal(const QString &run, const QString &step, const QString &instance);
    void openLink(const QString &url);
};

} // namespace Slipway
