// SPDX-License-Identifier: MIT
#include "core/steps/filesdeletestep.h"

#include "core/base/files.h"
#include "core/steps/parameters.h"
#include "core/steps/removetree.h"
#include "core/steps/rootedpath.h"

#include <QFile>
#include <cerrno>
#include <cstdio>

namespace Slipway {

namespace {

KindSpec deleteSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("files.delete");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Removes a file or folder below the run's workspace, after "
                                  "saying how much it is.");
    spec.parameters = {
        required(QStringLiteral("path"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "What to remove, below the workspace. Fine if it is "
                                   "not there.")),
        optional(
            QStringLiteral("image"), Type::Text,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "An image on the engine that has the program rm: it removes what "
                              "containers wrote as another user.")),
    };
    spec.outputs = {{QStringLiteral("files"), Type::Number,
                     QT_TRANSLATE_NOOP("Slipway::Help", "How many files were removed.")}};
    spec.evidence = {QStringLiteral("log")};
    return spec;
}

Result<RootedPath> targetOf(const Intent &intent)
{
    const auto &data = intent.plan.data;
    return RootedPath::below(data[QStringLiteral("root")].text(),
                             data[QStringLiteral("path")].text());
}

QString trashName(const Intent &intent)
{
    return QStringLiteral(".slipway-trash-") + intent.effectKey;
}

/// One field of docker's --mount, which is a line of CSV.
QString mountField(const QString &field)
{
    QString quoted = field;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

Outcome outcomeOf(const Intent &intent)
{
    return Outcome::succeeded(
        {{QStringLiteral("files"), intent.plan.data[QStringLiteral("files")]}});
}

QString folderOf(const RootedPath &target)
{
    return target.absolute().section(u'/', 0, -2);
}

/// Moved away first, so that what stands under the name is always whole or gone.
Result<void> moveAndRemove(const RootedPath &target, const QString &trash)
{
    const auto type = target.type();
    if (!type)
        return type.error();
    const auto parent = target.openParent();
    if (!parent && parent.error().code() == u"file.missing")
        return {};
    if (!parent)
        return parent.error();
    if (*type != RootedPath::Type::Missing) {
        if (::renameat(parent->fd(), QFile::encodeName(target.name()).constData(), parent->fd(),
                       QFile::encodeName(trash).constData()) != 0)
            return fileError(target.absolute(), errno);
        if (::fsync(parent->fd()) != 0)
            return fileError(target.absolute(), errno);
    }
    return removeTree(folderOf(target) + u'/' + trash);
}

Error lockedError(const TreeSize &size)
{
    return {QStringLiteral("files.locked"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 belongs to another user, as what containers write does. Name an "
                              "image under \"image\" that can remove it, or remove it by hand."),
            {size.locked}};
}

ProgramSpec removalPrograms(const Command &command, const RootedPath &target)
{
    ProgramSpec programs;
    programs.commands = {command};
    programs.directory = target.root();
    programs.timeoutMs = 0;
    return programs;
}

} // namespace

Command removalCommand(const QString &engine, const QString &image, const QString &folder,
                       const QString &name)
{
    const QString inside = QStringLiteral("/slipway-removal");
    Command command;
    command.argv = {engine,
                    QStringLiteral("run"),
                    QStringLiteral("--rm"),
                    QStringLiteral("--network"),
                    QStringLiteral("none"),
                    QStringLiteral("--user"),
                    QStringLiteral("0:0"),
                    QStringLiteral("--mount"),
                    QStringLiteral("type=bind,%1,dst=%2")
                        .arg(mountField(QStringLiteral("src=") + folder), inside),
                    QStringLiteral("--entrypoint"),
                    QStringLiteral("rm"),
                    image,
                    QStringLiteral("-rf"),
                    QStringLiteral("--"),
                    inside + u'/' + name};
    return command;
}

FilesDeleteStep::FilesDeleteStep(QString engine) : m_spec(deleteSpec()), m_engine(std::move(engine))
{
}

Result<Plan> FilesDeleteStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto target = RootedPath::below(context.workspace, with[QStringLiteral("path")].text());
    if (!target)
        return target.error();
    const auto type = target->type();
    if (!type)
        return type.error();
    const TreeSize size = treeSize(target->absolute());
    const QString image = with[QStringLiteral("image")].text();
    if (!size.locked.isEmpty() && image.isEmpty())
        return lockedError(size);
    Plan plan;
    plan.summary =
        *type == RootedPath::Type::Missing
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                        "%1 is not there: nothing is to be removed."),
                      {target->absolute()})
            : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Removes %1."), {target->absolute()});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), target->absolute()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Size")), sizeText(size.files, size.bytes)}};
    plan.data = {{QStringLiteral("root"), Value(target->root())},
                 {QStringLiteral("path"), Value(target->path())},
                 {QStringLiteral("files"), Value(size.files)}};
    if (!size.locked.isEmpty()) {
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Removed by")), image});
        plan.programs = removalPrograms(
            removalCommand(m_engine, image, folderOf(*target), target->name()), *target);
    }
    return plan;
}

Outcome FilesDeleteStep::act(const Intent &intent, const StepContext &) const
{
    const auto target = targetOf(intent);
    if (!target)
        return Outcome::failed(target.error());
    if (auto removed = moveAndRemove(*target, trashName(intent)); !removed)
        return Outcome::failed(removed.error());
    return outcomeOf(intent);
}

Outcome FilesDeleteStep::conclude(const Intent &intent, const ProgramResult &result,
                                  const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded)
        outcome.outputs = outcomeOf(intent).outputs;
    return outcome;
}

Finding FilesDeleteStep::probe(const Intent &intent, const StepContext &) const
{
    const auto target = targetOf(intent);
    const auto type = target ? target->type() : Result<RootedPath::Type>(target.error());
    if (!type)
        return {Finding::Verdict::Unknown, {}, Message("%1", {type.error().message()}), {}};
    if (*type != RootedPath::Type::Missing)
        return {Finding::Verdict::NotDone,
                {},
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is still there."),
                        {target->absolute()}),
                {}};
    const QString trash = folderOf(*target) + u'/' + trashName(intent);
    if (auto removed = removeTree(trash); !removed)
        return {Finding::Verdict::Unknown, {}, Message("%1", {removed.error().message()}), {}};
    return {Finding::Verdict::Done,
            outcomeOf(intent),
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is gone."), {target->absolute()}),
            {}};
}

} // namespace Slipway
