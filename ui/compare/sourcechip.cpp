// SPDX-License-Identifier: MIT
#include "ui/compare/sourcechip.h"

#include "core/packages/visibletext.h"
#include "ui/parts/text.h"
#include "ui/theme/arcclock.h"
#include "ui/theme/stateicon.h"

#include <QKeyEvent>
#include <QPainter>

namespace Slipway {

namespace {
constexpr int heightUnits = 28;
constexpr int edgeUnits = 10;
constexpr int markUnits = 10;
constexpr int gapUnits = 5;
constexpr int widestUnits = 260;
} // namespace

SourceChip::SourceChip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &SourceChip::menuRequested);
    followTheme(this, [this] { updateGeometry(); });
}

void SourceChip::set(const CompareSource &source, const QString &label, bool isBaseline)
{
    m_id = source.id;
    m_label = label;
    m_isBaseline = isBaseline;
    m_state = source.state;
    const QString state = m_state == CompareSource::State::Reading  ? tr("is being read")
                          : m_state == CompareSource::State::Failed ? tr("could not be read")
                          : isBaseline                              ? tr("baseline")
                                                                    : QString();
    setAccessibleName(state.isEmpty() ? label : QStringLiteral("%1, %2").arg(label, state));
    setToolTip(plainTip(visibleText(source.source)));
    ArcClock::shared().turn(this, m_state == CompareSource::State::Reading);
    updateGeometry();
    update();
}

QSize SourceChip::sizeHint() const
{
    const QFontMetrics metrics(theme().font(Theme::Role::SmallStrong));
    const int mark = hasMark() ? theme().px(markUnits + gapUnits) : 0;
    const int width = metrics.horizontalAdvance(m_label) + 2 + mark + theme().px(2 * edgeUnits);
    return {qMin(width, theme().px(widestUnits)), theme().px(heightUnits)};
}

void SourceChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    const bool isFailed = m_state == CompareSource::State::Failed;
    const QColor ground = isFailed ? t.failedSoft : t.chip;
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() || isDown() ? blended(ground, t.ink, 0.06) : ground);
    const qreal radius = theme().px(6);
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    QRect inner = rect().adjusted(theme().px(edgeUnits), 0, -theme().px(edgeUnits), 0);
    if (hasMark()) {
        const int side = theme().px(markUnits);
        const QRectF area(inner.left(), (height() - side) / 2.0, side, side);
        if (m_state == CompareSource::State::Reading) {
            paintMark(&painter, area.adjusted(-2, -2, 2, 2), Mark::Running);
        } else if (isFailed) {
            paintMark(&painter, area.adjusted(-2, -2, 2, 2), Mark::Failed);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.ink2);
            painter.drawEllipse(area.adjusted(1, 1, -1, -1));
        }
        inner.adjust(side + theme().px(gapUnits), 0, 0, 0);
    }
    painter.setFont(theme().font(Theme::Role::SmallStrong));
    painter.setPen(isFailed ? t.failed : t.ink2);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_label, Qt::ElideMiddle, inner.width() + 1));
    if (hasFocus())
        paintFocusRing(&painter, rect(), radius);
}

void SourceChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
        event->key() == Qt::Key_Menu) {
        if (event->modifiers() & Qt::ControlModifier) {
            event->ignore();
            return;
        }
        Q_EMIT menuRequested();
    } else if (event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void SourceChip::contextMenuEvent(QContextMenuEvent *)
{
    Q_EMIT menuRequested();
}

} // namespace Slipway
