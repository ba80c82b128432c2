// SPDX-License-Identifier: MIT
#include "ui/log/logcopy.h"

#include "ui/log/logline.h"

#include <QFile>

namespace Slipway {

namespace {

/// One line, of which only what is shown is kept.
QByteArray readLine(QFile &file)
{
    QByteArray line = file.readLine(LogLine::maximumBytes + 2);
    for (QByteArray rest = line; !rest.isEmpty() && !rest.endsWith('\n');)
        rest = file.readLine(LogLine::maximumBytes);
    if (line.endsWith('\n'))
        line.chop(1);
    return line;
}

} // namespace

QString LogCopy::text() const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return {};
    QString all;
    for (qint64 i = 0; i < lines && !file.atEnd() && file.pos() - offset < mostBytes; ++i) {
        QString line = LogLine::fromBytes(readLine(file)).text;
        if (i + 1 == lines)
            line.truncate(until);
        if (i == 0)
            line.remove(0, qMin(from, line.size()));
        if (i > 0)
            all += QLatin1Char('\n');
        all += line;
    }
    return all;
}

} // namespace Slipway
