// SPDX-License-Identifier: MIT
#include "tests/app/programs.h"

#include <QProcess>

namespace TestPrograms {

QByteArray Finished::text() const
{
    return "status " + QByteArray::number(status) + "\n-- output\n" + output.toUtf8() +
           "\n-- errors\n" + errors.toUtf8();
}

Finished run(const QStringList &argv, const QString &directory, int timeoutMs)
{
    QProcess process;
    process.setProgram(argv.value(0));
    process.setArguments(argv.mid(1));
    process.setStandardInputFile(QProcess::nullDevice());
    if (!directory.isEmpty())
        process.setWorkingDirectory(directory);
    process.start();
    Finished finished;
    const bool hasEnded = process.waitForStarted() && process.waitForFinished(timeoutMs);
    if (!hasEnded) {
        finished.errors = process.errorString();
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        finished.status = process.exitCode();
    }
    finished.output = QString::fromUtf8(process.readAllStandardOutput());
    finished.errors += QString::fromUtf8(process.readAllStandardError());
    return finished;
}

bool isAllRequired()
{
    return qEnvironmentVariable("SLIPWAY_REQUIRE") == QLatin1String("all");
}

} // namespace TestPrograms
