// SPDX-License-Identifier: MIT
#include "core/steps/imagesbumpstep.h"

#include "core/base/canonicaljson.h"
#include "core/registry/registryclient.h"
#include "core/steps/editplan.h"
#include "core/steps/imagechoices.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

const QString asksName = QStringLiteral("asks");
constexpr qint64 largestTags = 16 * 1024 * 1024;

KindSpec bumpSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("images.bump");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Sets the images of a compose file to their next stable tags. "
                                  "What changes the major number or the base waits for a person.");
    spec.parameters = {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder that \"file\" is below; else the workspace.")),
        required(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The compose file, below \"in\".")),
        listOf(Type::Text,
               optional(QStringLiteral("only"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "Services whose images are looked at; unless said, "
                                          "all."))),
        optional(QStringLiteral("linked"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Look only at images with an address in a comment right above "
                                   "them.")),
        optional(QStringLiteral("tags"), Type::File,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A file of tags, one a line, as TAG or IMAGE:TAG; then no "
                                   "registry is asked.")),
        optional(QStringLiteral("take"), Type::Map,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Tags by service that are decided already; the one that is "
                                   "there means to leave it.")),
        oneOf({QStringLiteral("majors"), QStringLiteral("always"), QStringLiteral("never")},
              optional(QStringLiteral("ask"), Type::Choice,
                       QT_TRANSLATE_NOOP("Slipway::Help",
                                         "When a person decides: majors (unless said) where there "
                                         "is another major number or base, always where there is "
                                         "anything newer, never: those are left.")))};
    spec.outputs = {{QStringLiteral("count"), Type::Number,
                     QT_TRANSLATE_NOOP("Slipway::Help", "How many images got another tag.")},
                    {QStringLiteral("images"), Type::List,
                     QT_TRANSLATE_NOOP("Slipway::Help", "Their names with the new tags.")}};
    spec.evidence = {QStringLiteral("diff"), QStringLiteral("images")};
    spec.reaches = {
        {Reach::Program, QT_TRANSLATE_NOOP("Slipway::Message", "docker's credential helpers")},
        {Reach::Host, QT_TRANSLATE_NOOP("Slipway::Message", "the registries of the images")},
        {Reach::Path, "", QStringLiteral("file")}};
    return spec;
}

bool asks(const Intent &intent)
{
    return intent.plan.data[asksName].flag();
}

/// The registries; in a rehearsal nobody.
Result<TagSource> registries(const StepContext &context)
{
    if (context.files.isRehearsal())
        return TagSource{[](const ImageReference &image) -> Result<QStringList> {
            return unknownInRehearsal(image.name());
        }};
    const auto credentials = DockerCredentials::ofUser();
    if (!credentials)
        return credentials.error();
    const auto client =
        std::make_shared<RegistryClient>(*credentials, context.ask, RegistryLimits(), context.stop);
    return TagSource{[client](const ImageReference &image) { return client->tags(image); },
                     [client](const ImageReference &image) { return client->digest(image); }};
}

Result<TagSource> sourceOf(const Value::Map &with, const StepContext &context)
{
    const QString file = with[QStringLiteral("tags")].text();
    if (file.isEmpty())
        return registries(context);
    const auto workspace = rootFolder(Value(), context.workspace);
    if (!workspace)
        return workspace.error();
    const QFileInfo place(QDir(*workspace).absoluteFilePath(file));
    const auto path = RootedPath::below(place.path(), place.fileName());
    const auto bytes = path ? context.files.read(*path, largestTags)
                            : Result<std::optional<QByteArray>>(path.error());
    if (!bytes)
        return bytes.error();
    if (!bytes->has_value())
        return Error(QStringLiteral("file.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 does not exist."), {file});
    return TagSource::ofLines(**bytes);
}

/// What people said already: the step's own parameter, and over it their answers to it.
Result<BumpWish> wishOf(const Value::Map &with, const QByteArray &compose,
                        const StepContext &context)
{
    BumpWish wish;
    wish.only = with[QStringLiteral("only")].texts();
    wish.isLinkedAlone = with[QStringLiteral("linked")].flag();
    const Value::Map take = with[QStringLiteral("take")].map();
    for (auto it = take.begin(); it != take.end(); ++it)
        wish.taken.insert(it.key(), it->display());
    const auto places = composeImages(compose);
    if (!places)
        return places.error();
    for (const ComposeImage &place : *places) {
        const QString tag = ImageAnswer::taken(context.answers, place.service, place.tagText());
        if (!tag.isEmpty())
            wish.taken.insert(place.service, tag);
    }
    return wish;
}

bool waitsForPerson(const ImageBump &bump, const QString &ask)
{
    if (bump.isDecided || ask == u"never" || bump.place.uneditable)
        return false;
    if (bump.error)
        return true;
    return bump.isOpen() || (ask == u"always" && !bump.tag.isEmpty());
}

