// SPDX-License-Identifier: MIT
#include "core/steps/gitidentity.h"

#include <QFileInfo>

namespace Slipway {

Result<void> checkIdentity(const Repository &repository, const StepContext &context)
{
    Question question;
    question.argv = {QStringLiteral("git"), QStringLiteral("var"),
                     QStringLiteral("GIT_COMMITTER_IDENT")};
    // In a clone that a rehearsal supposes nobody can be asked yet.
    question.directory =
        QFileInfo(repository.worktree()).isDir() ? repository.worktree() : QString();
    question.isLocal = true;
    const auto reply = context.ask(question);
    if (!reply)
        return reply.error().code() == u"rehearsal.unknown" ? Result<void>() : reply.error();
    if (!reply->isSuccess())
        return Error(QStringLiteral("git.no-identity"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Git does not know in whose name to commit. Run `git config "
                                       "--global user.name` and `user.email` with your name and "
                                       "address."))
            .withDetail(QString::fromUtf8(reply->errorOutput).trimmed());
    return {};
}

} // namespace Slipway
