// SPDX-License-Identifier: MIT
#include "core/packages/venvinventory.h"

#include "core/process/ask.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

Result<Inventory> venvInventory(const QString &folder, std::stop_token stop)
{
    const QString python = QDir(folder).absoluteFilePath(QStringLiteral("bin/python"));
    if (!QFileInfo(python).isExecutable())
        return Error(QStringLiteral("packages.no-venv"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no virtual environment: it has no bin/python. Make "
                                       "one with python3 -m venv."),
                     {folder});
    Question question;
    question.argv = {python,
                     QStringLiteral("-I"),
                     QStringLiteral("-m"),
                     QStringLiteral("pip"),
                     QStringLiteral("--disable-pip-version-check"),
                     QStringLiteral("list"),
                     QStringLiteral("--format=freeze")};
    const auto reply = ask(question, stop);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return Error(QStringLiteral("packages.pip-failed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The pip of %1 could not list the packages (status %2). "
                                       "Check that pip is installed there."),
                     {folder, QString::number(reply->exitCode)})
            .withDetail(QString::fromUtf8(reply->errorOutput.right(2000)));
    return Inventory::fromFreeze(reply->output, QStringLiteral("venv:") + folder);
}

} // namespace Slipway
