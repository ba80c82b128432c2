// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QScopedValueRollback>
#include <QScreen>

/// A static library's resources are linked only when asked for, from outside a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(ui);
}

namespace Slipway {

namespace {

Theme *the = nullptr;

/// A platform without fonts of its own (offscreen): the best that is installed.
QString firstInstalled(const QStringList &families, const QString &otherwise)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : families) {
        if (installed.contains(family))
            return family;
    }
    return otherwise;
}

bool platformHasFonts()
{
    const QString name = QGuiApplication::platformName();
    return name != QLatin1String("offscreen") && name != QLatin1String("minimal");
}

struct RoleSize
{
    qreal size;
    qreal leading;
    QFont::Weight weight;
};

RoleSize sizeOf(Theme::Role role)
{
    switch (role) {
    case Theme::Role::Body:
        return {13, 20, QFont::Normal};
    case Theme::Role::Strong:
        return {13, 20, QFont::Medium};
    case Theme::Role::Bold:
        return {13, 20, QFont::DemiBold};
    case Theme::Role::Title:
        return {20, 28, QFont::DemiBold};
    case Theme::Role::Section:
        return {15, 24, QFont::DemiBold};
    case Theme::Role::Small:
        return {12, 18, QFont::Normal};
    case Theme::Role::SmallStrong:
        return {12, 18, QFont::Medium};
    case Theme::Role::Stage:
        return {11, 16, QFont::DemiBold};
    case Theme::Role::Hint:
        return {11, 16, QFont::Normal};
    case Theme::Role::Fixed:
        return {12, 18, QFont::Normal};
    }
    return {13, 20, QFont::Normal};
}

} // namespace

Theme::Theme(Mode mode, QObject *parent) : QObject(parent), m_mode(mode)
{
    Q_ASSERT_X(!the, "Theme", "there is one already");
    the = this;
    initResources();
    QApplication::setStyle(new Style);
    readFonts();
    apply();
    qApp->installEventFilter(this);
}

Theme::~Theme()
{
    the = nullptr;
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

Theme::Mode Theme::modeNamed(const QString &name)
{
    if (name == QLatin1String("light"))
        return Mode::Light;
    return name == QLatin1String("dark") ? Mode::Dark : Mode::System;
}

QString Theme::modeName(Mode mode)
{
    switch (mode) {
    case Mode::Light:
        return QStringLiteral("light");
    case Mode::Dark:
        return QStringLiteral("dark");
    case Mode::System:
        break;
    }
    return QStringLiteral("system");
}

int Theme::px(qreal value) const
{
    return qRound(value * m_scale);
}

QFont Theme::font(Role role) const
{
    const RoleSize size = sizeOf(role);
    QFont font = role == Role::Fixed ? m_fixed : m_body;
    font.setPixelSize(px(size.size));
    font.setWeight(size.weight);
    if (role == Role::Stage)
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5 * m_scale);
    return font;
}

int Theme::lineHeight(Role role) const
{
    return qMax(px(sizeOf(role).leading), QFontMetrics(font(role)).height());
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The platform tells its windows when its own look changed; Qt 6.4 has no signal for it.
    if (event->type() == QEvent::ThemeChange && !m_isApplying) {
        readFonts();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

bool Theme::systemIsDark()
{
    // An empty palette gives the platform's own back, which is the only way to ask for it.
    QApplication::setPalette(QPalette());
    const QPalette own = QApplication::palette();
    return own.color(QPalette::WindowText).lightness() > own.color(QPalette::Window).lightness();
}

void Theme::readFonts()
{
    m_body = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    m_fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!platformHasFonts()) {
        m_body = QFont(firstInstalled({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")},
                                      m_body.family()));
        m_body.setPointSizeF(10);
        m_fixed = QFont(
            firstInstalled({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")},
                           m_fixed.family()));
    }
    m_fixed.setFixedPitch(true);
    m_fixed.setStyleHint(QFont::Monospace);
    // Shaping is where ligatures come from: "!=" has to stay two characters.
    m_fixed.setStyleStrategy(QFont::PreferNoShaping);
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dpi = screen ? screen->logicalDotsPerInchY() : 96.0;
    const qreal size =
        m_body.pixelSize() > 0 ? m_body.pixelSize() * 72.0 / dpi : m_body.pointSizeF();
    m_scale = qBound(0.75, size / 10.0 * dpi / 96.0, 4.0);
}

void Theme::apply()
{
    const QScopedValueRollback<bool> guard(m_isApplying, true);
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
    m_tokens = dark ? Tokens::dark() : Tokens::light();
    QApplication::setFont(font(Role::Body));
    QApplication::setPalette(paletteOf(m_tokens));
    Q_EMIT changed();
}

QPalette Theme::paletteOf(const Tokens &t) const
{
    QPalette p(t.ink, t.panel, blended(t.panel, t.ink, 0.02), t.line, t.lineStrong, t.ink, t.ink,
               t.panel, t.panel);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::AlternateBase, t.code);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::PlaceholderText, t.ink3);
    p.setColor(QPalette::ToolTipBase, t.panel);
    p.setColor(QPalette::ToolTipText, t.ink);
    p.setColor(QPalette::BrightText, t.failed);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.ink3);
    return p;
}

const Theme &theme()
{
    Q_ASSERT_X(the, "theme()", "a Theme has to be made right after the QApplication");
    return *the;
}

const Tokens &tokens()
{
    return theme().tokens();
}

} // namespace Slipway
