// SPDX-License-Identifier: MIT
#include "core/docker/builtimages.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Slipway {

Result<TaggedImage> taggedImage(const DockerEngine::Ask &ask, const QString &name)
{
    const DockerEngine engine(ask);
    const auto image = engine.image(name);
    if (!image && image.error().code() == u"docker.no-image")
        return TaggedImage();
    if (!image)
        return image.error();
    Question question;
    question.argv = {engine.program(),
                     QStringLiteral("image"),
                     QStringLiteral("inspect"),
                     QStringLiteral("--format"),
                     QStringLiteral("{{json .Config.Labels}}"),
                     QStringLiteral("--"),
                     image->id};
    const auto reply = ask(question);
    if (!reply)
        return reply.error();
    TaggedImage tagged{image->id, {}, image->digests};
    const QJsonObject labels = QJsonDocument::fromJson(reply->output).object();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        tagged.labels.insert(it.key(), it.value().toString());
    return tagged;
}

bool isImageName(const QString &name)
{
    // The grammar of distribution/reference, in small letters but for the host and the tag.
    static const QRegularExpression form(QStringLiteral(
        "\\A(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*"
        "[A-Za-z0-9])?)*(?::[0-9]{1,5})?)/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
        "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?\\z"));
    return name.size() <= 255 && form.match(name).hasMatch();
}

QString withTag(const QString &name)
{
    return name.section(u'/', -1).contains(u':') ? name : name + QStringLiteral(":latest");
}

} // namespace Slipway
