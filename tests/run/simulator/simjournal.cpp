// SPDX-License-Identifier: MIT
#include "tests/run/simulator/simjournal.h"

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"

namespace Slipway {

bool SimJournal::append(const QString &kind, const QJsonObject &body, qint64 epoch,
                        const QString &author)
{
    const qint64 expected = kind == EventKind::leaseTaken ? m_epoch + 1 : m_epoch;
    if (epoch != 0 && epoch != expected)
        return false;
    m_epoch = qMax(m_epoch, epoch);
    const auto text = canonicalJson(body);
    if (!text)
        qFatal("%s", qPrintable(text.error().message()));
    Event event;
    event.run = QStringLiteral("abcdefghijkl");
    event.number = m_events.size() + 1;
    event.time = ++m_now;
    event.author = author;
    event.epoch = epoch;
    event.kind = kind;
    event.body = *text;
    event.hash = QString::number(event.number);
    m_events.append(event);
    m_listener(event, body);
    return true;
}

} // namespace Slipway
