// SPDX-License-Identifier: MIT
#include "core/git/remoterefs.h"

namespace Slipway {

namespace {

Result<QStringList> lsRemote(const Asker &asker, const QString &directory,
                             const QStringList &options, const QString &remote,
                             const QStringList &names)
{
    Question question;
    question.argv = QStringList{QStringLiteral("git"), QStringLiteral("ls-remote")} + options;
    // A remote that begins with "-" would be an option, and one of them runs programs.
    question.argv += QStringList{QStringLiteral("--end-of-options"), remote} + names;
    question.directory = directory;
    question.environment = {{QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0")}};
    const auto reply = asker(question);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return Error(QStringLiteral("git.remote-unreachable"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The remote %1 does not answer. Check the address, the "
                                       "network and your rights; git's own words are below."),
                     {remote})
            .withDetail(QString::fromUtf8(reply->errorOutput).trimmed());
    return QString::fromUtf8(reply->output).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

Result<QMap<QString, QString>> remoteRefs(const Asker &asker, const QString &directory,
                                          const QString &remote, const QStringList &names)
{
    const auto lines = lsRemote(asker, directory, {}, remote, names);
    if (!lines)
        return lines.error();
    QMap<QString, QString> refs;
    for (const QString &line : *lines) {
        // git matches the end of a name: refs/heads/x also finds refs/old/refs/heads/x.
        const QString name = line.section(u'\t', 1);
        if (names.isEmpty() || names.contains(name))
            refs.insert(name, line.section(u'\t', 0, 0));
    }
    return refs;
}

Result<QString> remoteDefaultBranch(const Asker &asker, const QString &directory,
                                    const QString &remote)
{
    const auto lines =
        lsRemote(asker, directory, {QStringLiteral("--symref")}, remote, {QStringLiteral("HEAD")});
    if (!lines)
        return lines.error();
    const QString start = QStringLiteral("ref: refs/heads/");
    for (const QString &line : *lines) {
        if (line.startsWith(start) && line.section(u'\t', 1) == u"HEAD")
            return line.section(u'\t', 0, 0).mid(start.size());
    }
    return QString();
}

} // namespace Slipway
