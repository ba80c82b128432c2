// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Slipway {

/// The name of an image, as Docker reads it: without a registry it is one of Docker Hub, without
/// a folder an official one ("library/"). A value; any thread.
struct ImageReference
{
    QString registry;   ///< host, with ":port" where one is named: "docker.io", "localhost:5000"
    QString repository; ///< "library/mongo"
    QString tag;        ///< empty: none is named, which Docker takes for "latest"
    QString digest;     ///< "sha256:…"; empty: none is named

    /// Error: "image.reference", with what is wrong.
    static Result<ImageReference> parse(const QString &text);

    bool isOfDockerHub() const;
    /// Registry and repository, in full.
    QString name() const { return registry + u'/' + repository; }

    bool operator==(const ImageReference &) const = default;
};

/// Letters, digits, '_', '.' and '-', of which the last two do not begin it; 128 at most.
bool isImageTag(const QString &text);

} // namespace Slipway
