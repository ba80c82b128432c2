// SPDX-License-Identifier: MIT
#include "core/steps/gitplace.h"

#include "core/steps/rootedpath.h"

#include <QUrl>

namespace Slipway {

namespace {
constexpr int namedPaths = 5;
constexpr int shownDigits = 10;
constexpr int fetchTimeoutMs = 10 * 60 * 1000;
} // namespace

Result<Repository> stepRepository(const Value::Map &with, const StepContext &context)
{
    const auto folder = rootFolder(with[QStringLiteral("in")], context.workspace);
    if (!folder)
        return folder.error();
    auto repository = context.files.repository(*folder);
    if (repository && repository->worktree().isEmpty())
        return Error(QStringLiteral("git.bare"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is a bare repository without files. Use a clone."),
                     {*folder});
    return repository;
}

ProgramSpec gitPrograms(const QString &directory, const QList<QStringList> &argumentLists)
{
    ProgramSpec spec;
    spec.directory = directory;
    spec.environment = {{QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0")},
                        {QStringLiteral("GIT_LITERAL_PATHSPECS"), QStringLiteral("1")}};
    for (const QStringList &arguments : argumentLists) {
        Command command;
        command.argv = QStringList{QStringLiteral("git")} + arguments;
        spec.commands.append(command);
    }
    return spec;
}

QString shortId(const QString &commit)
{
    // What stands for a commit that is not known yet has no digits to leave out.
    return commit.startsWith(u'‹') ? commit : commit.left(shownDigits);
}

QString shownHead(const GitHead &head)
{
    return head.branch.isEmpty() ? shortId(head.commit) : head.branch;
}

QString someOf(const QStringList &paths)
{
    QString text = paths.mid(0, namedPaths).join(QStringLiteral(", "));
    if (paths.size() > namedPaths)
        text += QStringLiteral(", … (%1)").arg(paths.size());
    return text;
}

QStringList trackedChanges(const QList<GitChange> &changes)
{
    QStringList paths;
    for (const GitChange &change : changes) {
        if (change.kind != GitChange::Kind::Untracked)
            paths.append(change.path);
    }
    return paths;
}

Error uncommitted(const Repository &repository, const QStringList &paths)
{
    return Error(QStringLiteral("git.dirty"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 has changes that are not committed: %2. Commit or stash "
                                   "them first."),
                 {repository.worktree(), someOf(paths)});
}

QString withoutPassword(const QString &url)
{
    QUrl parsed(url);
    if (!parsed.isValid() || parsed.password().isEmpty())
        return url;
    parsed.setPassword(QString());
    return parsed.toString();
}

Result<QList<FileEdit>> editsOf(const QList<GitFileChange> &changes, const QString &root,
                                const StepContext &context)
{
    const auto store = [&context](const std::optional<QByteArray> &bytes) -> Result<QString> {
        return bytes ? context.objects.put(*bytes) : Result<QString>(QString());
    };
    QList<FileEdit> edits;
    for (const GitFileChange &change : changes) {
        if (change.isLarge)
            continue;
        const auto before = store(change.before);
        if (!before)
            return before.error();
        const auto after = store(change.after);
        if (!after)
            return after.error();
        edits.append({root, change.path, *before, *after});
    }
    return edits;
}

bool fetchCommit(const Repository &repository, const QString &commit, const QString &remote,
                 const QString &reference,
                 const std::function<Result<Reply>(const Question &)> &ask)
{
    if (repository.contains(commit))
        return true;
    Question question;
    question.argv = {QStringLiteral("git"),
                     QStringLiteral("fetch"),
                     QStringLiteral("--quiet"),
                     QStringLiteral("--no-tags"),
                     QStringLiteral("--no-write-fetch-head"),
                     QStringLiteral("--refmap="),
                     QStringLiteral("--"),
                     remote,
                     reference};
    question.directory = repository.worktree();
    question.timeoutMs = fetchTimeoutMs;
    const auto reply = ask(question);
    return reply && repository.contains(commit);
}

Finding findingOf(Finding::Verdict verdict, Message explanation, QList<Fact> facts)
{
    Finding finding;
    finding.verdict = verdict;
    finding.explanation = std::move(explanation);
    finding.facts = std::move(facts);
    return finding;
}

Finding unknownFinding(const Error &error)
{
    return findingOf(Finding::Verdict::Unknown,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message", "It could not be looked at: %1"),
                             {error.message()}));
}

} // namespace Slipway
