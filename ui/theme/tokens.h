// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace Slipway {

/// Every colour of the window, by what it is for. Nothing outside ui/theme names a colour.
struct Tokens
{
    bool isDark = false;
    QColor background; ///< home
    QColor panel;      ///< pages, cards, bars
    QColor rail;
    QColor line;
    QColor lineStrong; ///< controls' outline
    QColor ink;
    QColor ink2; ///< secondary text, readable
    QColor ink3; ///< faint: never for what must be read
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor done;
    QColor doneSoft;
    QColor needs;
    QColor needsSoft;
    QColor failed;
    QColor failedSoft;
    QColor doubt;
    QColor doubtSoft;
    QColor undone;
    QColor undoneSoft;
    QColor lineAdded;
    QColor wordAdded;
    QColor lineRemoved;
    QColor wordRemoved;
    QColor code;     ///< ground of output and diffs
    QColor chip;     ///< ground of a plain chip
    QColor hover;    ///< ground of a row or quiet button under the pointer
    QColor selected; ///< ground of the selected row in the rail
    QColor cyan;     ///< output only
    QColor match;    ///< ground of what a search found
    QColor matchNow; ///< ground of the match one stands on
    QColor transparent;

    static Tokens light();
    static Tokens dark();
};

/// What a chip, a bar or a sentence means; its colours follow.
enum class Tone
{
    Plain,
    Accent,
    Done,
    Needs,
    Failed,
    Doubt,
    Undone
};

QColor toneInk(const Tokens &tokens, Tone tone);  ///< text or mark
QColor toneSoft(const Tokens &tokens, Tone tone); ///< the ground behind it

/// share of over on top of ground, 0…1.
QColor blended(const QColor &ground, const QColor &over, qreal share);
/// The same colour, partly see-through: 0…1.
QColor faded(QColor colour, qreal opacity);
/// A colour that a program's output asked for (256 or true colour), moved just far enough
/// from ground to be read on it.
QColor legible(const QColor &colour, const QColor &ground);
/// WCAG contrast ratio, 1…21.
qreal contrast(const QColor &one, const QColor &other);
/// One of the 256 colours of a terminal; 0-15 are the theme's.
QColor terminalColour(const Tokens &tokens, int index);

} // namespace Slipway
