// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;
class QMenu;
class QToolButton;

namespace Slipway {

class TextLabel;

/// The line at the top of the window: the boat (goes home), where one is, search, settings.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    /// subtitle: "run 7f3a", "new run"; may be empty.
    void setPlace(const QString &title, const QString &subtitle = {});
    /// What the menu shows as chosen; language is "en" or "pt_BR".
    void setChoices(const QString &language, Theme::Mode mode);

Q_SIGNALS:
    void homeRequested();
    void searchRequested();
    void languageChosen(const QString &language);
    void modeChosen(Slipway::Theme::Mode mode);
    void aboutRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createParts();
    void fillMenu();
    void retranslate();

    QAbstractButton *m_home;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QAbstractButton *m_search;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    QString m_language = QStringLiteral("en");
    Theme::Mode m_mode = Theme::Mode::System;
};

} // namespace Slipway
