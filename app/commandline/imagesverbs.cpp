// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#include "core/base/files.h"
#include "core/base/textdiff.h"
#include "core/images/imagebump.h"
#include "core/process/ask.h"
#include "core/registry/imagereference.h"
#include "core/registry/registryclient.h"
#include "core/registry/tagchoice.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

const QString tagsOption = QStringLiteral("tags");
const QString onlyOption = QStringLiteral("only");
const QString linkedOption = QStringLiteral("linked");
const QString takeOption = QStringLiteral("take");
const QString writeOption = QStringLiteral("write");

QString sentence(const char *pattern, const QStringList &arguments)
{
    return fillPattern(QCoreApplication::translate("Slipway::Message", pattern), arguments);
}

Result<RegistryClient> registryClient()
{
    const auto credentials = DockerCredentials::ofUser();
    if (!credentials)
        return credentials.error();
    return RegistryClient(*credentials, [](const Question &question) { return ask(question); });
}

/// Those of the file that was given, else of the image's registry.
Result<QStringList> tagsOf(const Call &call, const ImageReference &image)
{
    if (call.options.isSet(tagsOption)) {
        const auto bytes = readFile(call.options.value(tagsOption));
        return bytes ? tagsOfLines(*bytes) : Result<QStringList>(bytes.error());
    }
    auto client = registryClient();
    return client ? client->tags(image) : Result<QStringList>(client.error());
}

/// What to take on standard output, "tag<TAB>why" for each other tag, and sentences beside it.
void printChoice(const Terminal &terminal, const TagChoice &choice)
{
    qsizetype width = 0;
    for (const TagLeftOut &other : choice.others)
        width = qMax(width, other.tag.size());
    for (const TagLeftOut &other : choice.others)
        terminal.print(other.tag.leftJustified(width + 2) + other.why.translated());
    terminal.say(choice.next.isEmpty()
                     ? sentence(QT_TRANSLATE_NOOP("Slipway::Message", "Nothing newer than %1."),
                                {choice.current})
                     : sentence(QT_TRANSLATE_NOOP("Slipway::Message", "Next after %1: %2"),
                                {choice.current, choice.next}));
    if (!choice.major.isEmpty())
        terminal.say(sentence(
            QT_TRANSLATE_NOOP("Slipway::Message", "To be decided, since it changes more: %1"),
            {choice.major}));
}

int next(Call &call)
{
    const auto reference = ImageReference::parse(call.arguments[0]);
    if (!reference) {
        call.terminal.fail(reference.error());
        return Status::wrongUse;
    }
    const auto tags = tagsOf(call, *reference);
    if (!tags) {
        call.terminal.fail(tags.error());
        return Status::no;
    }
    const TagChoice choice = chooseTag(reference->tag, *tags);
    if (call.terminal.isJson())
        call.terminal.print(choice.toJson());
    else
        printChoice(call.terminal, choice);
    return Status::ok;
}

/// SERVICE=TAG of each --take.
Result<QMap<QString, QString>> takenIn(const QStringList &settings)
{
    QMap<QString, QString> taken;
    for (const QString &setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0 || equals + 1 == setting.size())
            return Error(QStringLiteral("images.take"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "\"%1\" says no tag for a service. Write "
                                           "SERVICE=TAG."),
                         {setting});
        taken.insert(setting.left(equals), setting.mid(equals + 1));
    }
    return taken;
}

/// Where the tags come from; the registries are asked by the client, which must live as long.
Result<TagSource> sourceOf(const Call &call, RegistryClient *client)
{
    if (call.options.isSet(tagsOption)) {
        const auto bytes = readFile(call.options.value(tagsOption));
        return bytes ? TagSource::ofLines(*bytes) : Result<TagSource>(bytes.error());
    }
    return TagSource{[client](const ImageReference &image) { return client->tags(image); },
                     [client](const ImageReference &image) { return client->digest(image); }};
}

QJsonObject jsonOf(const ImageBump &bump)
{
    QJsonObject json = bump.choice.toJson();
    json[QStringLiteral("service")] = bump.place.service;
    json[QStringLiteral("services")] =
        QJsonArray::fromStringList(QStringList{bump.place.service} + bump.place.others);
    json[QStringLiteral("line")] = bump.place.line;
    json[QStringLiteral("image")] = bump.place.image;
    json[QStringLiteral("current")] =
        bump.place.tagText().isEmpty() ? QJsonValue() : QJsonValue(bump.place.tagText());
    json[QStringLiteral("tag")] = bump.tag.isEmpty() ? QJsonValue() : QJsonValue(bump.tag);
    if (bump.error)
        json[QStringLiteral("error")] = bump.error->toJson();
    return json;
}

