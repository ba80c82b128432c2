// SPDX-License-Identifier: MIT
#include "ui/theme/tokens.h"

#include <cmath>

namespace Slipway {

namespace {

QColor rgb(quint32 value)
{
    return QColor(QRgb(0xff000000U | value));
}

void derive(Tokens &t)
{
    t.chip = blended(t.panel, t.line, 0.75);
    t.hover = blended(t.panel, t.ink, 0.05);
    t.selected = t.isDark ? blended(t.rail, t.panel, 0.6) : t.panel;
    t.cyan = blended(t.accent, t.done, 0.5);
    t.match = t.needsSoft;
    t.matchNow = blended(t.needsSoft, t.needs, 0.45);
    t.transparent = QColor(Qt::transparent);
}

qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

Tokens Tokens::light()
{
    Tokens t;
    t.background = rgb(0xf6f6f4);
    t.panel = rgb(0xffffff);
    t.rail = rgb(0xf0f0ed);
    t.line = rgb(0xe1e0dc);
    t.lineStrong = rgb(0xcfcdc7);
    t.ink = rgb(0x1d2125);
    t.ink2 = rgb(0x5a6068);
    t.ink3 = rgb(0x8a9098);
    t.accent = rgb(0x1f5fbf);
    t.onAccent = rgb(0xffffff);
    t.accentSoft = rgb(0xe6eefa);
    t.done = rgb(0x1c7c4a);
    t.doneSoft = rgb(0xe3f3ea);
    t.needs = rgb(0x9a5b00);
    t.needsSoft = rgb(0xfdf0d9);
    t.failed = rgb(0xb3261e);
    t.failedSoft = rgb(0xfbe6e4);
    t.doubt = rgb(0x6b3fa0);
    t.doubtSoft = rgb(0xefe7f8);
    t.undone = rgb(0x1f6b7a);
    t.undoneSoft = rgb(0xdff0f3);
    t.lineAdded = rgb(0xdff3e4);
    t.wordAdded = rgb(0xb4e3c2);
    t.lineRemoved = rgb(0xfde4e1);
    t.wordRemoved = rgb(0xf6bdb7);
    t.code = rgb(0xfbfbfa);
    derive(t);
    return t;
}

Tokens Tokens::dark()
{
    Tokens t;
    t.isDark = true;
    t.background = rgb(0x17191c);
    t.panel = rgb(0x1f2226);
    t.rail = rgb(0x1a1d20);
    t.line = rgb(0x2e3238);
    t.lineStrong = rgb(0x3c4148);
    t.ink = rgb(0xe6e8eb);
    t.ink2 = rgb(0xa5acb5);
    t.ink3 = rgb(0x757d87);
    t.accent = rgb(0x6aa5f5);
    t.onAccent = rgb(0x0e1a2b);
    t.accentSoft = rgb(0x1d2c42);
    t.done = rgb(0x63c58e);
    t.doneSoft = rgb(0x18301f);
    t.needs = rgb(0xe5ad52);
    t.needsSoft = rgb(0x37290f);
    t.failed = rgb(0xf0857c);
    t.failedSoft = rgb(0x3a1a18);
    t.doubt = rgb(0xbb97ea);
    t.doubtSoft = rgb(0x2b2040);
    t.undone = rgb(0x6fc0cf);
    t.undoneSoft = rgb(0x14323a);
    t.lineAdded = rgb(0x17301f);
    t.wordAdded = rgb(0x235c38);
    t.lineRemoved = rgb(0x3a1c1b);
    t.wordRemoved = rgb(0x6e2b28);
    t.code = rgb(0x1a1c20);
    derive(t);
    return t;
}

QColor toneInk(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return tokens.ink2;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Done:
        return tokens.done;
    case Tone::Needs:
        return tokens.needs;
    case Tone::Failed:
        return tokens.failed;
    case Tone::Doubt:
        return tokens.doubt;
    case Tone::Undone:
        return tokens.undone;
    }
    return tokens.ink2;
}

QColor toneSoft(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return tokens.chip;
    case Tone::Accent:
        return tokens.accentSoft;
    case Tone::Done:
        return tokens.doneSoft;
    case Tone::Needs:
        return tokens.needsSoft;
    case Tone::Failed:
        return tokens.failedSoft;
    case Tone::Doubt:
        return tokens.doubtSoft;
    case Tone::Undone:
        return tokens.undoneSoft;
    }
    return tokens.chip;
}

QColor blended(const QColor &ground, const QColor &over, qreal share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * float(share); };
    return QColor::fromRgbF(mix(ground.redF(), over.redF()), mix(ground.greenF(), over.greenF()),
                            mix(ground.blueF(), over.blueF()));
}

QColor faded(QColor colour, qreal opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

QColor legible(const QColor &colour, const QColor &ground)
{
    const QColor towards = luminance(ground) < 0.2 ? QColor(Qt::white) : QColor(Qt::black);
    for (int step = 0; step <= 10; ++step) {
        const QColor tried = blended(colour, towards, step / 10.0);
        if (contrast(tried, ground) >= 4.5)
            return tried;
    }
    return towards;
}

qreal contrast(const QColor &one, const QColor &other)
{
    const qreal a = luminance(one);
    const qreal b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor terminalColour(const Tokens &t, int index)
{
    const QColor first[8] = {t.ink3, t.failed, t.done, t.needs, t.accent, t.doubt, t.cyan, t.ink};
    if (index < 0)
        return t.ink;
    if (index == 8)
        return t.ink2;
    if (index < 16)
        return first[index % 8];
    if (index >= 232) {
        const int grey = 8 + (std::min(index, 255) - 232) * 10;
        return QColor(grey, grey, grey);
    }
    const auto level = [](int part) { return part == 0 ? 0 : 55 + part * 40; };
    const int cube = index - 16;
    return QColor(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

} // namespace Slipway
