// SPDX-License-Identifier: MIT
#include "app/sample/sampleworkspace.h"

#include "core/base/files.h"
#include "core/process/ask.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>
#include <cerrno>

// Outside the namespace: the macro declares a function of the resource compiler.
static void initResources()
{
    Q_INIT_RESOURCE(sample);
}

namespace Slipway {
namespace {

// The stack's Dockerfile before the update that its history already holds.
constexpr auto versionNow = "r1.6.18 (mllibprodest==1.8.12)";
constexpr auto versionBefore = "r1.6.17 (mllibprodest==1.8.11)";

const QString libraryName = QStringLiteral("mllibprodest");
const QString modelName = QStringLiteral("modelo-teste");
const QString stackName = QStringLiteral("prodest-ml-stack");
const QString updateBranch = QStringLiteral("atualizar_pacotes");

Result<void> copyResource(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return fileError(from, ENOENT);
    const QByteArray bytes = source.readAll();
    QDir().mkpath(QFileInfo(to).path());
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() ||
        !target.flush())
        return fileError(to, EIO).withDetail(target.errorString());
    // Resources carry no modes: what begins like a script is one.
    auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    if (bytes.startsWith("#!"))
        mode |= QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    target.setPermissions(mode);
    return {};
}

Result<void> copyResourceFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (auto copied = copyResource(file, to + file.mid(from.size())); !copied)
            return copied;
    }
    return {};
}

Result<void> runProgram(const Question &question, std::stop_token stop)
{
    const auto reply = ask(question, stop);
    if (!reply)
        return reply.error();
    if (reply->isSuccess())
        return {};
    return Error(
               QStringLiteral("sample.program"),
               QT_TRANSLATE_NOOP("Slipway::Error",
                                 "The sample could not be laid down: \"%1\" ended with status %2. "
                                 "See its message below, then try again."),
               {question.argv.join(u' '), QString::number(reply->exitCode)})
        .withDetail(QString::fromUtf8(reply->errorOutput + reply->output).trimmed());
}

/// git with fixed dates and without the user's signing, hooks and templates, so that the
/// sample's commits are the same everywhere.
Result<void> git(const QString &directory, const QStringList &arguments, std::stop_token stop)
{
    Question question;
    question.argv = QStringList{QStringLiteral("git"),
                                QStringLiteral("-c"),
                                QStringLiteral("commit.gpgSign=false"),
                                QStringLiteral("-c"),
                                QStringLiteral("core.hooksPath=/dev/null"),
                                QStringLiteral("-c"),
                                QStringLiteral("core.autocrlf=false")} +
                    arguments;
    question.directory = directory;
    const QString date = QStringLiteral("2026-01-05T09:00:00-03:00");
    question.environment = {{QStringLiteral("GIT_AUTHOR_DATE"), date},
                            {QStringLiteral("GIT_COMMITTER_DATE"), date},
                            {QStringLiteral("GIT_TEMPLATE_DIR"), QString()}};
    return runProgram(question, stop);
}

Result<void> gitAll(const QString &directory, const QList<QStringList> &commands,
                    std::stop_token stop)
{
    for (const QStringList &command : commands) {
        if (auto done = git(directory, command, stop); !done)
            return done;
    }
    return {};
}

Result<void> replaceInFile(const QString &file, const QByteArray &from, const QByteArray &to)
{
    auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    return writeFileDurably(file, bytes->replace(from, to));
}

