// SPDX-License-Identifier: MIT
// `slipway images choose`: what a step asks that sets the tags of images.
#include "app/commandline/verbs.h"
#include "core/steps/imagechoices.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Slipway {

namespace {

/// The images of a step, and what was said about them so far.
struct Asked
{
    QString run;
    StepKey key;
    ImageChoices choices;
    QMap<QString, Value::Map> answers;
};

Result<Asked> askedBy(Call &call, const QString &run, const StepKey &key)
{
    const auto fold = loadRun(call.session.store(), run);
    if (!fold)
        return fold.error();
    const InstanceFold *instance = fold->instance(key);
    const AttemptFold *attempt = instance ? fold->asking(*instance) : nullptr;
    const QList<Evidence> evidence = attempt ? attempt->outcome->evidence : QList<Evidence>();
    for (const Evidence &one : evidence) {
        if (one.type != QLatin1String("images"))
            continue;
        const auto bytes = call.session.services().objects().read(one.digest);
        const auto choices =
            bytes ? ImageChoices::fromBytes(*bytes) : Result<ImageChoices>(bytes.error());
        return choices ? Result<Asked>(Asked{run, key, *choices, instance->answers})
                       : choices.error();
    }
    return Error(QStringLiteral("images.nothing"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 asks for no tags of images."),
                 {key.text()});
}

QString takenFor(const Asked &asked, const ChoosableImage &image)
{
    return ImageAnswer::taken(asked.answers, image.service, image.choice.current);
}

void list(const Call &call, const Asked &asked)
{
    QJsonArray images;
    for (const ChoosableImage &image : asked.choices.images) {
        const QString taken = takenFor(asked, image);
        QJsonObject json = image.choice.toJson();
        json[QStringLiteral("service")] = image.service;
        json[QStringLiteral("image")] = image.image;
        json[QStringLiteral("open")] = image.isOpen;
        json[QStringLiteral("take")] = taken;
        images.append(json);
        if (call.terminal.isJson() || !image.isOpen)
            continue;
        QStringList tags{image.choice.next, image.choice.major};
        tags.removeAll(QString());
        call.terminal.printBytes(
            safeForTerminal(QStringLiteral("%1  %2  %3  %4\n")
                                .arg(taken.isEmpty() ? QStringLiteral("-") : taken, image.service,
                                     image.image, tags.join(u' '))
                                .toUtf8()));
        if (!image.error.isEmpty())
            call.terminal.say(image.error.translated());
    }
    if (call.terminal.isJson())
        call.terminal.print(QJsonObject{{QStringLiteral("file"), asked.choices.file},
                                        {QStringLiteral("images"), images}});
}

int failed(const Call &call, const Error &error, int status = Status::no)
{
    call.terminal.fail(error);
    return status;
}

struct Decision
{
    QString service;
    Value::Map said;
};

Result<QList<Decision>> decisionsOf(const Call &call, const Asked &asked)
{
    QList<Decision> decisions;
    const QStringList settings = call.arguments.mid(2);
    for (const QString &setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        const QString tag = setting.mid(equals + 1);
        const ChoosableImage *image = asked.choices.image(setting.left(qMax<qsizetype>(0, equals)));
        if (!image || !isImageTag(tag))
            return Error(QStringLiteral("images.take"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "\"%1\" says no tag for a service. Write "
                                           "SERVICE=TAG."),
                         {setting});
        decisions.append({image->service, ImageAnswer::take(*image, tag)});
    }
    return decisions;
}

/// Says it, and lets the step go on once nothing is open.
int decide(Call &call, Asked asked, const QList<Decision> &decisions)
{
    People people = call.session.people();
    for (const Decision &decision : decisions) {
        const auto kept =
            people.answer(asked.run, asked.key, decision.service, decision.said, std::nullopt);
        if (!kept)
            return failed(call, kept.error());
        asked.answers.insert(decision.service, decision.said);
    }
    if (!asked.choices.open(asked.answers).isEmpty()) {
        list(call, asked);
        return Status::ok;
    }
    const auto gone = people.retry(asked.run, asked.key);
    return gone ? Status::ok : failed(call, gone.error());
}

int choose(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    const auto key = run ? openStep(call, *run, call.arguments[1]) : std::nullopt;
    if (!key)
        return Status::wrongUse;
    const auto asked = askedBy(call, *run, *key);
    if (!asked)
        return failed(call, asked.error());
    const auto decisions = decisionsOf(call, *asked);
    if (!decisions)
        return failed(call, decisions.error(), Status::wrongUse);
    if (!decisions->isEmpty())
        return decide(call, *asked, *decisions);
    list(call, *asked);
    return Status::ok;
}

} // namespace

QList<Verb> imageChoiceVerbs()
{
    return {{"images choose",
             "RUN STEP [SERVICE=TAG…]",
             QT_TRANSLATE_NOOP("Slipway::Help",
                               "List the images that a step asks about, or say which tags they "
                               "get."),
             {},
             2,
             -1,
             choose}};
}

} // namespace Slipway
