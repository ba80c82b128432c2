// SPDX-License-Identifier: MIT
#include "core/git/gitfacts.h"

#include "core/git/repository.h"

namespace Slipway {

namespace {

void compareWithUpstream(const Repository &repository, GitFacts *facts)
{
    QString other = repository.upstream(facts->branch).value_or(QString());
    if (other.isEmpty()) {
        const auto main = repository.defaultBranch(QStringLiteral("origin"));
        other = main ? QStringLiteral("origin/") + *main : QString();
    }
    const auto commit = repository.reference(QStringLiteral("refs/remotes/") + other);
    if (other.isEmpty() || !commit)
        return;
    const auto counts = repository.aheadBehind(facts->commit, *commit);
    if (!counts)
        return;
    facts->upstream = other;
    facts->ahead = counts->first;
    facts->behind = counts->second;
}

} // namespace

GitFacts describeRepository(const QString &path)
{
    GitFacts facts;
    const auto repository = Repository::open(path);
    if (!repository) {
        facts.error = repository.error();
        return facts;
    }
    const auto head = repository->head();
    const auto status = repository->status();
    if (!head || !status) {
        facts.error = head ? status.error() : head.error();
        return facts;
    }
    facts.branch = head->branch;
    facts.commit = head->commit;
    for (const GitChange &change : *status)
        ++(change.kind == GitChange::Kind::Untracked ? facts.untrackedFiles : facts.changedFiles);
    if (!facts.commit.isEmpty())
        compareWithUpstream(*repository, &facts);
    return facts;
}

} // namespace Slipway
