// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"
#ifdef SLIPWAY_WITH_WINDOW
#include "app/console/console.h"
#endif

#include <QCoreApplication>
#include <cstdio>

namespace {

/// A window needs a display; without one Qt would end the process with a message of its own.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (Slipway::isCommandLine(arguments)) {
        QCoreApplication application(argc, argv);
        QCoreApplication::setApplicationName(QStringLiteral("slipway"));
        return Slipway::runCommandLine(arguments);
    }
    if (!hasDisplay()) {
        std::fputs("slipway: there is no display, so no window can be opened. "
                   "`slipway --help` lists what works without one.\n",
                   stderr);
        return Slipway::Status::wrongUse;
    }
#ifdef SLIPWAY_WITH_WINDOW
    return Slipway::runConsole(argc, argv);
#else
    std::fputs("slipway: this one was built without the window.\n", stderr);
    return Slipway::Status::wrongUse;
#endif
}
