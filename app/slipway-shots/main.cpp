// SPDX-License-Identifier: MIT
// slipway-shots FOLDER [PATTERN]: renders every page from fixed values in both languages, light
// and dark, as NAME-LANGUAGE-LOOK.png. With QT_SCALE_FACTOR=2 the names end in -200.
#include "app/slipway-shots/photographer.h"

#include <QApplication>
#include <cstdio>

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway-shots"));
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1));
    if (arguments.size() < 2 || !folder.mkpath(QStringLiteral("."))) {
        std::fputs("slipway-shots FOLDER [PATTERN]: the folder is missing or cannot be made.\n",
                   stderr);
        return 2;
    }
    const QRegularExpression wanted(arguments.value(2));
    Slipway::Theme theme(Slipway::Theme::Mode::Light);
    const bool isDouble = application.devicePixelRatio() > 1.5;
    Slipway::Photographer photographer(theme, folder,
                                       isDouble ? QStringLiteral("-200") : QString());
    bool isGood = true;
    for (const auto &language : {QStringLiteral("en"), QStringLiteral("pt_BR")}) {
        for (const bool isDark : {false, true})
            isGood = photographer.takeAll(language, isDark, wanted) && isGood;
    }
    std::printf("%d pictures\n", photographer.count());
    return isGood ? 0 : 1;
}
