// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/ask.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <functional>

namespace Slipway {

using Asker = std::function<Result<Reply>(const Question &)>;

/// Asks a remote through the user's own git (`git ls-remote`), so that credential helpers and
/// SSH set-up apply. Full names such as refs/heads/main to commit ids; what is missing there is
/// missing here. directory: a repository, or empty when remote is a url. Errors:
/// "git.remote-unreachable", and those of the asker. Blocks; a pool thread.
Result<QMap<QString, QString>> remoteRefs(const Asker &asker, const QString &directory,
                                          const QString &remote, const QStringList &names);

/// The branch a remote calls its default one, such as "main"; empty if it names none.
Result<QString> remoteDefaultBranch(const Asker &asker, const QString &directory,
                                    const QString &remote);

} // namespace Slipway
