// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/requirement.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace Slipway {

/// One place in a compose file that says which image services use. A place that several
/// services share (an anchor, a merge, "extends" within the file) is one.
struct ComposeImage
{
    QString service;      ///< the first that uses it
    QStringList others;   ///< further services that a change of this place changes too
    QString image;        ///< the reference as the engine would see it, defaults filled in
    QStringList defaults; ///< variables whose defaults were filled in: a set one wins
    QString link;         ///< the first address in the comment lines right above; may be empty
    /// Built by this file (a "build" here or at a service with the same image): a product, no
    /// dependency. Uneditable, too.
    bool isBuilt = false;
    /// Bytes of the tag in the file; empty if it cannot be edited. With a digest behind it both
    /// this and uneditable are set: a caller that was asked to may change tag and digest.
    ByteRange tag;
    ByteRange digest;    ///< of "sha256:…" behind '@'; empty: none
    ByteRange reference; ///< of the value as written, variables included, without its quotes
    int line = 0;        ///< from 1, of the value
    std::optional<Error> uneditable; ///< why the tag is to be left alone

    /// The text of the tag; empty if there is none.
    QString tagText() const;
    /// The reference without tag and digest.
    QString name() const;
};

/// The images of a compose file, in the order of their places. Interpolation is done before
/// merging, as Compose does it. Read: services with own, merged (<<), aliased and extended
/// images, several documents, and files without "services" as of the first format. Not
/// followed: other files (include, extends with a file, .env).
/// Errors: those of readYamlItems(), "compose.no-services".
Result<QList<ComposeImage>> composeImages(const QByteArray &bytes);

/// A new tag for one place, and a new digest where the place has one.
struct ImageTagChange
{
    ByteRange place; ///< ComposeImage::tag, as read from the same bytes
    QByteArray tag;
    QByteArray digest = {}; ///< such as "sha256:…"; empty: what is there stays
};

/// The bytes with these tags set and nothing else changed, which is checked by reading them
/// again. Errors: "compose.bad-tag", "compose.no-such-place", "compose.edit-unsafe".
Result<QByteArray> withImageTags(const QByteArray &bytes, const QList<ImageTagChange> &changes);

} // namespace Slipway
