// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/images/imagebump.h"

namespace Slipway {

/// An image of a compose file as people are shown it.
struct ChoosableImage
{
    QString service;    ///< the first that uses it: what an answer is about
    QStringList others; ///< further services
    int line = 0;
    QString image;
    QString link; ///< to the registry's page; may be empty
    TagChoice choice;
    bool isOpen = false; ///< the step cannot go on without an answer about it
    Error error;         ///< why its registry could not be asked; else empty
};

/// The evidence "images" (type "images") of a step that chooses tags. A value.
struct ImageChoices
{
    QString file; ///< absolute
    QList<ChoosableImage> images;

    QJsonObject toJson() const;
    static Result<ImageChoices> fromBytes(const QByteArray &bytes);
    const ChoosableImage *image(const QString &service) const;
    /// Those that are open and about which nothing was answered.
    QList<ChoosableImage> open(const QMap<QString, Value::Map> &answers) const;
};

/// How people answer: about a service {take: TAG, instead: the tag that was there}. To leave it,
/// they take the tag that is there.
namespace ImageAnswer {
Value::Map take(const ChoosableImage &image, const QString &tag);
/// The tag that was taken; empty while nothing that still holds was said.
QString taken(const QMap<QString, Value::Map> &answers, const QString &service,
              const QString &current);
} // namespace ImageAnswer

} // namespace Slipway
