// SPDX-License-Identifier: MIT
#include "tests/app/scratchhome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

ScratchHome::ScratchHome()
{
    qputenv("SLIPWAY_HOME", path(QStringLiteral("home")).toUtf8());
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
}

ScratchHome::~ScratchHome()
{
    TestPrograms::cancelAttempts(path(QStringLiteral("home")));
}

QString ScratchHome::path(const QString &name) const
{
    return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
}

QString ScratchHome::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.close();
    m_trusted.add(file.fileName());
    return file.fileName();
}

QByteArray ScratchHome::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TestPrograms::Finished ScratchHome::slipway(const QStringList &arguments, int timeoutMs,
                                            const QByteArray &input) const
{
    m_trusted.beforeCall(arguments, path());
    return TestPrograms::run(QStringList{QStringLiteral(SLIPWAY_PROGRAM)} + arguments, path(),
                             timeoutMs, {}, input);
}

std::unique_ptr<QProcess> ScratchHome::start(const QStringList &arguments,
                                             const QByteArray &input) const
{
    m_trusted.beforeCall(arguments, path());
    auto process = std::make_unique<QProcess>();
    process->setProgram(QStringLiteral(SLIPWAY_PROGRAM));
    process->setArguments(arguments);
    process->setWorkingDirectory(path());
    if (input.isEmpty())
        process->setStandardInputFile(QProcess::nullDevice());
    process->start();
    if (process->waitForStarted() && !input.isEmpty()) {
        process->write(input);
        process->closeWriteChannel();
    }
    return process;
}

QJsonObject ScratchHome::show(const QString &run) const
{
    const auto shown = slipway({QStringLiteral("show"), run, QStringLiteral("--json")});
    return QJsonDocument::fromJson(shown.output.toUtf8()).object();
}

QString ScratchHome::stepState(const QString &run, const QString &step,
                               const QString &instance) const
{
    const QJsonArray steps = show(run)[QLatin1String("steps")].toArray();
    for (const auto &value : steps) {
        const QJsonObject one = value.toObject();
        if (one[QLatin1String("id")].toString() == step &&
            (instance.isEmpty() || one[QLatin1String("instance")].toString() == instance))
            return one[QLatin1String("state")].toString();
    }
    return {};
}
