// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/builtimages.h"
#include "core/steps/kind.h"

namespace Slipway {

/// One name that a build gives to its image.
struct ImageTag
{
    QString name;
    QString before; ///< id of the image that had it; empty: none
    QString now;    ///< of the one that has it; as before where nobody looked
    bool isOurs = false;

    bool isAsBefore() const { return now == before; }
};

/// The label that tells the images of an attempt.
QString effectLabel();

/// The names as a plan keeps them, and as they stand now. Blocks.
Value tagsValue(const QList<ImageTag> &tags);
QList<ImageTag> tagsIn(const Value::Map &data);
Result<QList<ImageTag>> lookAtTags(const QList<ImageTag> &tags, const QString &effectKey,
                                   const StepContext &context);
QList<Fact> imageFacts(const QList<ImageTag> &tags);

/// The undo of a docker.build: every name that still is at the attempt's image goes back to the
/// image that had it, or away.
Result<std::optional<Plan>> planImageUndo(const Intent &done, const StepContext &context);
Finding probeImageUndo(const Intent &intent, const StepContext &context);

} // namespace Slipway
