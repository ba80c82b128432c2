// SPDX-License-Identifier: MIT
#include "core/steps/dockerbuildstep.h"

#include "core/steps/gitplace.h"
#include "core/steps/imagetags.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

namespace {

QList<ParameterSpec> parameters()
{
    ParameterSpec tags =
        required(QStringLiteral("tags"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The names of the image, such as team/api:1.2; "
                                                    "an image that has one loses it."));
    tags.type.element = Type::Text;
    return {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder whose files the build may take: its context.")),
        tags,
        optional(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The Dockerfile, below \"in\"; Dockerfile unless said.")),
        optional(QStringLiteral("target"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The stage of the Dockerfile to build; the last unless said.")),
        optional(QStringLiteral("args"), Type::Map,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Build arguments and their values; no secrets, which stay in "
                                   "the image.")),
        optional(QStringLiteral("labels"), Type::Map,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Labels of the image and their values.")),
        optional(QStringLiteral("pull"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Look for newer images that it builds on.")),
        optional(QStringLiteral("no-cache"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Build every layer anew, also those that did not change."))};
}

KindSpec buildSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("docker.build");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Builds an image from a Dockerfile and gives it its names.");
    spec.parameters = parameters();
    spec.outputs = {
        {QStringLiteral("image"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The id of the image, sha256:….")},
        {QStringLiteral("digest"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Its digest in a registry, name@sha256:…; empty before a push.")},
        {QStringLiteral("tags"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help", "Its names, with their tags.")},
        {QStringLiteral("previous"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "The id of the image that had the first name before; empty: none.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {
        {Reach::Program, "docker"},
        {Reach::Image, "", QStringLiteral("tags")},
        {Reach::Path, "Dockerfile", QStringLiteral("file")},
        {Reach::Host, QT_TRANSLATE_NOOP("Slipway::Message", "the registries of the images")}};
    return spec;
}

Result<QList<ImageTag>> wantedTags(const Value::Map &with)
{
    QList<ImageTag> tags;
    QStringList names;
    const QStringList given = with[QStringLiteral("tags")].texts();
    for (const QString &name : given) {
        if (!isImageName(name))
            return Error(QStringLiteral("docker.bad-tag"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "\"%1\" is no name for an image. Use small letters, "
                                           "digits, '.', '_', '-' and '/', and a tag after ':', "
                                           "such as team/api:1.2."),
                         {name.left(100)});
        if (!names.contains(withTag(name)))
            tags.append({withTag(name), {}, {}});
        names.append(withTag(name));
    }
    if (tags.isEmpty())
        return Error(QStringLiteral("docker.no-tag"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The image would have no name. Give one in \"tags\"."));
    return tags;
}

/// "--OPTION", "NAME=value" for each; one argument holds both, whatever the value is.
Result<QStringList> namedValues(const QString &option, const Value::Map &values)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*(?:[./-][A-Za-z0-9_]+)*\\z"));
    QStringList arguments;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const QString value = it->display();
        if (!form.match(it.key()).hasMatch() || it.key() == effectLabel() ||
            value.contains(QChar(0)))
            return Error(QStringLiteral("docker.bad-name"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "\"%1\" cannot be the name of a build argument or a "
                                           "label here. Use letters, digits, '_', '.' and '-'."),
                         {it.key().left(100)});
        arguments << option << it.key() + u'=' + value;
    }
    return arguments;
}

/// The Dockerfile, below the context.
Result<RootedPath> dockerfileOf(const QString &folder, const Value::Map &with,
                                const StepContext &context)
{
    const QString file = with[QStringLiteral("file")].text();
    const auto path =
        RootedPath::below(folder, file.isEmpty() ? QStringLiteral("Dockerfile") : file);
    if (!path)
        return path.error();
    const auto type = context.files.type(*path);
    if (!type)
        return type.error();
    if (*type != RootedPath::Type::File)
        return Error(QStringLiteral("docker.no-dockerfile"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no %1. Name the Dockerfile with \"file\"."),
                     {path->absolute()});
    return path;
}

Result<ProgramSpec> buildPrograms(const QString &folder, const QList<ImageTag> &tags,
                                  const Value::Map &with, const StepContext &context)
{
    const auto file = dockerfileOf(folder, with, context);
    const auto args =
        namedValues(QStringLiteral("--build-arg"), with[QStringLiteral("args")].map());
    const auto labels =
        namedValues(QStringLiteral("--label"), with[QStringLiteral("labels")].map());
    if (!file)
        return file.error();
    if (!args || !labels)
        return args ? labels.error() : args.error();
    Command command;
    command.argv = QStringList{DockerEngine::engineProgram(), QStringLiteral("build"),
                               QStringLiteral("--file"), file->absolute()};
    for (const ImageTag &tag : tags)
        command.argv << QStringLiteral("--tag") << tag.name;
    command.argv += *args + *labels;
    command.argv << QStringLiteral("--label") << effectLabel() + u'=' + context.effectKey;
    const QString target = with[QStringLiteral("target")].text();
    if (!target.isEmpty())
        command.argv << QStringLiteral("--target") << target;
    for (const char *flag : {"pull", "no-cache"}) {
        if (with[QLatin1String(flag)].flag())
            command.argv << QStringLiteral("--") + QLatin1String(flag);
    }
    command.argv << folder;
    ProgramSpec programs;
    programs.commands = {command};
    programs.directory = folder;
    programs.environment = {{QStringLiteral("BUILDKIT_PROGRESS"), QStringLiteral("plain")}};
    programs.timeoutMs = context.timeoutMs;
    return programs;
}

UndoNote undoNote(const QList<ImageTag> &tags)
{
    const bool hasPrevious = std::any_of(tags.begin(), tags.end(),
                                         [](const ImageTag &tag) { return !tag.before.isEmpty(); });
    return hasPrevious
               ? undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                            "The names go back to the images that have them now, "
                                            "unless others give them away in between. What was "
                                            "built stays until images without a name are removed."))
               : undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                            "The image is removed again, unless others give its "
                                            "names away in between or a container uses it."));
}

Result<Value::Map> outputsOf(const Intent &intent, const StepContext &context)
{
    const QList<ImageTag> tags = tagsIn(intent.plan.data);
    const auto image = taggedImage(context.ask, tags.value(0).name);
    if (!image)
        return image.error();
    QStringList names;
    for (const ImageTag &tag : tags)
        names.append(tag.name);
    return Value::Map{{QStringLiteral("image"), Value(image->id)},
                      {QStringLiteral("digest"), Value(image->digests.value(0))},
                      {QStringLiteral("tags"), Value::ofTexts(names)},
                      {QStringLiteral("previous"), Value(tags.value(0).before)}};
}

/// All names are at the attempt's image.
Finding built(const Intent &intent, const QList<ImageTag> &tags, const StepContext &context)
{
    const auto outputs = outputsOf(intent, context);
    if (!outputs)
        return unknownFinding(outputs.error());
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The image is built and has its names.")),
        imageFacts(tags));
    finding.outcome = Outcome::succeeded(*outputs);
    return finding;
}

/// Some names are: an end to undo or to build again from.
Finding halfNamed(const QList<ImageTag> &tags)
{
    Finding finding =
        findingOf(Finding::Verdict::Done,
                  Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                            "The image is built, but has not all of its names.")),
                  imageFacts(tags));
    finding.outcome = Outcome::failed(
        Error(QStringLiteral("docker.half-named"),
              QT_TRANSLATE_NOOP("Slipway::Error",
                                "The image was built, but it did not get all of its names. Try "
                                "again.")));
    return finding;
}

} // namespace

DockerBuildStep::DockerBuildStep() : m_spec(buildSpec()) {}

Result<Plan> DockerBuildStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto folder = rootFolder(with[QStringLiteral("in")], context.workspace);
    const auto wanted = wantedTags(with);
    if (!folder || !wanted)
        return folder ? wanted.error() : folder.error();
    const auto programs = buildPrograms(*folder, *wanted, with, context);
    if (!programs)
        return programs.error();
    auto looked = lookAtTags(*wanted, context.effectKey, context);
    if (!looked && isUnknownInRehearsal(looked.error()))
        looked = *wanted;
    if (!looked)
        return looked.error();
    for (ImageTag &tag : *looked)
        tag.before = tag.now;
    QStringList names;
    for (const ImageTag &tag : std::as_const(*looked))
        names.append(tag.name);
    Plan plan;
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Builds the image %1 from %2."),
                           {someOf(names), *folder});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Folder")), *folder},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Dockerfile")),
                   programs->commands.first().argv.value(3)}};
    plan.facts += imageFacts(*looked);
    plan.undo = undoNote(*looked);
    plan.data = {{QStringLiteral("tags"), tagsValue(*looked)}};
    plan.programs = *programs;
    return plan;
}

