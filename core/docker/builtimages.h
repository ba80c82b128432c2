// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerengine.h"

namespace Slipway {

/// What a name stands for, as a build and its undo compare it.
struct TaggedImage
{
    QString id; ///< sha256:…; empty: there is no such image
    QMap<QString, QString> labels;
    QStringList digests; ///< name@sha256:…

    bool isThere() const { return !id.isEmpty(); }
};

/// The image of that name or id. Errors as those of DockerEngine. Blocks; a pool thread.
Result<TaggedImage> taggedImage(const DockerEngine::Ask &ask, const QString &name);

/// True of a name such as example.org:5000/team/api:1.2, as engines take it for a tag; without a
/// digest.
bool isImageName(const QString &name);

/// The same with ":latest" where it names no tag.
QString withTag(const QString &name);

} // namespace Slipway
