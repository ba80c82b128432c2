// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/verbs.h"
#include "core/run/rundriver.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <memory>

class QSocketNotifier;

namespace Slipway {

/// Drives a run on the command line: tells what happens, obeys Ctrl-C, and ends when nothing
/// can go on without a person. The first Ctrl-C cancels, the second leaves the run as it is.
class RunDrive final : public QObject
{
    Q_OBJECT

public:
    RunDrive(Call &call, const QString &run, RunDriver::Options options);
    ~RunDrive() override;
    Q_DISABLE_COPY_MOVE(RunDrive)

    /// Runs the event loop until it is over. Gives the status.
    int exec();
    /// The same where an undo was asked for: done well is that it is over.
    int execUndo();

private:
    void tell(const Event &event);
    void tellStart(const QJsonObject &body);
    void tellEnd(const QJsonObject &body);
    void tellPolls();
    void tellTrouble(const StepKey &key) const;
    void tellWaiting() const;
    void pollStore();
    void interrupt();
    void listenToSignals();
    int statusNow() const;
    int undoStatus() const;
    void tellMissingSecrets() const;
    void tellStuckUndo() const;
    QString titleOf(const QString &step, const QString &instance) const;

    Call &m_call;
    QString m_run;
    std::unique_ptr<RunDriver> m_driver;
    QTimer m_poll;
    qint64 m_changeMark = -1;
    QHash<int, int> m_asked; ///< questions told of, by attempt
    int m_interrupts = 0;
    bool m_wasLeft = false;
    bool m_isUndo = false;
    QSocketNotifier *m_signals = nullptr; // child
};

} // namespace Slipway
