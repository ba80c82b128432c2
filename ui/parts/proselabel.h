// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/text.h"

#include <QTextLayout>
#include <QWidget>

namespace Slipway {

/// A piece of a sentence.
struct Span
{
    enum class Style
    {
        Plain,
        Strong,
        Code
    };
    QString text;
    Style style = Style::Plain;

    bool operator==(const Span &) const = default;
};

/// Text of any length that wraps, also inside words that are too long, in the theme's leading.
/// Data is shown as it is; only `what stands between backquotes` gets the fixed font. It can be
/// selected with the mouse; Ctrl+C and the menu copy the selection or, without one, all of it.
class ProseLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProseLabel(Theme::Role role = Theme::Role::Body, Ink ink = Ink::Normal,
                        QWidget *parent = nullptr);

    QString text() const { return m_text; }
    /// Reads backquotes as code, unless role is Fixed.
    void setText(const QString &text);
    void setSpans(const QList<Span> &spans);
    void setInk(Ink ink);
    void setRole(Theme::Role role);
    /// Wider text wraps, however wide the place is; in units of Theme::px. 0: no limit.
    void setMaximumTextWidth(int units);
    void setAlignment(Qt::Alignment alignment);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

    static QList<Span> spansOf(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void relayout();
    qreal layOut(qreal width) const;
    qreal textWidth(int width) const;
    int positionAt(const QPoint &point);
    void copy() const;

    QList<Span> m_spans;
    QString m_text;
    Theme::Role m_role;
    Ink m_ink;
    int m_maximumUnits = 0;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    mutable QTextLayout m_layout;
    // Layouts ask many times for the same; shaping the text anew each time is what costs.
    mutable qreal m_laidOutWidth = -1;
    mutable qreal m_laidOutHeight = 0;
    mutable QHash<int, int> m_heights; ///< by width
    mutable QSize m_hint;
    int m_anchor = -1;
    int m_cursor = -1;
};

} // namespace Slipway
