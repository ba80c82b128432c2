// SPDX-License-Identifier: MIT
#include "ui/theme/arcclock.h"

#include <QCoreApplication>
#include <QWidget>

namespace Slipway {

namespace {
constexpr int frameMs = 60;
constexpr int degreesPerFrame = 18; // a turn in 1.2 s
} // namespace

ArcClock &ArcClock::shared()
{
    static ArcClock clock;
    return clock;
}

ArcClock::ArcClock()
{
    m_timer.setInterval(frameMs);
    connect(&m_timer, &QTimer::timeout, this, &ArcClock::tick);
    // The timer must not outlive the application's event dispatcher.
    connect(qApp, &QObject::destroyed, this, [this] { m_timer.stop(); });
}

void ArcClock::turn(QWidget *widget, bool isNeeded, const Where &where)
{
    const bool isKnown = m_widgets.contains(widget);
    if (isNeeded && !isKnown) {
        m_widgets.insert(widget, {widget, where});
        connect(widget, &QObject::destroyed, this,
                [this](QObject *gone) { m_widgets.remove(gone); });
    } else if (!isNeeded && isKnown) {
        m_widgets.remove(widget);
        disconnect(widget, &QObject::destroyed, this, nullptr);
    }
    if (m_widgets.isEmpty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void ArcClock::tick()
{
    m_angle = (m_angle + degreesPerFrame) % 360;
    if (m_widgets.isEmpty())
        m_timer.stop();
    for (const Turning &one : std::as_const(m_widgets)) {
        if (!one.widget->isVisible() || one.widget->visibleRegion().isEmpty())
            continue;
        if (one.where)
            one.widget->update(one.where());
        else
            one.widget->update();
    }
}

} // namespace Slipway
