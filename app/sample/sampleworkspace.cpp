// SPDX-License-Identifier: MIT
#include "app/sample/sampleworkspace.h"

#include "app/sample/samplerepository.h"
#include "app/sample/sampletools.h"
#include "core/base/files.h"
#include "core/process/ask.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QUrl>
#include <cerrno>

// Outside the namespace: the macro declares a function of the resource compiler.
static void initResources()
{
    Q_INIT_RESOURCE(sample);
}

namespace Slipway {
namespace {

const QString libraryName = QStringLiteral("mllibprodest");
const QString modelName = QStringLiteral("modelo-teste");
const QString stackName = QStringLiteral("prodest-ml-stack");

/// A word of a shell command. Only what follows an equals sign is quoted, so that NAME=value
/// stays an assignment.
QString quotedForShell(const QString &word)
{
    static const QRegularExpression special(QStringLiteral("[^A-Za-z0-9/._:,+@%=-]"));
    if (!word.contains(special))
        return word;
    const qsizetype start = word.indexOf(u'=') + 1;
    const QString value = word.mid(start).replace(u'\'', QStringLiteral("'\\''"));
    return word.left(start) + u'\'' + value + u'\'';
}

} // namespace

SampleWorkspace::SampleWorkspace(const QString &directory)
    : m_directory(QDir::cleanPath(QDir().absoluteFilePath(directory)))
{
    initResources();
}

QString SampleWorkspace::path(const QString &relative) const
{
    return m_directory + u'/' + relative;
}

Result<SampleReport> SampleWorkspace::create(std::stop_token stop) const
{
    const QFileInfo info(m_directory);
    if (info.exists() && (!info.isDir() || !QDir(m_directory)
                                                .isEmpty(QDir::AllEntries | QDir::Hidden |
                                                         QDir::System | QDir::NoDotAndDotDot)))
        return Error(QStringLiteral("sample.not-empty"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is not an empty folder. Name a folder that does not "
                                       "exist yet; the sample is laid down there."),
                     {m_directory});
    const bool existed = info.exists();
    if (!QDir().mkpath(m_directory))
        return fileError(m_directory, EACCES);
    if (auto filled = fill(stop); !filled) {
        QDir(m_directory).removeRecursively();
        if (existed)
            QDir().mkpath(m_directory);
        return filled.error();
    }
    return report(stop);
}

Result<void> SampleWorkspace::fill(std::stop_token stop) const
{
    for (const QString &folder : {QStringLiteral("base-image"), QStringLiteral("wheels")}) {
        if (auto copied = copyResourceFolder(QStringLiteral(":/sample/") + folder, path(folder));
            !copied)
            return copied;
    }
    for (const QString &name : {libraryName, modelName, stackName}) {
        if (auto made = SampleRepository(m_directory, name, name == stackName).make(stop); !made)
            return made;
    }
    Question wheels;
    wheels.argv = {QStringLiteral("python3"), path(QStringLiteral("wheels/make-wheels.py")),
                   path(QStringLiteral("wheels")), path(QStringLiteral("forks/")) + libraryName};
    wheels.environment = {{QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1")}};
    if (auto made = runProgram(wheels, stop); !made)
        return made;
    return writeGuides(report(stop));
}

SampleReport SampleWorkspace::report(std::stop_token stop) const
{
    SampleReport report;
    report.directory = m_directory;
    report.library = path(QStringLiteral("forks/")) + libraryName;
    report.model = path(QStringLiteral("forks/")) + modelName;
    report.stack = path(QStringLiteral("forks/")) + stackName;
    const QString wheels =
        QUrl::fromLocalFile(path(QStringLiteral("wheels"))).toString(QUrl::FullyEncoded);
    report.environment = {QStringLiteral("PIP_NO_INDEX=1"),
                          QStringLiteral("PIP_FIND_LINKS=") + wheels,
                          QStringLiteral("PIP_CONFIG_FILE=/dev/null")};
    report.inputs = {{QStringLiteral("library"), report.library},
                     {QStringLiteral("model"), report.model},
                     {QStringLiteral("stack"), report.stack},
                     // Debian's setuptools works with Debian's Python, whatever PATH has first.
                     {QStringLiteral("python"), QStringLiteral("/usr/bin/python3")},
                     {QStringLiteral("api-url"), QStringLiteral("http://localhost:18080")},
                     // Made with the base image; no registry has them.
                     {QStringLiteral("image-tags"), path(QStringLiteral("base-image/tags.txt"))},
                     {QStringLiteral("stress-time"), QStringLiteral("15s")},
                     {QStringLiteral("cleaning-image"), QStringLiteral("slipway-sample-python:3")}};
    QStringList words;
    for (const QString &setting : report.environment)
        words << quotedForShell(setting);
    words << QStringLiteral("slipway") << QStringLiteral("run") << QStringLiteral("package-update");
    for (auto input = report.inputs.begin(); input != report.inputs.end(); ++input)
        words << QStringLiteral("--input") << quotedForShell(input.key() + u'=' + input.value());
    report.commandLine = words.join(u' ');
    report.notes = notes(stop);
    return report;
}

QList<Message> SampleWorkspace::notes(std::stop_token stop) const
{
    QList<Message> notes;
    if (QDir(QStringLiteral("/usr/share/python-wheels"))
            .entryList({QStringLiteral("setuptools-*.whl"), QStringLiteral("wheel-*.whl")})
            .size() < 2)
        notes << Message(
            QT_TRANSLATE_NOOP("Slipway::Message",
                              "The sample's library cannot be built on this machine yet: install "
                              "the packages python3-venv, python3-pip-whl, python3-setuptools-whl "
                              "and python3-wheel-whl, then lay the sample down again."));
    if (!hasEngine(stop))
        notes << Message(
            QT_TRANSLATE_NOOP("Slipway::Message",
                              "No Docker engine answers: a run on the sample will stop at its "
                              "first Docker step. Start the engine, then run %1."),
            {path(QStringLiteral("base-image/make-base-image.sh"))});
    return notes;
}

/// For people: README.txt. For scripts: inputs.json, and environment for a shell to read.
Result<void> SampleWorkspace::writeGuides(const SampleReport &report) const
{
    QFile source(QStringLiteral(":/sample/README.txt"));
    if (!source.open(QIODevice::ReadOnly))
        return fileError(source.fileName(), ENOENT);
    QByteArray text = source.readAll();
    QByteArray environment;
    for (const QString &setting : report.environment)
        environment += quotedForShell(setting).toUtf8() + '\n';
    text.replace("@COMMAND@", report.commandLine.toUtf8());
    text.replace("@ENVIRONMENT@", environment.trimmed().replace('\n', ' '));
    QJsonObject inputs;
    for (auto input = report.inputs.begin(); input != report.inputs.end(); ++input)
        inputs.insert(input.key(), input.value());
    if (auto done = writeFileDurably(path(QStringLiteral("README.txt")), text); !done)
        return done;
    if (auto done = writeFileDurably(path(QStringLiteral("environment")), environment); !done)
        return done;
    return writeFileDurably(path(QStringLiteral("inputs.json")), QJsonDocument(inputs).toJson());
}

bool SampleWorkspace::hasEngine(std::stop_token stop)
{
    Question question;
    question.argv = {QStringLiteral("docker"), QStringLiteral("version"),
                     QStringLiteral("--format"), QStringLiteral("{{.Server.Version}}")};
    question.timeoutMs = 10'000;
    const auto reply = ask(question, stop);
    return reply && reply->isSuccess();
}

Result<void> SampleWorkspace::makeBaseImage() const
{
    QProcess process;
    process.setProgram(path(QStringLiteral("base-image/make-base-image.sh")));
    process.setWorkingDirectory(m_directory);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QStringLiteral("/dev/stderr"));
    process.start();
    if (process.waitForStarted() && process.waitForFinished(-1) &&
        process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return Error(QStringLiteral("sample.base-image"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The sample's base image could not be made: the lines above say "
                                   "why. When that is mended, run %1."),
                 {process.program()});
}

} // namespace Slipway
