// SPDX-License-Identifier: MIT
#include "core/journal/event.h"

#include "core/base/canonicaljson.h"

#include <QJsonDocument>

namespace Slipway {

QJsonObject Event::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString eventHash(const Event &event)
{
    QByteArray lines = "slipway-event-1\n";
    lines += event.run.toUtf8() + '\n';
    lines += QByteArray::number(event.number) + '\n';
    lines += event.previousHash.toUtf8() + '\n';
    lines += QByteArray::number(event.time) + '\n';
    lines += event.author.toUtf8() + '\n';
    lines += QByteArray::number(event.epoch) + '\n';
    lines += event.kind.toUtf8() + '\n';
    lines += event.body;
    return sha256Hex(lines);
}

QString zeroHash()
{
    return QString(64, u'0');
}

} // namespace Slipway
