// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QRegion>
#include <QTimer>
#include <functional>

class QWidget;

namespace Slipway {

/// One timer that turns every arc of the window. It runs only while a widget that shows one
/// asked for it and is visible. GUI thread; owned by the application.
class ArcClock final : public QObject
{
    Q_OBJECT

public:
    static ArcClock &shared();

    /// What of a widget turns.
    using Where = std::function<QRegion()>;

    /// Repaints widget, or what where says of it, while isNeeded; called again as often as one
    /// likes. The widget may die.
    void turn(QWidget *widget, bool isNeeded, const Where &where = {});
    /// Degrees, 0…359; stands still when nothing turns.
    int angle() const { return m_angle; }
    bool isTurning() const { return m_timer.isActive(); }

private:
    struct Turning
    {
        QWidget *widget = nullptr;
        Where where;
    };
    ArcClock();
    void tick();

    QTimer m_timer;
    QHash<QObject *, Turning> m_widgets;
    int m_angle = 40;
};

} // namespace Slipway
