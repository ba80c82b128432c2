// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QString>

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

    void confirmStep(const QString &run, const QString &step, const QString &instance);
    void tickStep(const QString &run, const QString &step, const QString &instance,
                  const QString &note);
    /// ticked: numbers of items from 1. shown: digest of the evidence pack on the page.
    void approve(const QString &run, const QString &step, const QString &instance,
                 const QList<int> &ticked, const QString &comment, const QString &shown);
    void reject(const QString &run, const QString &step, const QString &instance,
                const QString &comment, const QString &shown);
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

    void openTerminal(const QString &run, const QString &step, const QString &instance);
    void openLink(const QString &url);
};

} // namespace Slipway
