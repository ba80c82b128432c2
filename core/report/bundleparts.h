// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/journal/event.h"

#include <QJsonObject>
#include <QList>

/// What the writer of bundles and their judge have in common.
namespace Slipway::Bundles {

/// The namespace of a manifest's signature.
QString manifestNameSpace();
/// An event as a line of events.jsonl: its fields, the body as the text that was hashed.
QJsonObject eventLine(const Event &event);
Event eventOf(const QJsonObject &line);
/// "objects/ab/cdef…".
QString objectName(const QString &digest);

/// A file that an event names: where it is, and where it is in a bundle.
struct NamedFile
{
    QString path;
    QString name;
};
/// Objects and logs that these events name; those of gates' packs, too. Reads objects.
QList<NamedFile> filesNamedBy(const QList<Event> &events, const Places &places);

} // namespace Slipway::Bundles
