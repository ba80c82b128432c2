// SPDX-License-Identifier: MIT
#include "core/steps/cloneplace.h"

#include "core/git/remoterefs.h"
#include "core/steps/gitplace.h"
#include "core/steps/removetree.h"
#include "core/steps/setaside.h"
#include "core/steps/undoing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sys/stat.h>

namespace Slipway {

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// The folders on the way that are not there, the deepest first.
QStringList missingFolders(const QString &folder)
{
    QStringList missing;
    QString path = QFileInfo(folder).path();
    while (!QFileInfo::exists(path) && path.count(u'/') > 1) {
        missing.append(path);
        path = QFileInfo(path).path();
    }
    return missing;
}

int modeOf(const QString &folder)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(folder).constData(), &info) == 0 ? int(info.st_mode & 07777)
                                                                      : 0;
}

QString folderIn(const Plan &plan)
{
    return plan.data[QStringLiteral("directory")].text();
}

/// Leftovers that only the attempt can have made.
bool hasLeftovers(const Plan &plan)
{
    if (QFileInfo::exists(plan.data[QStringLiteral("temporary")].text()))
        return true;
    const QString folder = folderIn(plan);
    const bool isThere = QFileInfo::exists(folder);
    if (isThere != plan.data[QStringLiteral("was-there")].flag())
        return true;
    const QStringList made = plan.data[QStringLiteral("made")].texts();
    for (const QString &path : made) {
        if (QFileInfo(path).isDir() && QDir(path).isEmpty(everything))
            return true;
    }
    return false;
}

