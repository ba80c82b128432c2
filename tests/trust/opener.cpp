// SPDX-License-Identifier: MIT
// Opens checklists in the real window, one after the other, and says for each what is shown:
// trust, inputs, notice or nothing.
#include "app/console/console.h"
#include "core/base/paths.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/trustpage.h"
#include "ui/parts/noticebar.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QTest>
#include <cstdio>

using namespace Slipway;

namespace {

constexpr int answerMs = 60'000;

QByteArray shownIn(const MainWindow &window)
{
    if (window.trust()->isVisible())
        return "trust";
    if (window.inputs()->isVisible())
        return "inputs";
    const auto notices = window.findChildren<NoticeBar *>(Qt::FindChildrenRecursively);
    for (const NoticeBar *notice : notices) {
        if (notice->isVisible())
            return "notice";
    }
    return "nothing";
}

} // namespace

/// The argument is a file with the paths, each ended by a zero byte.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Theme theme;
    Console console(Places::fromEnvironment(), theme);
    console.show();
    MainWindow &window = console.window();
    QFile file(QString::fromLocal8Bit(argv[argc - 1]));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const QByteArrayList paths = file.readAll().split('\0');
    for (const QByteArray &path : paths) {
        if (path.isEmpty())
            continue;
        window.showHome();
        console.openChecklist(QString::fromUtf8(path));
        // What cannot be seen is waited for in vain, so it is said and not passed over.
        const bool isShown =
            QTest::qWaitFor([&] { return shownIn(window) != "nothing"; }, answerMs);
        if (isShown && window.trust()->isVisible())
            window.trust()->showTab(QStringLiteral("text"));
        QCoreApplication::processEvents();
        std::printf("%s\n", shownIn(window).constData());
    }
    return 0;
}
