// SPDX-License-Identifier: MIT
#include "app/sample/samplerepository.h"

#include "app/sample/sampletools.h"
#include "core/base/files.h"

#include <QDir>
#include <QList>
#include <cerrno>

namespace Slipway {
namespace {

// The stack's Dockerfile before the update that its history already holds.
constexpr auto versionNow = "r1.6.18 (mllibprodest==1.8.12)";
constexpr auto versionBefore = "r1.6.17 (mllibprodest==1.8.11)";

const QString updateBranch = QStringLiteral("atualizar_pacotes");

/// One call of git: words without blanks in them, then an argument that may have some.
struct Call
{
    const char *words;
    QString last = {};
};

/// git with fixed dates and without the user's signing, hooks and templates, so that the
/// sample's commits are the same everywhere.
Result<void> git(const QString &directory, const Call &call, std::stop_token stop)
{
    Question question;
    question.argv = QStringLiteral("git -c commit.gpgSign=false -c core.hooksPath=/dev/null "
                                   "-c core.autocrlf=false")
                        .split(u' ');
    question.argv += QString::fromLatin1(call.words).split(u' ');
    if (!call.last.isEmpty())
        question.argv += call.last;
    question.directory = directory;
    const QString date = QStringLiteral("2026-01-05T09:00:00-03:00");
    question.environment = {{QStringLiteral("GIT_AUTHOR_DATE"), date},
                            {QStringLiteral("GIT_COMMITTER_DATE"), date},
                            {QStringLiteral("GIT_TEMPLATE_DIR"), QString()}};
    return runProgram(question, stop);
}

Result<void> gitAll(const QString &directory, const QList<Call> &calls, std::stop_token stop)
{
    for (const Call &call : calls) {
        if (auto done = git(directory, call, stop); !done)
            return done;
    }
    return {};
}

Result<void> replaceInFile(const QString &file, const QByteArray &from, const QByteArray &to)
{
    auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    return writeFileDurably(file, bytes->replace(from, to));
}

/// The branch of an update is used again and again: the remote already has one of that name,
/// merged into main.
Result<void> commitEarlierUpdate(const QString &clone, const QList<Call> &firstCommit,
                                 std::stop_token stop)
{
    const QString dockerfile = clone + QStringLiteral("/api/Dockerfile");
    if (auto done = replaceInFile(dockerfile, versionNow, versionBefore); !done)
        return done;
    const QList<Call> first = firstCommit + QList<Call>{{"checkout -q -b", updateBranch}};
    if (auto done = gitAll(clone, first, stop); !done)
        return done;
    if (auto done = replaceInFile(dockerfile, versionBefore, versionNow); !done)
        return done;
    return gitAll(clone,
                  {{"commit -q -a -m", QStringLiteral("Atualização de pacotes")},
                   {"checkout -q main"},
                   {"merge -q --no-ff --no-edit", updateBranch}},
                  stop);
}

} // namespace

SampleRepository::SampleRepository(const QString &directory, const QString &name,
                                   bool hasEarlierUpdate)
    : m_name(name)
    , m_clone(directory + QStringLiteral("/forks/") + name)
    , m_remote(directory + QStringLiteral("/remotes/") + name + QStringLiteral(".git"))
    , m_hasEarlierUpdate(hasEarlierUpdate)
{
}

Result<void> SampleRepository::make(std::stop_token stop) const
{
    if (auto copied = copyResourceFolder(QStringLiteral(":/sample/") + m_name, m_clone); !copied)
        return copied;
    const QList<Call> start{{"init -q -b main"},
                            {"config user.name", QStringLiteral("Slipway sample")},
                            {"config user.email sample@example.org"},
                            {"config commit.gpgSign false"}};
    if (auto started = gitAll(m_clone, start, stop); !started)
        return started;
    const QList<Call> commit{{"add -A"}, {"commit -q -m", QStringLiteral("Versão inicial")}};
    auto committed = m_hasEarlierUpdate ? commitEarlierUpdate(m_clone, commit, stop)
                                        : gitAll(m_clone, commit, stop);
    return committed ? publish(stop) : committed;
}

Result<void> SampleRepository::publish(std::stop_token stop) const
{
    if (!QDir().mkpath(m_remote))
        return fileError(m_remote, EACCES);
    if (auto done = git(m_remote, {"init -q --bare -b main"}, stop); !done)
        return done;
    QList<Call> calls{{"remote add origin", m_remote},
                      {"push -q -u origin --all"},
                      {"remote set-head origin main"}};
    if (m_hasEarlierUpdate)
        calls.append({"branch -q -D", updateBranch});
    return gitAll(m_clone, calls, stop);
}

} // namespace Slipway
