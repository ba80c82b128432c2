// SPDX-License-Identifier: MIT
#include "tests/app/programs.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace TestPrograms {

QByteArray Finished::text() const
{
    return "status " + QByteArray::number(status) + "\n-- output\n" + output.toUtf8() +
           "\n-- errors\n" + errors.toUtf8();
}

Finished run(const QStringList &argv, const QString &directory, int timeoutMs,
             const QProcessEnvironment &environment, const QByteArray &input)
{
    QProcess process;
    process.setProgram(argv.value(0));
    process.setArguments(argv.mid(1));
    if (input.isEmpty())
        process.setStandardInputFile(QProcess::nullDevice());
    if (!directory.isEmpty())
        process.setWorkingDirectory(directory);
    if (!environment.isEmpty())
        process.setProcessEnvironment(environment);
    process.start();
    Finished finished;
    const bool hasStarted = process.waitForStarted();
    if (hasStarted && !input.isEmpty()) {
        process.write(input);
        process.closeWriteChannel();
    }
    const bool hasEnded = hasStarted && process.waitForFinished(timeoutMs);
    if (!hasEnded) {
        finished.errors = process.errorString();
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        finished.status = process.exitCode();
    } else {
        finished.wasKilled = true;
    }
    finished.output = QString::fromUtf8(process.readAllStandardOutput());
    finished.errors += QString::fromUtf8(process.readAllStandardError());
    return finished;
}

bool isAllRequired()
{
    return qEnvironmentVariable("SLIPWAY_REQUIRE") == QLatin1String("all");
}

/// Supervisors watch their folder for a file `cancel`: no signal, and none is missed.
void cancelAttempts(const QString &home)
{
    const QDir runs(home + QStringLiteral("/data/runs"));
    const QStringList ids = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        const QDir attempts(runs.filePath(id + QStringLiteral("/attempts")));
        const QStringList numbers = attempts.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &number : numbers) {
            QFile cancel(attempts.filePath(number + QStringLiteral("/cancel")));
            if (!cancel.open(QIODevice::WriteOnly))
                qWarning("cannot write %s", qPrintable(cancel.fileName()));
        }
    }
}

} // namespace TestPrograms
