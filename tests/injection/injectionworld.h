// SPDX-License-Identifier: MIT
#pragma once

#include "tests/steps/gitfixture.h"
#include "tests/steps/testshell.h"

#include <QHash>

namespace Slipway {

/// What the kinds work on while hostile values are given to them: a repository, a project, a stack
/// and links that lead out, all in one scratch folder that is put back as it was by reset().
/// docker, python3 and curl are programs in PATH that note the exact bytes of their arguments
/// and answer as the real ones would; git is the real one.
class InjectionWorld final
{
public:
    InjectionWorld();
    ~InjectionWorld();

    QString workspace() const { return m_git.workspace(); }
    /// At which a file appears as soon as a value was taken for program text.
    QString canary() const { return m_git.scratch() + QStringLiteral("/canary"); }
    /// A folder beside the workspace that nothing may change.
    QString outside() const { return m_git.scratch() + QStringLiteral("/outside"); }
    /// A program that only notes its arguments and its environment.
    QString recorder() const { return m_programs + QStringLiteral("/recorder"); }

    /// What packages.freeze would have given.
    QString inventory() const;

    /// A context whose questions are asked once each and noted all.
    StepContext context();
    QList<QStringList> questions() const { return m_questions; }
    void forgetQuestions() { m_questions.clear(); }

    Outcome run(const Kind &kind, const Intent &intent);
    /// An attempt of its own.
    Intent intentOf(const Plan &plan, const Value::Map &with);
    /// The arguments of all programs in PATH that were started since; empties the list.
    QList<QByteArrayList> takeCalls();

    /// In the workspace the folder `race`, and `link`, which leads to files of the same names.
    void makeRace() const;
    /// Everything that a step may work on as it was at first.
    void reset();
    /// The files outside of what steps may write, each with its content: for comparison.
    QByteArray stateOutside() const;

private:
    void makeFiles();
    void makePrograms();
    void program(const QString &name, const QByteArray &answers) const;

    GitFixture m_git;
    TestShell m_shell;
    QString m_programs;
    QString m_calls;
    QByteArray m_pathBefore;
    QList<QStringList> m_questions;
    QHash<QString, Result<Reply>> m_replies; ///< by all that was asked
    int m_attempts = 1000;
};

} // namespace Slipway
