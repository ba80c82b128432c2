// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QFontMetrics;

namespace Slipway {

/// The look of the window: colours, measures and fonts, applied to the application's palette,
/// style and font. Make exactly one, right after the QApplication and before any widget; it
/// lives as long as the QApplication does. theme() gives it to painters, as qApp gives the
/// application: what a look is belongs to the whole screen, not to one widget. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Mode
    {
        System,
        Light,
        Dark
    };

    /// The uses of text; sizes are WINDOW's.
    enum class Role
    {
        Body,   ///< 13/20
        Strong, ///< 13/20 medium
        Bold,   ///< 13/20 semibold
        Title,  ///< 20/28 semibold
        Section,
        Small, ///< 12/18
        SmallStrong,
        Stage, ///< 11/16 semibold, spaced; the caller gives capitals
        Hint,  ///< 11/16
        Fixed  ///< 12/18, no ligatures
    };

    explicit Theme(Mode mode = Mode::System, QObject *parent = nullptr);
    ~Theme() override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    static Mode modeNamed(const QString &name); ///< "light", "dark"; anything else: System
    static QString modeName(Mode mode);

    const Tokens &tokens() const { return m_tokens; }
    bool isDark() const { return m_tokens.isDark; }

    /// value at the platform's font size: 13 px of text for 13 units. Device independent pixels.
    int px(qreal value) const;
    QFont font(Role role) const;
    int lineHeight(Role role) const; ///< the leading of WINDOW's table

Q_SIGNALS:
    /// Colours, fonts or measures are others now. Widgets that only paint are repainted anyway.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool systemIsDark();
    void readFonts();
    void apply();
    QPalette paletteOf(const Tokens &t) const;

    Mode m_mode;
    Tokens m_tokens;
    QFont m_body;
    QFont m_fixed;
    qreal m_scale = 1;
    bool m_isApplying = false;
};

/// The one Theme; there must be one.
const Theme &theme();
/// Its colours: theme().tokens().
const Tokens &tokens();

/// Does what a widget's look needs now, and again whenever the theme changes.
template <typename F>
void followTheme(QObject *context, F apply)
{
    apply();
    QObject::connect(&theme(), &Theme::changed, context, apply);
}

} // namespace Slipway
