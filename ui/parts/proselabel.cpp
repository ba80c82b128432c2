// SPDX-License-Identifier: MIT
#include "ui/parts/proselabel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <cmath>

namespace Slipway {

namespace {
constexpr int rememberedHeights = 16; // a few widths while layouts settle; more when resized
}

ProseLabel::ProseLabel(Theme::Role role, Ink ink, QWidget *parent)
    : QWidget(parent), m_role(role), m_ink(ink)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::ClickFocus);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_MacShowFocusRect, false);
    m_layout.setCacheEnabled(true);
    followTheme(this, [this] { relayout(); });
}

void ProseLabel::setText(const QString &text)
{
    setSpans(m_role == Theme::Role::Fixed ? QList<Span>{{text, Span::Style::Plain}}
                                          : spansOf(text));
}

void ProseLabel::setSpans(const QList<Span> &spans)
{
    if (spans == m_spans && !m_text.isNull())
        return;
    m_spans = spans;
    m_anchor = m_cursor = -1;
    relayout();
}

void ProseLabel::setInk(Ink ink)
{
    m_ink = ink;
    relayout();
}

void ProseLabel::setRole(Theme::Role role)
{
    m_role = role;
    relayout();
}

void ProseLabel::setMaximumTextWidth(int units)
{
    m_maximumUnits = units;
    relayout();
}

void ProseLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    relayout();
}

QList<Span> ProseLabel::spansOf(const QString &text)
{
    QList<Span> spans;
    const QStringList parts = text.split(QLatin1Char('`'));
    // An odd number of backquotes: the last one is only a character.
    const qsizetype paired = parts.size() % 2 == 1 ? parts.size() : parts.size() - 1;
    for (qsizetype at = 0; at < paired; ++at) {
        if (!parts[at].isEmpty())
            spans.append({parts[at], at % 2 == 1 ? Span::Style::Code : Span::Style::Plain});
    }
    if (paired < parts.size())
        spans.append({QLatin1Char('`') + parts.last(), Span::Style::Plain});
    return spans;
}

void ProseLabel::relayout()
{
    m_text.clear();
    QList<QTextLayout::FormatRange> formats;
    for (const Span &span : std::as_const(m_spans)) {
        if (span.style != Span::Style::Plain) {
            QTextLayout::FormatRange range;
            range.start = int(m_text.size());
            range.length = int(span.text.size());
            range.format.setForeground(tokens().ink);
            const bool isCode = span.style == Span::Style::Code;
            range.format.setFont(theme().font(isCode ? Theme::Role::Fixed : Theme::Role::Strong));
            formats.append(range);
        }
        m_text += span.text;
    }
    QString shown = m_text;
    shown.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_layout.setText(shown.isNull() ? QString(QLatin1String("")) : shown);
    m_layout.setFont(theme().font(m_role));
    m_layout.setFormats(formats);
    QTextOption option(m_alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_laidOutWidth = -1;
    m_heights.clear();
    m_hint = {};
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

qreal ProseLabel::textWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int inner = qMax(1, width - around.left() - around.right());
    return m_maximumUnits > 0 ? qMin(inner, theme().px(m_maximumUnits)) : inner;
}

qreal ProseLabel::layOut(qreal width) const
{
    if (qFuzzyCompare(width, m_laidOutWidth))
        return m_laidOutHeight;
    const qreal leading = theme().lineHeight(m_role);
    qreal y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y + (leading - line.height()) / 2));
        y += leading;
    }
    m_layout.endLayout();
    m_laidOutWidth = width;
    m_laidOutHeight = y;
    return y;
}

QSize ProseLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    if (m_hint.isValid())
        return m_hint.grownBy(around);
    const int wide = theme().px(m_maximumUnits > 0 ? m_maximumUnits : 4000);
    const qreal height = layOut(wide);
    qreal widest = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i)
        widest = qMax(widest, m_layout.lineAt(i).naturalTextWidth());
    m_hint = QSize(int(std::ceil(widest)) + 1, int(std::ceil(height)));
    return m_hint.grownBy(around);
}

QSize ProseLabel::minimumSizeHint() const
{
    const int width = qMin(theme().px(48), sizeHint().width());
    return QSize(width, theme().lineHeight(m_role)).grownBy(contentsMargins());
}

int ProseLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int textWide = int(textWidth(width));
    auto known = m_heights.constFind(textWide);
    if (known == m_heights.cend()) {
        if (m_heights.size() > rememberedHeights)
            m_heights.clear();
        known = m_heights.insert(textWide, int(std::ceil(layOut(textWide))));
    }
    return *known + around.top() + around.bottom();
}

void ProseLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    layOut(textWidth(width()));
    painter.setPen(isEnabled() ? inkColour(m_ink) : tokens().ink3);
    QList<QTextLayout::FormatRange> selections;
    if (m_anchor >= 0 && m_anchor != m_cursor) {
        QTextLayout::FormatRange range;
        range.start = qMin(m_anchor, m_cursor);
        range.length = qAbs(m_anchor - m_cursor);
        range.format.setBackground(tokens().accent);
        range.format.setForeground(tokens().onAccent);
        selections.append(range);
    }
    m_layout.draw(&painter, contentsRect().topLeft(), selections);
}

int ProseLabel::positionAt(const QPoint &point)
{
    layOut(textWidth(width()));
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int bottom = contentsRect().top() + (i + 1) * theme().lineHeight(m_role);
        if (point.y() < bottom || i + 1 == m_layout.lineCount())
            return line.xToCursor(point.x() - contentsRect().left());
    }
    return 0;
}

void ProseLabel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_anchor = m_cursor = positionAt(event->pos());
    update();
}

void ProseLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_cursor = positionAt(event->pos());
    update();
}

void ProseLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_cursor = int(m_text.size());
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ProseLabel::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    menu.addAction(tr("Copy"), this, &ProseLabel::copy);
    menu.exec(event->globalPos());
}

void ProseLabel::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        m_anchor = m_cursor = -1;
        update();
    }
}

void ProseLabel::copy() const
{
    const bool isSelected = m_anchor >= 0 && m_anchor != m_cursor;
    QApplication::clipboard()->setText(
        isSelected ? m_text.mid(qMin(m_anchor, m_cursor), qAbs(m_anchor - m_cursor)) : m_text);
}

} // namespace Slipway
