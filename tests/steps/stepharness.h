// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/steps/kind.h"

#include <QTemporaryDir>

namespace Slipway {

/// What a test of a kind of step works in: a scratch folder with a home, a workspace, an
/// object store and attempt folders, real questions, and programs run by the real supervisor.
/// Points HOME and git's configuration of this process at the scratch folder, so make one
/// before anything asks git. One thread.
class StepHarness
{
public:
    StepHarness();

    QString workspace() const { return m_workspace; }
    QString scratch() const { return m_scratch.path(); }
    ObjectStore objects() const;

    /// The context of the attempt that is planned next, or of one that was planned.
    StepContext context() const;
    StepContext context(const Intent &intent) const;

    /// Answers every question with "rehearsal.unknown", as a rehearsal does.
    void rehearse(bool on) { m_isRehearsal = on; }
    /// What people answered before the next plan; nothing said: the answer is taken back.
    void answer(const QString &about, const Value::Map &said);
    /// The time-out that the next runs get; 0: none.
    void setTimeoutMs(qint64 ms) { m_timeoutMs = ms; }
    /// Those that the next runs know.
    void setSecrets(const QMap<QString, QString> &values) { m_secrets = SecretValues(values); }

    /// Brings the parameters into the form of the spec, as the engine does, and plans; every
    /// success is an attempt of its own.
    Result<Intent> plan(const Kind &kind, const Value::Map &with);
    /// Does what was planned: under the supervisor and concluded, or acted.
    Outcome run(const Kind &kind, const Intent &intent);
    /// Starts the programs without waiting for them, and concludes them later.
    Result<void> start(const Intent &intent);
    Outcome finish(const Kind &kind, const Intent &intent);
    /// plan and run; a plan that fails is an outcome that failed.
    Outcome planAndRun(const Kind &kind, const Value::Map &with);
    Finding probe(const Kind &kind, const Intent &intent) const;

    /// Plans the undo of an attempt, as an attempt of its own; nothing: there is no effect.
    Result<std::optional<Intent>> planUndo(const Kind &kind, const Intent &done);
    /// Plans it and carries it out; how it ended, or why it cannot be.
    Outcome undo(const Kind &kind, const Intent &done);

    /// Files of the scratch folder; a relative path is below the workspace.
    void write(const QString &path, const QByteArray &bytes) const;
    QByteArray read(const QString &path) const;
    bool exists(const QString &path) const;
    QString absolute(const QString &path) const;

    /// Runs a program to its end and gives its output; a status other than 0 ends the test
    /// program with what it said.
    QByteArray call(const QStringList &argv, const QString &directory = {}) const;

private:
    Result<Intent> intended(const Plan &plan, const Value::Map &with, int undoes);
    Result<Value::Map> conforming(const KindSpec &spec, const Value::Map &with) const;

    // New for each: the supervisor ends whatever carries the mark of its attempt, and tests run
    // side by side.
    const QString m_runId = newRunId();
    QTemporaryDir m_scratch;
    QString m_workspace;
    int m_attempts = 0;
    qint64 m_timeoutMs = 0;
    SecretValues m_secrets;
    QMap<QString, Value::Map> m_answers;
    bool m_isRehearsal = false;
};

} // namespace Slipway
