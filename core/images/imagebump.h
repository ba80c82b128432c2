// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/composeimages.h"
#include "core/registry/imagereference.h"
#include "core/registry/tagchoice.h"

#include <QMap>
#include <functional>

namespace Slipway {

/// Who says which tags an image has. digest may be missing: then what names a digest is left
/// alone. Both may block.
struct TagSource
{
    std::function<Result<QStringList>(const ImageReference &image)> tags;
    std::function<Result<QString>(const ImageReference &image)> digest = {};

    /// The lines of a text: "8.2.6-noble" is a tag of every image, "mongo:8.2.6-noble" of that
    /// one. Empty lines and those that begin with # say nothing.
    static TagSource ofLines(const QByteArray &lines);
};

/// Which images of a compose file are looked at, and what people decided about them.
struct BumpWish
{
    QStringList only;             ///< services; empty: all
    bool isLinkedAlone = false;   ///< only those with an address in a comment right above
    QMap<QString, QString> taken; ///< by service: the tag that a person chose
};

/// What becomes of one place of a compose file that names an image.
struct ImageBump
{
    ComposeImage place;
    bool isAsked = false; ///< choice says what its registry has
    TagChoice choice;
    QString tag;                ///< that will stand there; empty: what is there stays
    QString digest;             ///< beside it, where the place has one
    bool isDecided = false;     ///< a person chose, if only to leave it
    std::optional<Error> error; ///< why it could not be asked, or cannot be changed

    /// A change that only a person may choose, and nobody did.
    bool isOpen() const { return isAsked && !isDecided && !choice.major.isEmpty(); }
};

/// Looks for the next tag of each image, asking about each image once. What cannot be asked is
/// reported in its place. Where a person took a tag no registry is asked; the tag that is there
/// means to leave it.
/// Errors: those of composeImages(); "images.no-service" for a service that is not there.
Result<QList<ImageBump>> planBumps(const QByteArray &compose, const BumpWish &wish,
                                   const TagSource &source);

/// The bytes with those tags, nothing else changed. Errors: those of withImageTags().
Result<QByteArray> withBumps(const QByteArray &compose, const QList<ImageBump> &bumps);

} // namespace Slipway