Result<QString> said(const QString &folder, const QStringList &arguments,
                     const StepContext &context)
{
    Question question;
    question.argv = QStringList{QStringLiteral("git")} + arguments;
    question.directory = folder;
    question.environment = {{QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0")}};
    const auto reply = context.ask(question);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return Error(QStringLiteral("git.failed"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "Git cannot say what is in %1: %2"),
                     {folder, QString::fromUtf8(reply->errorOutput).trimmed()});
    return QString::fromUtf8(reply->output);
}

/// Tags that no remote has as they are here.
Result<QStringList> ownTags(const Repository &repository, const QString &folder,
                            const StepContext &context)
{
    const auto here =
        said(folder,
             {QStringLiteral("for-each-ref"), QStringLiteral("--format=%(objectname)\t%(refname)"),
              QStringLiteral("refs/tags")},
             context);
    if (!here)
        return here.error();
    QStringList tags = here->split(u'\n', Qt::SkipEmptyParts);
    const auto remotes = repository.remotes();
    if (!remotes)
        return remotes.error();
    for (const GitRemote &remote : *remotes) {
        if (tags.isEmpty())
            break;
        const auto there = said(folder,
                                {QStringLiteral("ls-remote"), QStringLiteral("--tags"),
                                 QStringLiteral("--refs"), QStringLiteral("--"), remote.name},
                                context);
        if (!there)
            return there.error();
        const QStringList known = there->split(u'\n', Qt::SkipEmptyParts);
        tags.removeIf([&known](const QString &tag) { return known.contains(tag); });
    }
    return tags;
}

/// What is in the clone and nowhere else; empty: nothing.
Result<QString> ownWork(const Repository &repository, const QString &folder,
                        const StepContext &context)
{
    const auto status = said(folder,
                             {QStringLiteral("status"), QStringLiteral("--porcelain"),
                              QStringLiteral("--ignored"), QStringLiteral("--untracked-files=all")},
                             context);
    if (!status || !status->isEmpty())
        return status ? someOf(status->split(u'\n', Qt::SkipEmptyParts)) : status;
    if (repository.reference(QStringLiteral("refs/stash")))
        return QStringLiteral("stash");
    if (!QDir(folder + QStringLiteral("/.git/worktrees")).isEmpty(everything))
        return QStringLiteral("worktrees");
    const auto head = repository.head();
    if (!head)
        return head.error();
    QStringList commits{QStringLiteral("rev-list"), QStringLiteral("--max-count=1"),
                        QStringLiteral("--branches")};
    if (!head->commit.isEmpty())
        commits.append(QStringLiteral("HEAD"));
    commits += {QStringLiteral("--not"), QStringLiteral("--remotes")};
    const auto unpushed = said(folder, commits, context);
    if (!unpushed || !unpushed->trimmed().isEmpty())
        return unpushed ? shortId(unpushed->trimmed()) : unpushed;
    const auto tags = ownTags(repository, folder, context);
    return tags ? Result<QString>(someOf(*tags)) : tags.error();
}

/// Refuses unless the clone of that attempt stands at path, with nothing of its own.
Result<void> checkUntouched(const QString &path, const QString &shownAs, const QString &effectKey,
                            const StepContext &context)
{
    const auto repository = Repository::open(path);
    if (!repository || repository->setting(cloneMark()) != effectKey)
        return changedSince(shownAs);
    const auto own = ownWork(*repository, path, context);
    if (!own)
        return own.error();
    return own->isEmpty() ? Result<void>()
                          : changedSince(QStringLiteral("%1 (%2)").arg(shownAs, *own));
}

Result<RootedPath> placeOf(const Plan &plan)
{
    const QFileInfo info(folderIn(plan));
    return RootedPath::below(info.path(), info.fileName());
}

Result<void> clearTheWay(const Plan &plan)
{
    const QString temporary = plan.data[QStringLiteral("temporary")].text();
    if (temporary.endsWith(plan.data[QStringLiteral("effect")].text())) {
        if (auto removed = removeTree(temporary); !removed)
            return removed;
    }
    const QString folder = folderIn(plan);
    if (plan.data[QStringLiteral("was-there")].flag()) {
        QDir().mkpath(folder);
        ::chmod(QFile::encodeName(folder).constData(),
                mode_t(plan.data[QStringLiteral("mode")].number()));
    }
    // What is not empty belongs to somebody else by now, and stays.
    const QStringList made = plan.data[QStringLiteral("made")].texts();
    for (const QString &path : made)
        QDir().rmdir(path);
    return {};
}

} // namespace

bool isVacant(const QString &folder, const FileView &files)
{
    if (files.isRehearsal() && (files.overlay()->find(folder).node || !files.exists(folder)))
        return !files.exists(folder);
    const QFileInfo info(folder);
    return !(info.exists() || info.isSymLink()) ||
           (info.isDir() && !info.isSymLink() && QDir(folder).isEmpty(everything));
}

QString cloneMark()
{
    return QStringLiteral("slipway.effect");
}

void keepClonePlace(Plan *plan)
{
    const QString folder = folderIn(*plan);
    plan->data[QStringLiteral("was-there")] = Value(QFileInfo::exists(folder));
    plan->data[QStringLiteral("mode")] = Value(modeOf(folder));
    plan->data[QStringLiteral("made")] = Value::ofTexts(missingFolders(folder));
    plan->undo = undoneBy(QT_TRANSLATE_NOOP(
        "Slipway::Message", "The clone is removed, unless there is something in it by then that "
                            "its remotes do not have."));
}

Result<std::optional<Plan>> undoClone(const Intent &done, const StepContext &context)
{
    if (!done.plan.programs)
        return std::optional<Plan>();
    const QString folder = folderIn(done.plan);
    if (isVacant(folder)) {
        if (!hasLeftovers(done.plan))
            return std::optional<Plan>();
    } else if (auto checked = checkUntouched(folder, folder, done.effectKey, context); !checked) {
        return checked.error();
    }
    Plan plan;
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Removes the clone %1."), {folder});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), folder}};
    for (const char *name : {"directory", "temporary", "was-there", "mode", "made"})
        plan.data[QLatin1String(name)] = done.plan.data[QLatin1String(name)];
    plan.data[QStringLiteral("effect")] = Value(done.effectKey);
    markAsUndo(&plan);
    return std::optional(plan);
}

Outcome actCloneUndo(const Intent &intent, const StepContext &context)
{
    const QString folder = folderIn(intent.plan);
    const QString effect = intent.plan.data[QStringLiteral("effect")].text();
    const auto place = placeOf(intent.plan);
    if (!place)
        return Outcome::failed(place.error());
    const SetAside aside(*place, intent.effectKey);
    if (auto recovered = aside.recover(); !recovered)
        return Outcome::failed(recovered.error());
    if (!isVacant(folder)) {
        const auto removed = aside.remove(
            [&](const QString &path) { return checkUntouched(path, folder, effect, context); });
        if (!removed)
            return context.stop.stop_requested() ? Outcome::cancelled()
                                                 : Outcome::failed(removed.error());
    }
    const auto cleared = clearTheWay(intent.plan);
    return cleared ? Outcome::succeeded() : Outcome::failed(cleared.error());
}

Finding probeCloneUndo(const Intent &intent, const StepContext &)
{
    const QString folder = folderIn(intent.plan);
    const auto place = placeOf(intent.plan);
    const auto recovered =
        place ? SetAside(*place, intent.effectKey).recover() : Result<void>(place.error());
    if (!recovered)
        return unknownFinding(recovered.error());
    if (isVacant(folder) && !hasLeftovers(intent.plan)) {
        Finding done = findingOf(
            Finding::Verdict::Done,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "There is no clone at %1."), {folder}));
        done.outcome = Outcome::succeeded();
        return done;
    }
    const auto repository = Repository::open(folder);
    const bool isOurs = repository && repository->setting(cloneMark()) ==
                                          intent.plan.data[QStringLiteral("effect")].text();
    if (isVacant(folder) || isOurs)
        return findingOf(
            Finding::Verdict::NotDone,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The clone %1 is still there."),
                    {folder}));
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "%1 is there, but it is not the clone that the step "
                                               "made."),
                             {folder}));
}

} // namespace Slipway
