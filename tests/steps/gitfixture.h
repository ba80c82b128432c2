// SPDX-License-Identifier: MIT
#pragma once

#include "tests/steps/stepharness.h"

namespace Slipway {

/// A StepHarness with a bare remote that has one commit on main, and a clone of it at
/// `repo` below the workspace.
class GitFixture : public StepHarness
{
public:
    GitFixture()
    {
        call({QStringLiteral("git"), QStringLiteral("init"), QStringLiteral("--bare"), remote()});
        call({QStringLiteral("git"), QStringLiteral("clone"), remote(), QStringLiteral("repo")});
        commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.8.0\n");
        git({"push", "origin", "main"});
        git({"remote", "set-head", "origin", "main"});
    }

    QString remote() const { return scratch() + QStringLiteral("/origin.git"); }
    QString repo() const { return workspace() + QStringLiteral("/repo"); }

    /// Output of git in a folder, without blanks around it.
    QString git(std::initializer_list<const char *> arguments,
                const QString &folder = QStringLiteral("repo")) const
    {
        QStringList argv{QStringLiteral("git")};
        for (const char *argument : arguments)
            argv.append(QString::fromUtf8(argument));
        return QString::fromUtf8(call(argv, folder)).trimmed();
    }

    /// Writes and commits one file, and gives the commit.
    QString commit(const QString &folder, const QString &file, const QByteArray &bytes) const
    {
        write(folder + u'/' + file, bytes);
        git({"add", "--all"}, folder);
        git({"commit", "--message=Change a file"}, folder);
        return git({"rev-parse", "HEAD"}, folder);
    }

    /// What somebody else does: a commit on a branch of the remote.
    QString pushFromElsewhere(const char *branch, const QByteArray &bytes) const
    {
        const QString other = scratch() + QStringLiteral("/other");
        if (!exists(other))
            call({QStringLiteral("git"), QStringLiteral("clone"), remote(), other});
        git({"fetch", "origin"}, other);
        git({"checkout", "-B", branch, "origin/main"}, other);
        const QString id = commit(other, QStringLiteral("elsewhere.txt"), bytes);
        git({"push", "--force", "origin", branch}, other);
        return id;
    }

    QString remoteCommit(const char *branch) const
    {
        const QByteArray name = QByteArray("refs/heads/") + branch;
        return git({"for-each-ref", "--format=%(objectname)", name.constData()}, remote());
    }

    Value::Map inRepo(Value::Map more = {}) const
    {
        more.insert(QStringLiteral("in"), Value(QStringLiteral("repo")));
        return more;
    }
};

} // namespace Slipway
