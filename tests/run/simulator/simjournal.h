// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/event.h"

#include <QJsonObject>
#include <QList>
#include <functional>

namespace Slipway {

/// The store of a simulated run, with the same fence as the real one: a driver's event needs the
/// current epoch, and taking the lease makes the next one.
class SimJournal
{
public:
    /// Called with each event as it lies in the journal, and with its body.
    using Listener = std::function<void(const Event &, const QJsonObject &)>;
    explicit SimJournal(Listener listener) : m_listener(std::move(listener)) {}

    /// epoch 0: of a person. False: refused, somebody else has the lease.
    bool append(const QString &kind, const QJsonObject &body, qint64 epoch, const QString &author);

    const QList<Event> &events() const { return m_events; }
    qint64 epoch() const { return m_epoch; }
    qint64 now() const { return m_now; }
    void passTime(qint64 ms) { m_now += ms; }

private:
    Listener m_listener;
    QList<Event> m_events;
    qint64 m_epoch = 0;
    qint64 m_now = 1'000'000'000;
};

} // namespace Slipway