Result<Aftermath> DockerBuildStep::rehearse(const Intent &intent, const StepContext &,
                                            Overlay &) const
{
    QStringList names;
    const QList<ImageTag> tags = tagsIn(intent.plan.data);
    for (const ImageTag &tag : tags)
        names.append(tag.name);
    return Aftermath{{{QStringLiteral("tags"), Value::ofTexts(names)}}, false};
}

Outcome DockerBuildStep::conclude(const Intent &intent, const ProgramResult &result,
                                  const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end != Outcome::End::Succeeded || isOwnUndo(intent))
        return outcome;
    const auto outputs = outputsOf(intent, context);
    if (!outputs)
        return Outcome::failed(outputs.error(), outcome.evidence);
    outcome.outputs = *outputs;
    return outcome;
}

Finding DockerBuildStep::probe(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return probeImageUndo(intent, context);
    const auto tags = lookAtTags(tagsIn(intent.plan.data), intent.effectKey, context);
    if (!tags)
        return unknownFinding(tags.error());
    const auto ours =
        std::count_if(tags->begin(), tags->end(), [](const ImageTag &tag) { return tag.isOurs; });
    const bool isForeign = std::any_of(tags->begin(), tags->end(), [](const ImageTag &tag) {
        return !tag.isOurs && !tag.isAsBefore();
    });
    if (isForeign)
        return findingOf(Finding::Verdict::Foreign,
                         Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                   "A name is at an image that this step did not "
                                                   "build.")),
                         imageFacts(*tags));
    if (ours == tags->size())
        return built(intent, *tags, context);
    if (ours > 0)
        return halfNamed(*tags);
    return findingOf(
        Finding::Verdict::NotDone,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The names are where they were before.")),
        imageFacts(*tags));
}

Result<std::optional<Plan>> DockerBuildStep::undo(const Intent &done,
                                                  const StepContext &context) const
{
    return planImageUndo(done, context);
}

} // namespace Slipway
