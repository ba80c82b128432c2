// SPDX-License-Identifier: MIT
#include "ui/parts/topbar.h"

#include "ui/parts/text.h"
#include "ui/parts/textlabel.h"
#include "ui/theme/appicon.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace Slipway {

namespace {

/// The boat, as a button.
class LogoButton final : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;
    QSize sizeHint() const override { return {theme().px(24), theme().px(28)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const qreal side = theme().px(16);
        paintLogo(&painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side));
        if (hasFocus())
            paintFocusRing(&painter, rect(), theme().px(4));
    }
};

/// "Search steps, runs, actions   Ctrl+K"
class SearchHint final : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;
    static QString keys() { return QStringLiteral("Ctrl+K"); }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme().font(Theme::Role::Small));
        return {metrics.horizontalAdvance(text()) + metrics.horizontalAdvance(keys()) +
                    theme().px(28),
                theme().px(26)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens().hover);
            painter.drawRoundedRect(rect(), theme().px(6), theme().px(6));
        }
        painter.setFont(theme().font(Theme::Role::Small));
        painter.setPen(tokens().ink2);
        const QRect inner = rect().adjusted(theme().px(8), 0, -theme().px(8), 0);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, keys());
        if (hasFocus())
            paintFocusRing(&painter, rect(), theme().px(6));
    }
};

/// Three lines.
class MenuButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;
    QSize sizeHint() const override { return {theme().px(28), theme().px(26)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens().hover);
            painter.drawRoundedRect(rect(), theme().px(6), theme().px(6));
        }
        const qreal reach = theme().px(6);
        painter.setPen(QPen(tokens().ink2, 1.5));
        for (const int step : {-1, 0, 1}) {
            const qreal y = height() / 2.0 + step * theme().px(4);
            painter.drawLine(QPointF(width() / 2.0 - reach, y), QPointF(width() / 2.0 + reach, y));
        }
        if (hasFocus())
            paintFocusRing(&painter, rect(), theme().px(6));
    }
};

} // namespace

TopBar::TopBar(QWidget *parent) : QWidget(parent)
{
    createParts();
    connect(m_home, &QAbstractButton::clicked, this, &TopBar::homeRequested);
    connect(m_search, &QAbstractButton::clicked, this, &TopBar::searchRequested);
    retranslate();
}

void TopBar::createParts()
{
    m_home = new LogoButton(this);
    m_title = new TextLabel(Theme::Role::Bold);
    m_subtitle = new TextLabel(Theme::Role::Small, Ink::Second);
    m_search = new SearchHint(this);
    m_menuButton = new MenuButton(this);
    m_menu = new QMenu(this);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    for (QAbstractButton *button :
         {m_home, m_search, static_cast<QAbstractButton *>(m_menuButton)}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAttribute(Qt::WA_Hover);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_home);
    row->addWidget(m_title);
    row->addWidget(m_subtitle);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addWidget(m_menuButton);
    followTheme(this, [this, row] {
        row->setContentsMargins(theme().px(14), 0, theme().px(12), 1);
        row->setSpacing(theme().px(7));
        setFixedHeight(theme().px(36));
    });
}

void TopBar::setPlace(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void TopBar::setChoices(const QString &language, Theme::Mode mode)
{
    m_language = language;
    m_mode = mode;
    fillMenu();
}

void TopBar::fillMenu()
{
    m_menu->clear();
    const auto choice = [this](QActionGroup *group, const QString &label, bool isOn) {
        QAction *action = m_menu->addAction(label);
        action->setCheckable(true);
        action->setChecked(isOn);
        group->addAction(action);
        return action;
    };
    auto *languages = new QActionGroup(m_menu);
    m_menu->addSection(tr("Language"));
    for (const auto &[code, name] :
         {std::pair(QStringLiteral("en"), QStringLiteral("English")),
          std::pair(QStringLiteral("pt_BR"), QString::fromUtf8("Português"))}) {
        connect(choice(languages, name, code == m_language), &QAction::triggered, this,
                [this, code = code] { Q_EMIT languageChosen(code); });
    }
    auto *modes = new QActionGroup(m_menu);
    m_menu->addSection(tr("Look"));
    for (const auto &[mode, name] :
         {std::pair(Theme::Mode::System, tr("As the system")),
          std::pair(Theme::Mode::Light, tr("Light")), std::pair(Theme::Mode::Dark, tr("Dark"))}) {
        connect(choice(modes, name, mode == m_mode), &QAction::triggered, this,
                [this, mode = mode] { Q_EMIT modeChosen(mode); });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("About Slipway")), &QAction::triggered, this,
            &TopBar::aboutRequested);
}

void TopBar::retranslate()
{
    m_home->setAccessibleName(tr("Home"));
    m_home->setToolTip(plainTip(tr("Home")));
    m_search->setText(tr("Search steps, runs, actions"));
    m_search->setAccessibleName(m_search->text());
    m_menuButton->setAccessibleName(tr("Settings"));
    m_menuButton->setToolTip(plainTip(tr("Language and look")));
    fillMenu();
    m_search->updateGeometry();
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(0, height() - 1, width(), 1, tokens().line);
}

} // namespace Slipway
