// SPDX-License-Identifier: MIT
#include "core/steps/imagechoices.h"

#include "core/base/canonicaljson.h"

#include <QJsonArray>

namespace Slipway {

namespace {

/// What is shown of those that were left out; some repositories have many thousands.
constexpr qsizetype mostOthers = 5000;

QJsonObject jsonOf(const ChoosableImage &image)
{
    QJsonArray others;
    for (const TagLeftOut &other : image.choice.others.mid(0, mostOthers))
        others.append(QJsonObject{{QStringLiteral("tag"), other.tag},
                                  {QStringLiteral("why"), other.why.toJson()}});
    QJsonObject json{{QStringLiteral("service"), image.service},
                     {QStringLiteral("others"), QJsonArray::fromStringList(image.others)},
                     {QStringLiteral("line"), image.line},
                     {QStringLiteral("image"), image.image},
                     {QStringLiteral("link"), image.link},
                     {QStringLiteral("current"), image.choice.current},
                     {QStringLiteral("next"), image.choice.next},
                     {QStringLiteral("major"), image.choice.major},
                     {QStringLiteral("tags"), others},
                     {QStringLiteral("open"), image.isOpen}};
    if (!image.error.isEmpty())
        json[QStringLiteral("error")] = image.error.toJson();
    return json;
}

QString textIn(const QJsonObject &json, const char *name)
{
    return json[QLatin1String(name)].toString();
}

ChoosableImage imageOf(const QJsonObject &json)
{
    ChoosableImage image;
    image.service = textIn(json, "service");
    image.others = json[QStringLiteral("others")].toVariant().toStringList();
    image.line = json[QStringLiteral("line")].toInt();
    image.image = textIn(json, "image");
    image.link = textIn(json, "link");
    image.choice.current = textIn(json, "current");
    image.choice.next = textIn(json, "next");
    image.choice.major = textIn(json, "major");
    const QJsonArray others = json[QStringLiteral("tags")].toArray();
    for (const QJsonValue &other : others)
        image.choice.others.append(
            {textIn(other.toObject(), "tag"),
             Message::fromJson(other.toObject()[QStringLiteral("why")].toObject())});
    image.isOpen = json[QStringLiteral("open")].toBool();
    if (json.contains(QStringLiteral("error")))
        image.error = Error::fromJson(json[QStringLiteral("error")].toObject());
    return image;
}

} // namespace

QJsonObject ImageChoices::toJson() const
{
    QJsonArray all;
    for (const ChoosableImage &image : images)
        all.append(jsonOf(image));
    return {{QStringLiteral("file"), file}, {QStringLiteral("images"), all}};
}

Result<ImageChoices> ImageChoices::fromBytes(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return json.error();
    ImageChoices choices;
    choices.file = textIn(*json, "file");
    const QJsonArray images = (*json)[QStringLiteral("images")].toArray();
    for (const QJsonValue &image : images)
        choices.images.append(imageOf(image.toObject()));
    return choices;
}

const ChoosableImage *ImageChoices::image(const QString &service) const
{
    for (const ChoosableImage &one : images) {
        if (one.service == service)
            return &one;
    }
    return nullptr;
}

QList<ChoosableImage> ImageChoices::open(const QMap<QString, Value::Map> &answers) const
{
    QList<ChoosableImage> open;
    for (const ChoosableImage &one : images) {
        if (one.isOpen && ImageAnswer::taken(answers, one.service, one.choice.current).isEmpty())
            open.append(one);
    }
    return open;
}

namespace ImageAnswer {

Value::Map take(const ChoosableImage &image, const QString &tag)
{
    return {{QStringLiteral("take"), Value(tag)},
            {QStringLiteral("instead"), Value(image.choice.current)}};
}

QString taken(const QMap<QString, Value::Map> &answers, const QString &service,
              const QString &current)
{
    const Value::Map said = answers.value(service);
    return said[QStringLiteral("instead")].text() == current ? said[QStringLiteral("take")].text()
                                                             : QString();
}

} // namespace ImageAnswer

} // namespace Slipway
