// SPDX-License-Identifier: MIT
#include "core/steps/imagetags.h"

#include "core/steps/gitplace.h"
#include "core/steps/undoing.h"

#include <algorithm>

namespace Slipway {

namespace {

QString shownImage(const QString &id)
{
    return id.isEmpty() ? QStringLiteral("-") : id.mid(id.indexOf(u':') + 1, 12);
}

/// The effect key of the attempt that built the image.
QString builderKey(const Intent &intent)
{
    const QString kept = intent.plan.data[QStringLiteral("key")].text();
    return kept.isEmpty() ? intent.effectKey : kept;
}

Result<bool> isImageThere(const QString &id, const StepContext &context)
{
    const auto image = taggedImage(context.ask, id);
    return image ? Result<bool>(image->isThere()) : image.error();
}

} // namespace

QString effectLabel()
{
    return QStringLiteral("slipway.effect");
}

Value tagsValue(const QList<ImageTag> &tags)
{
    Value::List list;
    for (const ImageTag &tag : tags)
        list.append(Value(Value::List{Value(tag.name), Value(tag.before)}));
    return Value(list);
}

QList<ImageTag> tagsIn(const Value::Map &data)
{
    QList<ImageTag> tags;
    const Value::List list = data[QStringLiteral("tags")].list();
    for (const Value &pair : list) {
        const QString before = pair.list().value(1).text();
        tags.append({pair.list().value(0).text(), before, before});
    }
    return tags;
}

Result<QList<ImageTag>> lookAtTags(const QList<ImageTag> &tags, const QString &effectKey,
                                   const StepContext &context)
{
    QList<ImageTag> now = tags;
    for (ImageTag &tag : now) {
        const auto image = taggedImage(context.ask, tag.name);
        if (!image)
            return image.error();
        tag.now = image->id;
        tag.isOurs = image->labels.value(effectLabel()) == effectKey;
    }
    return now;
}

QList<Fact> imageFacts(const QList<ImageTag> &tags)
{
    QList<Fact> facts;
    for (const ImageTag &tag : tags) {
        const QString value =
            tag.now == tag.before
                ? shownImage(tag.now)
                : shownImage(tag.before) + QStringLiteral(" → ") + shownImage(tag.now);
        facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Image %1"), {tag.name}), value});
    }
    return facts;
}

Result<std::optional<Plan>> planImageUndo(const Intent &done, const StepContext &context)
{
    const auto tags = lookAtTags(tagsIn(done.plan.data), done.effectKey, context);
    if (!tags)
        return tags.error();
    const QString program = DockerEngine::engineProgram();
    QList<ImageTag> ours;
    ProgramSpec programs;
    programs.directory = context.workspace;
    programs.timeoutMs = context.timeoutMs;
    for (const ImageTag &tag : *tags) {
        if (!tag.isOurs && !tag.isAsBefore())
            return changedSince(tag.name);
        if (!tag.isOurs)
            continue;
        const auto isThere =
            tag.before.isEmpty() ? Result<bool>(false) : isImageThere(tag.before, context);
        if (!isThere)
            return isThere.error();
        if (!tag.before.isEmpty() && !*isThere)
            return bytesMissing(tag.name);
        Command command;
        command.argv = {program, QStringLiteral("image")};
        if (tag.before.isEmpty())
            command.argv += {QStringLiteral("rm"), QStringLiteral("--"), tag.name};
        else
            command.argv += {QStringLiteral("tag"), QStringLiteral("--"), tag.before, tag.name};
        programs.commands.append(command);
        ours.append(tag);
    }
    if (ours.isEmpty())
        return std::optional<Plan>();
    Plan plan;
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "Takes the names of the built image back: %1."),
        {someOf([&ours] {
            QStringList names;
            for (const ImageTag &tag : ours)
                names.append(tag.name);
            return names;
        }())});
    plan.facts = imageFacts(ours);
    plan.data = {{QStringLiteral("tags"), tagsValue(ours)},
                 {QStringLiteral("key"), Value(done.effectKey)}};
    plan.programs = programs;
    markAsUndo(&plan);
    return std::optional(plan);
}

Finding probeImageUndo(const Intent &intent, const StepContext &context)
{
    const auto tags = lookAtTags(tagsIn(intent.plan.data), builderKey(intent), context);
    if (!tags)
        return unknownFinding(tags.error());
    const auto isBack = [](const ImageTag &tag) { return tag.isAsBefore(); };
    if (std::all_of(tags->begin(), tags->end(), isBack)) {
        Finding finding =
            findingOf(Finding::Verdict::Done,
                      Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                "The names are where they were before the build.")),
                      imageFacts(*tags));
        finding.outcome = Outcome::succeeded();
        return finding;
    }
    const bool isOpen = std::all_of(tags->begin(), tags->end(), [](const ImageTag &tag) {
        return tag.isAsBefore() || tag.isOurs;
    });
    return findingOf(isOpen ? Finding::Verdict::NotDone : Finding::Verdict::Foreign,
                     isOpen ? Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                        "The built image still has its names."))
                            : Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                        "A name is at an image that this step did "
                                                        "not build.")),
                     imageFacts(*tags));
}

} // namespace Slipway