void sayBump(const Terminal &terminal, const QString &file, const ImageBump &bump)
{
    const QString place = QStringLiteral("%1:%2: %3: ")
                              .arg(file)
                              .arg(bump.place.line)
                              .arg(QString::fromUtf8(safeForTerminal(bump.place.image.toUtf8())));
    if (bump.error)
        terminal.say(place + bump.error->translated());
    else if (bump.tag.isEmpty())
        terminal.say(place + sentence(QT_TRANSLATE_NOOP("Slipway::Message", "stays."), {}));
    if (bump.isOpen())
        terminal.say(place + sentence(QT_TRANSLATE_NOOP("Slipway::Message",
                                                        "%1 is to be decided: --take %2=%1"),
                                      {bump.choice.major, bump.place.service}));
}

/// True if a registry could not be asked, which is no reason to change half of the file.
bool isUnasked(const ImageBump &bump)
{
    return bump.error && !bump.place.uneditable;
}

int deliver(const Call &call, const QList<ImageBump> &bumps, const QByteArray &before)
{
    const QString file = call.arguments[0];
    const auto after = withBumps(before, bumps);
    if (!after) {
        call.terminal.fail(after.error().at({file, 0, 0}));
        return Status::no;
    }
    const QByteArray diff =
        unifiedDiff(before, *after, QStringLiteral("a/") + file, QStringLiteral("b/") + file);
    QJsonArray images;
    for (const ImageBump &bump : bumps) {
        images.append(jsonOf(bump));
        if (!call.terminal.isJson())
            sayBump(call.terminal, file, bump);
    }
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("file"), file},
                                        {QStringLiteral("images"), images},
                                        {QStringLiteral("diff"), QString::fromUtf8(diff)}});
    else
        call.terminal.printBytes(diff);
    if (std::any_of(bumps.begin(), bumps.end(), isUnasked))
        return Status::no;
    if (!call.options.isSet(writeOption) || *after == before)
        return Status::ok;
    const auto written = writeFileDurably(file, *after);
    if (!written)
        call.terminal.fail(written.error());
    return written ? Status::ok : Status::no;
}

int bump(Call &call)
{
    BumpWish wish;
    wish.only = call.options.value(onlyOption).split(u',', Qt::SkipEmptyParts);
    wish.isLinkedAlone = call.options.isSet(linkedOption);
    const auto taken = takenIn(call.options.values(takeOption));
    if (!taken) {
        call.terminal.fail(taken.error());
        return Status::wrongUse;
    }
    wish.taken = *taken;
    auto client = registryClient();
    const auto source = client ? sourceOf(call, &*client) : Result<TagSource>(client.error());
    const auto bytes = source ? readFile(call.arguments[0]) : Result<QByteArray>(source.error());
    const auto bumps =
        bytes ? planBumps(*bytes, wish, *source) : Result<QList<ImageBump>>(bytes.error());
    if (!bumps) {
        call.terminal.fail(bumps.error());
        return bumps.error().code() == u"images.no-service" ? Status::wrongUse : Status::no;
    }
    return deliver(call, *bumps, *bytes);
}

QCommandLineOption option(const QString &name, const char *help, const QString &value = {})
{
    return {name, QCoreApplication::translate("Slipway::Help", help), value};
}

} // namespace

QList<Verb> imagesVerbs()
{
    return {
        {"images next",
         "REF",
         QT_TRANSLATE_NOOP("Slipway::Help", "Say which tag may follow that of an image, and why no "
                                            "other one."),
         {option(tagsOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The tags there are, one a line; else the "
                                                    "registry of the image is asked."),
                 QStringLiteral("FILE"))},
         1,
         1,
         next},
        {"images bump",
         "COMPOSE",
         QT_TRANSLATE_NOOP("Slipway::Help", "Set the images of a compose file to their next "
                                            "tags."),
         {option(onlyOption, QT_TRANSLATE_NOOP("Slipway::Help", "These services alone."),
                 QStringLiteral("SERVICE,…")),
          option(linkedOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Only images with an address in a comment right above them.")),
          option(takeOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A tag that was decided on; the one that is there stays."),
                 QStringLiteral("SERVICE=TAG")),
          option(tagsOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Tags, one a line, as TAG or IMAGE:TAG; else the registries "
                                   "are asked."),
                 QStringLiteral("FILE")),
          option(writeOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Write the file; else only show."))},
         1,
         1,
         bump},
    };
}

} // namespace Slipway
