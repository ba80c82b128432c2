// SPDX-License-Identifier: MIT
#include "core/steps/httpevidence.h"

#include "core/steps/programtext.h"

#include <QStringDecoder>

namespace Slipway {

namespace {

constexpr qsizetype keptBody = 256 * 1024;
constexpr qsizetype outputBody = 16 * 1024;
constexpr qsizetype keptHeaders = 100;
constexpr qsizetype keptHeader = 4 * 1024;

QString line(const QByteArray &bytes)
{
    return plainOutput(QString::fromUtf8(bytes.left(keptHeader))).replace(u'\n', u' ');
}

QString bodyText(const HttpReply &reply, qsizetype limit)
{
    const QByteArray part = reply.body.left(limit);
    // A character that the limit cuts is no reason to take a text for bytes.
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(part);
    if (decoder.hasError() || part.contains('\0'))
        return QStringLiteral("[%1 bytes]").arg(reply.body.size());
    return plainOutput(text);
}

} // namespace

QByteArray shownReply(const HttpReply &reply)
{
    QStringList lines{reply.url, QStringLiteral("%1 %2").arg(reply.status).arg(line(reply.reason))};
    for (const auto &[name, value] : reply.headers.mid(0, keptHeaders)) {
        const bool isCookie = name.compare("set-cookie", Qt::CaseInsensitive) == 0;
        lines.append(line(name) + QStringLiteral(": ") +
                     (isCookie ? QStringLiteral("…") : line(value)));
    }
    lines << QString() << bodyText(reply, keptBody);
    if (reply.isTruncated || reply.body.size() > keptBody)
        lines.append(QStringLiteral("…"));
    return lines.join(u'\n').toUtf8();
}

QString shownBody(const HttpReply &reply)
{
    return bodyText(reply, outputBody);
}

} // namespace Slipway
