// SPDX-License-Identifier: MIT
#include "ui/theme/stateicon.h"

#include "ui/theme/arcclock.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace Slipway {

namespace {

/// Everything is drawn on a square of 16 units.
QPen strokeOf(const QColor &colour, qreal width)
{
    QPen pen(colour, width);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

void line(QPainter *p, std::initializer_list<QPointF> points)
{
    p->drawPolyline(points.begin(), int(points.size()));
}

void ring(QPainter *p, const QColor &colour)
{
    p->setPen(strokeOf(colour, 1.5));
    p->setBrush(Qt::NoBrush);
    p->drawEllipse(QPointF(8, 8), 6.25, 6.25);
}

void done(QPainter *p, const Tokens &t)
{
    p->setBrush(t.done);
    p->drawEllipse(QPointF(8, 8), 7, 7);
    p->setPen(strokeOf(t.panel, 1.8));
    line(p, {{4.9, 8.3}, {7.1, 10.4}, {11.1, 5.9}});
}

void running(QPainter *p, const Tokens &t)
{
    const QRectF circle(2, 2, 12, 12);
    p->setBrush(Qt::NoBrush);
    p->setPen(strokeOf(t.lineStrong, 2));
    p->drawEllipse(circle);
    p->setPen(strokeOf(t.accent, 2.2));
    p->drawArc(circle, (90 - ArcClock::shared().angle()) * 16, -150 * 16);
}

void exclamation(QPainter *p, const QColor &colour)
{
    p->setPen(strokeOf(colour, 1.7));
    line(p, {{8, 4.9}, {8, 8.3}});
    p->setPen(Qt::NoPen);
    p->setBrush(colour);
    p->drawEllipse(QPointF(8, 10.9), 1.0, 1.0);
}

void needsYou(QPainter *p, const Tokens &t)
{
    QPainterPath diamond;
    diamond.moveTo(8, 1);
    diamond.lineTo(15, 8);
    diamond.lineTo(8, 15);
    diamond.lineTo(1, 8);
    diamond.closeSubpath();
    p->setPen(strokeOf(t.needs, 1));
    p->setBrush(t.needs);
    p->drawPath(diamond);
    exclamation(p, t.panel);
}

void warned(QPainter *p, const Tokens &t)
{
    p->setBrush(t.needs);
    p->drawEllipse(QPointF(8, 8), 7, 7);
    exclamation(p, t.panel);
}

void failed(QPainter *p, const Tokens &t)
{
    p->setBrush(t.failed);
    p->drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3, 3);
    p->setPen(strokeOf(t.panel, 1.8));
    line(p, {{5.6, 5.6}, {10.4, 10.4}});
    line(p, {{10.4, 5.6}, {5.6, 10.4}});
}

void inDoubt(QPainter *p, const Tokens &t)
{
    QPainterPath hexagon;
    for (int corner = 0; corner < 6; ++corner) {
        const qreal angle = qDegreesToRadians(60.0 * corner);
        const QPointF at(8 + 7 * std::cos(angle), 8 + 7 * std::sin(angle));
        corner == 0 ? hexagon.moveTo(at) : hexagon.lineTo(at);
    }
    hexagon.closeSubpath();
    p->setPen(strokeOf(t.doubt, 1));
    p->setBrush(t.doubt);
    p->drawPath(hexagon);
    QPainterPath question;
    question.moveTo(6.1, 6.4);
    question.cubicTo(6.1, 4.1, 9.9, 4.1, 9.9, 6.4);
    question.cubicTo(9.9, 7.8, 8, 7.7, 8, 9.2);
    p->setPen(strokeOf(t.panel, 1.5));
    p->setBrush(Qt::NoBrush);
    p->drawPath(question);
    p->setPen(Qt::NoPen);
    p->setBrush(t.panel);
    p->drawEllipse(QPointF(8, 11.5), 0.95, 0.95);
}

void gate(QPainter *p, const Tokens &t)
{
    QPainterPath shield;
    shield.moveTo(8, 1.5);
    shield.cubicTo(9.8, 2.6, 11.6, 3.1, 13.5, 3.2);
    shield.cubicTo(13.7, 8.4, 12.4, 12.3, 8, 14.6);
    shield.cubicTo(3.6, 12.3, 2.3, 8.4, 2.5, 3.2);
    shield.cubicTo(4.4, 3.1, 6.2, 2.6, 8, 1.5);
    p->setPen(strokeOf(t.ink3, 1.5));
    p->setBrush(Qt::NoBrush);
    p->drawPath(shield);
}

void undone(QPainter *p, const Tokens &t)
{
    ring(p, t.undone);
    line(p, {{7.2, 4.9}, {5, 7}, {7.2, 9.1}});
    QPainterPath back;
    back.moveTo(5, 7);
    back.lineTo(9, 7);
    back.cubicTo(11.6, 7, 11.6, 10.9, 9, 10.9);
    p->drawPath(back);
}

void drawMark(QPainter *p, Mark mark, const Tokens &t)
{
    p->setPen(Qt::NoPen);
    switch (mark) {
    case Mark::Done:
        return done(p, t);
    case Mark::Running:
        return running(p, t);
    case Mark::NeedsYou:
        return needsYou(p, t);
    case Mark::Failed:
        return failed(p, t);
    case Mark::InDoubt:
        return inDoubt(p, t);
    case Mark::ToDo:
        return ring(p, t.lineStrong);
    case Mark::Skipped:
        ring(p, t.ink3);
        return line(p, {{5.4, 8}, {10.6, 8}});
    case Mark::Gate:
        return gate(p, t);
    case Mark::Cancelled:
        ring(p, t.ink3);
        return line(p, {{4.3, 11.7}, {11.7, 4.3}});
    case Mark::Undone:
        return undone(p, t);
    case Mark::Stopped:
        ring(p, t.ink3);
        line(p, {{6.5, 5.8}, {6.5, 10.2}});
        return line(p, {{9.5, 5.8}, {9.5, 10.2}});
    case Mark::Warned:
        return warned(p, t);
    }
}

} // namespace

void paintMark(QPainter *painter, const QRectF &area, Mark mark)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(area.topLeft());
    painter->scale(area.width() / 16, area.height() / 16);
    drawMark(painter, mark, tokens());
    painter->restore();
}

StateIcon::StateIcon(Mark mark, QWidget *parent) : QWidget(parent), m_mark(mark)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(markText(mark));
}

void StateIcon::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(markText(mark));
    ArcClock::shared().turn(this, isVisible() && mark == Mark::Running);
    update();
}

QSize StateIcon::sizeHint() const
{
    return {theme().px(16), theme().px(16)};
}

void StateIcon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal side = qMin(width(), height());
    paintMark(&painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_mark);
}

void StateIcon::showEvent(QShowEvent *)
{
    ArcClock::shared().turn(this, m_mark == Mark::Running);
}

void StateIcon::hideEvent(QHideEvent *)
{
    ArcClock::shared().turn(this, false);
}

} // namespace Slipway
