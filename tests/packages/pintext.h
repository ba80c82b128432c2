// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/files.h"
#include "core/packages/pinediting.h"

#include <QStringList>

namespace Slipway {

/// A file of tests/packages/data; empty (and so a failing test) when it is missing.
inline QByteArray testData(const char *name)
{
    const auto bytes = readFile(QStringLiteral(SLIPWAY_SOURCE_DIR "/tests/packages/data/") +
                                QString::fromLatin1(name));
    return bytes ? *bytes : QByteArray();
}

/// "line name[extras]op version", with "!" behind it when it must be left alone.
inline QStringList pinTexts(const LocatedPins &located)
{
    QStringList texts;
    for (const Pin &pin : located.pins) {
        const QString extras =
            pin.extras.isEmpty() ? QString() : u'[' + pin.extras.join(u',') + u']';
        texts.append(QString::number(pin.line) + u' ' + pin.name + extras + pin.op +
                     QString::fromUtf8(pin.version) + QLatin1String(pin.isEditable() ? "" : "!"));
    }
    return texts;
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
