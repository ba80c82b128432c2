// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/files.h"
#include "core/packages/pinediting.h"

#include <QMap>
#include <QStringList>

namespace Slipway {

/// A file of a folder of tests/packages; empty (and so a failing test) when it is missing.
inline QByteArray testFile(const char *folder, const char *name)
{
    const auto bytes = readFile(QStringLiteral(SLIPWAY_SOURCE_DIR "/tests/packages/") +
                                QString::fromLatin1(folder) + u'/' + QString::fromLatin1(name));
    return bytes ? *bytes : QByteArray();
}

inline QByteArray testData(const char *name)
{
    return testFile("data", name);
}

/// A file in the shape that repositories have.
inline QByteArray testCorpus(const char *name)
{
    return testFile("corpus", name);
}

/// "line name[extras]op version", with "!" behind it when it must be left alone.
inline QStringList pinTexts(const LocatedPins &located)
{
    QStringList texts;
    for (const Pin &pin : located.pins) {
        const QString extras =
            pin.extras.isEmpty() ? QString() : u'[' + pin.extras.join(u',') + u']';
        texts.append(QString::number(pin.line) + u' ' + pin.name + extras + pin.op +
                     QString::fromUtf8(pin.version) +
                     QLatin1String(pin.isEditable() && pin.hashes.isEmpty() ? "" : "!"));
    }
    return texts;
}

/// The bytes with each place of the pins' versions blanked out.
inline QByteArray withoutVersions(QByteArray bytes, PinFileKind kind)
{
    const auto located = locatePins(bytes, kind);
    QMap<qsizetype, ByteRange> places;
    for (const Pin &pin : located->pins)
        if (pin.isPinned() && pin.hashes.isEmpty())
            places.insert(pin.versionRange.begin, pin.versionRange);
    while (!places.isEmpty()) {
        const ByteRange last = places.take(places.lastKey());
        bytes.replace(last.begin, last.size(), "?");
    }
    return bytes;
}

inline QStringList leftAloneTexts(const QList<LeftAlone> &places)
{
    QStringList texts;
    for (const LeftAlone &place : places)
        texts.append(QString::number(place.line) + u' ' + place.name);
    return texts;
}

inline QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u'|');
}

} // namespace Slipway
