// SPDX-License-Identifier: MIT
#include "tests/injection/injectionworld.h"

#include "core/base/files.h"
#include "core/steps/inventoryobject.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <sys/stat.h>

namespace Slipway {

namespace {

QString keyOf(const Question &question)
{
    QStringList words = question.argv;
    words << QStringLiteral("\x1e") << question.directory;
    for (auto it = question.environment.cbegin(); it != question.environment.cend(); ++it)
        words << it.key() << it.value();
    return words.join(QChar(0x1f)) + QString::fromUtf8(question.input);
}

QByteArray dockerAnswers(const QString &stack)
{
    const QByteArray labels = "\"Labels\": {\"com.docker.compose.project\": \"stack\", "
                              "\"com.docker.compose.service\": \"api\", "
                              "\"com.docker.compose.project.working_dir\": \"" +
                              stack.toUtf8() + "\"}";
    const QByteArray container =
        "[{\"Id\": \"c0ffee\", \"Name\": \"/api\", \"Created\": \"2026-01-01T00:00:00Z\", "
        "\"Image\": \"sha256:1\", \"Config\": {" +
        labels +
        "}, \"State\": {\"Status\": \"running\", \"StartedAt\": \"2026-01-01T00:00:00Z\", "
        "\"FinishedAt\": \"0001-01-01T00:00:00Z\"}}]";
    const QByteArray image = "[{\"Id\": \"sha256:1\", \"RepoTags\": [], \"RepoDigests\": [], "
                             "\"Config\": {\"Labels\": {}}}]";
    return "case \"$*\" in\n"
           "'version '*) echo '{\"Client\": {\"Version\": \"24.0\"}, \"Server\": {\"Version\": "
           "\"24.0\", \"Os\": \"linux\", \"Arch\": \"amd64\"}}' ;;\n"
           "'compose version '*) echo 2.20.0 ;;\n"
           "*'config --services') echo api ;;\n"
           "'ps '*) echo c0ffee ;;\n"
           "'container inspect '*) echo '" +
           container +
           "' ;;\n"
           "'image inspect '*) echo '" +
           image +
           "' ;;\n"
           "*' pip list '*|*' -m pip '*) echo 'pip==23.0' ;;\n"
           "esac\n";
}

} // namespace

InjectionWorld::InjectionWorld()
    : m_programs(m_git.scratch() + QStringLiteral("/programs"))
    , m_calls(m_git.scratch() + QStringLiteral("/calls"))
    , m_pathBefore(qgetenv("PATH"))
{
    QDir().mkpath(m_programs);
    makeFiles();
    makePrograms();
    qputenv("PATH", m_programs.toUtf8() + ':' + m_pathBefore);
    reset();
}

InjectionWorld::~InjectionWorld()
{
    qputenv("PATH", m_pathBefore);
}

/// The template that reset() copies.
void InjectionWorld::makeFiles()
{
    const auto write = [this](const char *path, const QByteArray &bytes) {
        m_git.write(QString::fromUtf8(path), bytes);
    };
    write("project/CHANGELOG.md", "# Changes\n\n## 1.2.3 - 2026-01-02\n\n- All.\n");
    write("project/Dockerfile", "FROM scratch AS base\nRUN pip install torch==2.8.0\n");
    write("project/pyproject.toml", "[project]\nname = \"api\"\nversion = \"1.2.3\"\n"
                                    "dependencies = [\"torch==2.8.0\"]\n");
    write("project/requirements.txt", "torch==2.8.0\n");
    write("project/kept.txt", "one line\n");
    write("stack/compose.yaml", "services: {api: {image: api}}\n");
    // Nobody listens there: a file of tags that is none would have it asked.
    write("stack/images.yaml", "services:\n  api:\n    image: 127.0.0.1:1/api:1.0\n");
    write("stack/tags.txt", "1.0\n1.1\n2.0\n");
    write("venv/bin/python", "#!/bin/sh\nexec '" + m_programs.toUtf8() + "/python3' \"$@\"\n");
    QFile::setPermissions(m_git.absolute(QStringLiteral("venv/bin/python")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write("wheels/README", "none\n");
    write("password", "not so secret\n");
    m_git.write(outside() + QStringLiteral("/kept.txt"), "kept\n");
    for (const char *name : {"kept.txt", "pyproject.toml", "requirements.txt"})
        m_git.write(outside() + QStringLiteral("/race/") + QLatin1String(name),
                    m_git.read(QStringLiteral("project/") + QLatin1String(name)));
    for (const char *folder : {"", "project/"}) {
        const QString base = m_git.absolute(QString::fromUtf8(folder));
        QFile::link(outside(), base + QStringLiteral("/leak"));
        QFile::link(outside() + QStringLiteral("/kept.txt"), base + QStringLiteral("/leakfile"));
    }
    QFile::link(outside(), m_git.absolute(QStringLiteral("repo/leak")));
    ::mkfifo(m_git.absolute(QStringLiteral("project/pipe")).toLocal8Bit().constData(), 0600);
    m_git.call(
        {QStringLiteral("git"), QStringLiteral("clone"), m_git.remote(), QStringLiteral("clean")});
    m_git.write(QStringLiteral("repo/pins.txt"), "torch==2.9.0\n"); // something to commit
    m_git.call({QStringLiteral("cp"), QStringLiteral("-a"), m_git.workspace(),
                m_git.scratch() + QStringLiteral("/template")});
    m_git.call({QStringLiteral("cp"), QStringLiteral("-a"), m_git.remote(),
                m_git.scratch() + QStringLiteral("/template.git")});
    m_git.call({QStringLiteral("cp"), QStringLiteral("-a"), outside(),
                m_git.scratch() + QStringLiteral("/template.outside")});
}

void InjectionWorld::program(const QString &name, const QByteArray &answers) const
{
    const QString file = m_programs + u'/' + name;
    m_git.write(file, "#!/bin/sh\nprintf '%s\\0' \"$0\" \"$@\" >> '" + m_calls.toUtf8() +
                          "'\nprintf '\\036\\0' >> '" + m_calls.toUtf8() + "'\n" + answers);
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void InjectionWorld::makePrograms()
{
    program(QStringLiteral("docker"), dockerAnswers(m_git.absolute(QStringLiteral("stack"))));
    program(QStringLiteral("python3"), "echo 'pip==23.0'\n");
    program(QStringLiteral("curl"), "printf 200\n");
    program(QStringLiteral("recorder"), "env -0 >> '" + m_calls.toUtf8() +
                                            "'\nprintf '\\036\\0' >> '" + m_calls.toUtf8() + "'\n");
}

QString InjectionWorld::inventory() const
{
    const auto stored =
        putInventory(m_git.context(), QStringLiteral("api"), "torch==2.9.0\npip==23.0\n");
    if (!stored)
        qFatal("%s", qPrintable(stored.error().message()));
    return *stored;
}

StepContext InjectionWorld::context()
{
    StepContext context = m_git.context();
    context.ask = [this](const Question &question) -> Result<Reply> {
        m_questions.append(question.argv);
        const QString key = keyOf(question);
        const auto known = m_replies.constFind(key);
        if (known != m_replies.cend())
            return *known;
        // Nothing changes between two plans, so that an answer stays right.
        return *m_replies.insert(key, ask(question));
    };
    return context;
}

Intent InjectionWorld::intentOf(const Plan &plan, const Value::Map &with)
{
    const auto stored = Plan::fromJson(plan.toJson());
    if (!stored)
        qFatal("%s", qPrintable(stored.error().message()));
    return {m_git.context().runId,
            ++m_attempts,
            QStringLiteral("step"),
            {},
            m_git.context().effectKey,
            with,
            *stored};
}

Outcome InjectionWorld::run(const Kind &kind, const Intent &intent)
{
    return m_git.run(kind, intent);
}

QList<QByteArrayList> InjectionWorld::takeCalls()
{
    const QByteArray bytes = readFile(m_calls).valueOr({});
    QFile::remove(m_calls);
    QList<QByteArrayList> calls;
    QByteArrayList call;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\0', at);
        const QByteArray word = bytes.mid(at, end - at);
        at = end + 1;
        if (word != "\x1e") {
            call.append(word);
            continue;
        }
        calls.append(call);
        call.clear();
    }
    return calls;
}

void InjectionWorld::reset()
{
    const QString scratch = m_git.scratch();
    const QList<QPair<QString, QString>> places{{QStringLiteral("template"), m_git.workspace()},
                                                {QStringLiteral("template.git"), m_git.remote()},
                                                {QStringLiteral("template.outside"), outside()}};
    QByteArray lines;
    for (const auto &[from, to] : places)
        lines += "rm -rf -- " + shellWord(to) + "\ncp -a -- " + shellWord(scratch + u'/' + from) +
                 ' ' + shellWord(to) + '\n';
    m_shell.run(lines);
}

void InjectionWorld::makeRace() const
{
    for (const char *name : {"kept.txt", "pyproject.toml", "requirements.txt"})
        m_git.write(QStringLiteral("race/") + QLatin1String(name),
                    m_git.read(QStringLiteral("project/") + QLatin1String(name)));
    QFile::link(outside() + QStringLiteral("/race"), m_git.absolute(QStringLiteral("link")));
}

QByteArray InjectionWorld::stateOutside() const
{
    QByteArrayList lines;
    for (const QString &folder : {outside(), m_git.scratch() + QStringLiteral("/home")}) {
        QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo info(files.next());
            const QByteArray bytes = info.isFile() ? readFile(info.filePath()).valueOr({}) : "";
            lines.append(info.filePath().toUtf8() + ' ' +
                         QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        }
    }
    std::sort(lines.begin(), lines.end());
    const QStringList beside =
        QDir(m_git.scratch())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : beside) {
        if (name != u"calls")
            lines.append(name.toUtf8());
    }
    return lines.join('\n');
}

} // namespace Slipway