QString quotedForShell(const QString &text)
{
    static const QString plain = QStringLiteral("/._-=:,+@%");
    for (const QChar character : text) {
        if (!(character.unicode() < 128 && character.isLetterOrNumber()) &&
            !plain.contains(character))
            return u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
    }
    return text;
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
        if (auto made = makeRepository(name, stop); !made)
            return made;
    }
    Question wheels;
    wheels.argv = {QStringLiteral("python3"), path(QStringLiteral("wheels/make-wheels.py")),
                   path(QStringLiteral("wheels")), path(QStringLiteral("forks/")) + libraryName};
    wheels.environment = {{QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1")}};
    if (auto made = runProgram(wheels, stop); !made)
        return made;
    return writeGuide(report(stop));
}

Result<void> SampleWorkspace::makeRepository(const QString &name, std::stop_token stop) const
{
    const QString clone = path(QStringLiteral("forks/")) + name;
    if (auto copied = copyResourceFolder(QStringLiteral(":/sample/") + name, clone); !copied)
        return copied;
    const QList<QStringList> start{
        {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"),
         QStringLiteral("main")},
        {QStringLiteral("config"), QStringLiteral("user.name"), QStringLiteral("Slipway sample")},
        {QStringLiteral("config"), QStringLiteral("user.email"),
         QStringLiteral("sample@example.org")},
        {QStringLiteral("config"), QStringLiteral("commit.gpgSign"), QStringLiteral("false")}};
    if (auto started = gitAll(clone, start, stop); !started)
        return started;
    if (name == stackName) {
        if (auto committed = commitEarlierUpdate(clone, stop); !committed)
            return committed;
    } else {
        const QList<QStringList> commit{{QStringLiteral("add"), QStringLiteral("-A")},
                                        {QStringLiteral("commit"), QStringLiteral("-q"),
                                         QStringLiteral("-m"), QStringLiteral("Versão inicial")}};
        if (auto committed = gitAll(clone, commit, stop); !committed)
            return committed;
    }
    return publish(name, stop);
}

/// The branch of an update is used again and again: the remote already has one of that name,
/// merged into main.
Result<void> SampleWorkspace::commitEarlierUpdate(const QString &clone, std::stop_token stop) const
{
    const QString dockerfile = clone + QStringLiteral("/api/Dockerfile");
    if (auto done = replaceInFile(dockerfile, versionNow, versionBefore); !done)
        return done;
    const QString q = QStringLiteral("-q"), m = QStringLiteral("-m");
    const QString commit = QStringLiteral("commit"), checkout = QStringLiteral("checkout");
    if (auto done = gitAll(clone,
                           {{QStringLiteral("add"), QStringLiteral("-A")},
                            {commit, q, m, QStringLiteral("Versão inicial")},
                            {checkout, q, QStringLiteral("-b"), updateBranch}},
                           stop);
        !done)
        return done;
    if (auto done = replaceInFile(dockerfile, versionBefore, versionNow); !done)
        return done;
    return gitAll(clone,
                  {{commit, q, QStringLiteral("-a"), m, QStringLiteral("Atualização de pacotes")},
                   {checkout, q, QStringLiteral("main")},
                   {QStringLiteral("merge"), q, QStringLiteral("--no-ff"),
                    QStringLiteral("--no-edit"), updateBranch}},
                  stop);
}

Result<void> SampleWorkspace::publish(const QString &name, std::stop_token stop) const
{
    const QString clone = path(QStringLiteral("forks/")) + name;
    const QString remote = path(QStringLiteral("remotes/")) + name + QStringLiteral(".git");
    const QString q = QStringLiteral("-q"), origin = QStringLiteral("origin");
    if (!QDir().mkpath(remote))
        return fileError(remote, EACCES);
    if (auto done = git(remote,
                        {QStringLiteral("init"), q, QStringLiteral("--bare"), QStringLiteral("-b"),
                         QStringLiteral("main")},
                        stop);
        !done)
        return done;
    if (auto done = gitAll(
            clone,
            {{QStringLiteral("remote"), QStringLiteral("add"), origin, remote},
             {QStringLiteral("push"), q, QStringLiteral("-u"), origin, QStringLiteral("--all")},
             {QStringLiteral("remote"), QStringLiteral("set-head"), origin,
              QStringLiteral("main")}},
            stop);
        !done)
        return done;
    if (name != stackName)
        return {};
    return git(clone, {QStringLiteral("branch"), q, QStringLiteral("-D"), updateBranch}, stop);
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
    // Debian's setuptools works with Debian's Python only, whatever python3 is in the PATH.
    report.inputs = {
        QStringLiteral("library=") + report.library, QStringLiteral("model=") + report.model,
        QStringLiteral("stack=") + report.stack, QStringLiteral("python=/usr/bin/python3")};
    QStringList words;
    for (const QString &setting : report.environment)
        words << quotedForShell(setting);
    words << QStringLiteral("slipway") << QStringLiteral("run") << QStringLiteral("package-update");
    for (const QString &input : report.inputs)
        words << QStringLiteral("--input") << quotedForShell(input);
    report.commandLine = words.join(u' ');
    if (QDir(QStringLiteral("/usr/share/python-wheels"))
            .entryList({QStringLiteral("setuptools-*.whl"), QStringLiteral("wheel-*.whl")})
            .size() < 2)
        report.notes << Message(
            QT_TRANSLATE_NOOP("Slipway::Message",
                              "The sample's library cannot be built on this machine yet: install "
                              "the packages python3-venv, python3-pip-whl, python3-setuptools-whl "
                              "and python3-wheel-whl, then lay the sample down again."));
    if (!hasEngine(stop))
        report.notes << Message(
            QT_TRANSLATE_NOOP("Slipway::Message",
                              "No Docker engine answers: a run on the sample will stop at its "
                              "first Docker step. Start the engine, then run %1."),
            {path(QStringLiteral("base-image/make-base-image.sh"))});
    return report;
}

Result<void> SampleWorkspace::writeGuide(const SampleReport &report) const
{
    QFile source(QStringLiteral(":/sample/README.txt"));
    if (!source.open(QIODevice::ReadOnly))
        return fileError(source.fileName(), ENOENT);
    QByteArray text = source.readAll();
    text.replace("@COMMAND@", report.commandLine.toUtf8());
    text.replace("@ENVIRONMENT@", report.environment.join(u' ').toUtf8());
    return writeFileDurably(path(QStringLiteral("README.txt")), text);
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
