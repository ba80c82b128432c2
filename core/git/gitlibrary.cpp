// SPDX-License-Identifier: MIT
#include "core/git/gitlibrary.h"

#include <QByteArray>

#include <git2.h>
#include <thread>

namespace Slipway::GitLibrary {

void ensureStarted()
{
    // Never shut down: objects may outlive any scope that could do it.
    static const bool isStarted = [] {
        // In a thread that ends here and is waited for: libcrypto, which the SSH transport starts,
        // keeps a state of the thread that started it, and loses it with a pool thread that is
        // still ending when the program ends.
        std::thread([] { git_libgit2_init(); }).join();
        return true;
    }();
    Q_UNUSED(isStarted)
}

Error lastError(const QString &path, int code)
{
    const git_error *last = git_error_last();
    const QString said = last && last->message ? QString::fromUtf8(last->message) : QString();
    // Without any configuration file libgit2 1.5 reports the missing key, not the owner.
    if (code == GIT_EOWNER || said.contains(QLatin1String("safe.directory")))
        return Error(QStringLiteral("git.not-owner"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 belongs to another user, so git does not trust it. Run "
                                       "`git config --global --add safe.directory %1`, or use a "
                                       "clone of your own."),
                     {path});
    return Error(QStringLiteral("git.failed"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "Git cannot read %1: %2."),
                 {path, said.isEmpty() ? QStringLiteral("no reason given") : said});
}

QString idText(const git_oid *id)
{
    char text[GIT_OID_HEXSZ + 1] = {};
    git_oid_tostr(text, sizeof text, id);
    return QString::fromLatin1(text);
}

} // namespace Slipway::GitLibrary