ImageChoices choicesOf(const QList<ImageBump> &bumps, const QString &file, const QString &ask)
{
    ImageChoices choices;
    choices.file = file;
    for (const ImageBump &bump : bumps) {
        if (bump.place.isBuilt)
            continue;
        ChoosableImage image{bump.place.service,        bump.place.others,
                             bump.place.line,           bump.place.image,
                             bump.place.link,           bump.choice,
                             waitsForPerson(bump, ask), bump.error.value_or(Error())};
        image.choice.current = bump.place.tagText();
        if (bump.isDecided)
            image.choice.next = bump.tag;
        choices.images.append(image);
    }
    return choices;
}

QString changeOf(const ImageBump &bump)
{
    return bump.tag.isEmpty() ? bump.place.tagText()
                              : bump.place.tagText() + QStringLiteral(" → ") + bump.tag;
}

/// What a step that may not ask says about an image that it cannot look at.
Result<void> checkAsked(const QList<ImageBump> &bumps, const QString &ask, bool isRehearsal)
{
    for (const ImageBump &bump : bumps) {
        const bool isFailed = bump.error && !bump.place.uneditable;
        if (isFailed && (ask == u"never" || isRehearsal || bump.isDecided))
            return *bump.error;
    }
    return {};
}

void describe(Plan *plan, const QList<ImageBump> &bumps, const QString &file, bool isAsking)
{
    qsizetype count = 0;
    Value::List names;
    for (const ImageBump &bump : bumps) {
        if (!bump.place.isBuilt)
            plan->facts.append({Message("%1", {bump.place.service}), changeOf(bump)});
        if (bump.tag.isEmpty())
            continue;
        ++count;
        names.append(Value(bump.place.name() + u':' + bump.tag));
    }
    plan->summary = isAsking
                        ? Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                    "Asks which tags the images of %1 are to have. "
                                                    "Nothing is changed before."),
                                  {file})
                        : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Sets %1 images in %2 to "
                                                                        "other tags."),
                                  {QString::number(count), file});
    plan->data[asksName] = Value(isAsking);
    plan->data[QStringLiteral("outputs")] = Value(Value::Map{
        {QStringLiteral("count"), Value(qint64(count))}, {QStringLiteral("images"), Value(names)}});
}

Result<Plan> planOf(const QList<ImageBump> &bumps, const EditedFile &file, const QString &ask,
                    const StepContext &context)
{
    const ImageChoices choices = choicesOf(bumps, file.path.absolute(), ask);
    const bool isAsking = std::any_of(choices.images.begin(), choices.images.end(),
                                      [](const ChoosableImage &image) { return image.isOpen; });
    Plan plan;
    describe(&plan, bumps, file.path.absolute(), isAsking);
    const auto json = canonicalJson(choices.toJson());
    const auto images =
        json ? storeEvidence(context, QStringLiteral("images"), QStringLiteral("images"), *json)
             : Result<Evidence>(json.error());
    if (!images)
        return images.error();
    plan.evidence = {*images};
    if (!isAsking) {
        const auto bytes = withBumps(file.bytes, bumps);
        const auto edit = bytes ? planEdit(context, file.path, file.bytes, *bytes)
                                : Result<FileEdit>(bytes.error());
        if (!edit)
            return edit.error();
        plan.edits = {*edit};
    }
    const auto finished =
        finishEditPlan(context, &plan, plan.data[QStringLiteral("outputs")].map());
    return finished ? Result<Plan>(plan) : finished.error();
}

} // namespace

ImagesBumpStep::ImagesBumpStep() : m_spec(bumpSpec()) {}

Result<Plan> ImagesBumpStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto file = existingFile(with, context);
    if (!file)
        return file.error();
    const auto wish = wishOf(with, file->bytes, context);
    const auto source = wish ? sourceOf(with, context) : Result<TagSource>(wish.error());
    const auto bumps =
        source ? planBumps(file->bytes, *wish, *source) : Result<QList<ImageBump>>(source.error());
    if (!bumps)
        return bumps.error().at({file->path.absolute()});
    const QString given = with[QStringLiteral("ask")].text();
    const QString ask = given.isEmpty() ? QStringLiteral("majors") : given;
    if (const auto asked = checkAsked(*bumps, ask, context.files.isRehearsal()); !asked)
        return asked.error();
    return planOf(*bumps, *file, ask, context);
}

Outcome ImagesBumpStep::act(const Intent &intent, const StepContext &context) const
{
    return asks(intent) ? Outcome::asking(intent.plan.evidence) : actEdits(intent, context);
}

Finding ImagesBumpStep::probe(const Intent &intent, const StepContext &context) const
{
    if (!asks(intent))
        return probeEdits(intent, context);
    return {Finding::Verdict::Done,
            Outcome::asking(intent.plan.evidence),
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "It changes nothing by itself.")),
            {}};
}

Result<std::optional<Plan>> ImagesBumpStep::undo(const Intent &done,
                                                 const StepContext &context) const
{
    return undoEdits(done, context);
}

Result<Aftermath> ImagesBumpStep::rehearse(const Intent &intent, const StepContext &context,
                                           Overlay &overlay) const
{
    return asks(intent) ? Result<Aftermath>(Aftermath{{}, true})
                        : Kind::rehearse(intent, context, overlay);
}

} // namespace Slipway
