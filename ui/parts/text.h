// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QLabel;
class QPainter;
class QWidget;

namespace Slipway {

/// How text is written; the colour is the theme's of the moment.
enum class Ink
{
    Normal,
    Second,
    Faint,
    Accent,
    Done,
    Needs,
    Failed,
    Doubt,
    Undone
};

QColor inkColour(Ink ink);
Ink inkOf(Tone tone);

/// For labels that show data: no markup is ever read out of it.
void showPlain(QLabel *label, const QString &text);
/// For texts of buttons, tabs and menus: '&' is a letter, not a shortcut.
QString escapedMnemonic(const QString &text);
/// For tool tips: the text as it is, wrapped by Qt, no markup read out of it.
QString plainTip(const QString &text);

/// "1 855": groups of three with a thin space that does not break.
QString groupedNumber(qint64 number);
/// "less than a minute", "12 min", "2 h 5 min", "3 days"; for sentences such as "about 12 min
/// left".
QString spokenDuration(qint64 ms);
/// "now", "18 min", "2 h", "yesterday", "19 Nov": how long ago, short.
QString spokenAge(qint64 ms, qint64 now);
/// The first four characters of a run's id, as people call it.
QString shortRunId(const QString &id);

/// The ring of the keyboard's focus around rect, inside the widget.
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius);

} // namespace Slipway
