// SPDX-License-Identifier: MIT
#pragma once

#include "app/slipway-shots/fixtures.h"
#include "app/translations/translations.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QRegularExpression>
#include <QSize>
#include <functional>

namespace Slipway {

class MainWindow;

/// Takes pictures of the real window with fixed values in it.
class Photographer final
{
public:
    Photographer(Theme &theme, const QDir &folder, const QString &suffix);

    /// Every page that matches the pattern, in one language and one look. False: a picture
    /// could not be written.
    bool takeAll(const QString &language, bool isDark, const QRegularExpression &wanted);
    int count() const { return m_count; }

private:
    using Scene = std::function<void(MainWindow &, const Fixtures &)>;
    struct Shot
    {
        QString name;
        QSize size;
        Scene scene;
    };
    static QList<Shot> shots();
    static void addRehearsalShots(QList<Shot> &shots);
    static void addRunShots(QList<Shot> &shots);
    static void addTrustShots(QList<Shot> &shots);
    static void addSheetShots(QList<Shot> &shots);
    static void addCompareShots(QList<Shot> &shots);
    bool take(const Shot &shot, const Fixtures &fixtures, const QString &tail);
    static void settle();

    Theme &m_theme;
    Translations m_translations;
    QDir m_folder;
    QString m_suffix;
    int m_count = 0;
};

} // namespace Slipway
