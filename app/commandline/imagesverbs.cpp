// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#include "core/base/files.h"
#include "core/process/ask.h"
#include "core/registry/imagereference.h"
#include "core/registry/registryclient.h"
#include "core/registry/tagchoice.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

const QString tagsOption = QStringLiteral("tags");

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
    };
}

} // namespace Slipway
