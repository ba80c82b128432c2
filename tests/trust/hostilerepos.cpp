// SPDX-License-Identifier: MIT
#include "tests/trust/hostilerepos.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

const QString listName = QStringLiteral("release.checklist.yaml");

/// A checklist that passes every check and waits for its chance.
QByteArray listOf(const QByteArray &steps)
{
    return "slipway: 1\nname: release\ntitle: Release\ninputs:\n  repo: {type: directory, "
           "default: .}\nstages:\n- name: s\n  steps:\n" +
           steps;
}

QByteArray including(const QByteArray &path)
{
    return listOf("  - {id: g, include: '" + path + "'}\n");
}

const QByteArray group = "slipway: 1\nsteps:\n- {id: b, uses: command, with: {run: ['true']}}\n";

} // namespace

HostileRepos::HostileRepos(QString folder) : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder + QStringLiteral("/canaries"));
}

QStringList HostileRepos::make()
{
    makeConfigurations();
    makeHooks();
    makeOtherGits();
    makeIncludes();
    makeFiles();
    makeTexts();
    makeSteps();
    return m_checklists;
}

QStringList HostileRepos::canaries() const
{
    return QDir(m_folder + QStringLiteral("/canaries"))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// A new folder, and in it a checklist that is fine until it is written over.
QString HostileRepos::begin(const QString &name)
{
    m_repo = QStringLiteral("%1/%2-%3").arg(m_folder).arg(m_checklists.size()).arg(name);
    QDir().mkpath(m_repo);
    const QString list = write(listName, listOf("  - {id: a, uses: command, with: {shell: true, "
                                                "run: ['" +
                                                trap(QStringLiteral("step")) + "']}}\n"));
    m_checklists.append(list);
    return list;
}

QString HostileRepos::write(const QString &name, const QByteArray &bytes, bool isProgram) const
{
    const QString path = m_repo + u'/' + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    if (isProgram)
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    return path;
}

void HostileRepos::link(const QString &target, const QString &name) const
{
    const QString path = m_repo + u'/' + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile::remove(path);
    if (!QFile::link(target, path))
        qFatal("cannot link %s", qPrintable(path));
}

/// A command that says it was there.
QByteArray HostileRepos::trap(const QString &name) const
{
    return QStringLiteral("touch %1/canaries/%2-%3")
        .arg(m_folder, QFileInfo(m_repo).fileName(), name)
        .toUtf8();
}

void HostileRepos::makeGit(const QByteArray &config, const QByteArray &attributes) const
{
    write(QStringLiteral(".git/HEAD"), "ref: refs/heads/main\n");
    write(QStringLiteral(".git/config"), "[core]\n\trepositoryformatversion = 0\n" + config);
    QDir().mkpath(m_repo + QStringLiteral("/.git/objects/info"));
    QDir().mkpath(m_repo + QStringLiteral("/.git/refs/heads"));
    if (!attributes.isEmpty())
        write(QStringLiteral(".gitattributes"), attributes);
}

/// What git starts, by itself or for the next command, because a configuration says so.
void HostileRepos::makeConfigurations()
{
    const QList<std::pair<QByteArray, QByteArray>> settings{{"core", "fsmonitor"},
                                                            {"core", "sshCommand"},
                                                            {"core", "pager"},
                                                            {"core", "editor"},
                                                            {"core", "askPass"},
                                                            {"core", "gitProxy"},
                                                            {"core", "alternateRefsCommand"},
                                                            {"sequence", "editor"},
                                                            {"credential", "helper"},
                                                            {"gpg", "program"},
                                                            {"gpg \"ssh\"", "program"},
                                                            {"diff", "external"},
                                                            {"alias", "status"},
                                                            {"pager", "log"},
                                                            {"uploadpack", "packObjectsHook"},
                                                            {"remote \"origin\"", "uploadpack"},
                                                            {"remote \"origin\"", "receivepack"},
                                                            {"remote \"origin\"", "vcs"},
                                                            {"interactive", "diffFilter"},
                                                            {"man \"x\"", "cmd"},
                                                            {"mergetool \"x\"", "cmd"},
                                                            {"browser \"x\"", "cmd"},
                                                            {"web", "browser"},
                                                            {"submodule \"x\"", "update"},
                                                            {"trailer \"x\"", "command"}};
    for (const auto &[section, key] : settings) {
        begin(QStringLiteral("config"));
        const QByteArray value = (section == "alias" || section == "submodule \"x\"" ? "!" : "") +
                                 trap(QString::fromUtf8(key));
        makeGit("[" + section + "]\n\t" + key + " = \"" + value + "\"\n");
    }
    begin(QStringLiteral("filter"));
    makeGit("[filter \"x\"]\n\tclean = " + trap(QStringLiteral("clean")) +
                "\n\tsmudge = " + trap(QStringLiteral("smudge")) +
                "\n\tprocess = " + trap(QStringLiteral("process")) + "\n\trequired = true\n",
            "* filter=x\n");
    begin(QStringLiteral("textconv"));
    makeGit("[diff \"x\"]\n\ttextconv = " + trap(QStringLiteral("textconv")) +
                "\n\tcommand = " + trap(QStringLiteral("command")) + "\n",
            "* diff=x\n");
    begin(QStringLiteral("merge-driver"));
    makeGit("[merge \"x\"]\n\tdriver = " + trap(QStringLiteral("driver")) + "\n", "* merge=x\n");
    begin(QStringLiteral("ext"));
    makeGit("[remote \"origin\"]\n\turl = ext::sh -c " + trap(QStringLiteral("ext")) +
            "\n[protocol]\n\tallow = always\n[protocol \"ext\"]\n\tallow = always\n");
    begin(QStringLiteral("safe"));
    makeGit("[safe]\n\tdirectory = *\n\tbareRepository = all\n[core]\n\tworktree = /\n");
}

void HostileRepos::makeHooks()
{
    for (const char *name : {"post-checkout", "pre-commit", "reference-transaction",
                             "fsmonitor-watchman", "post-index-change", "pre-push"}) {
        begin(QStringLiteral("hook"));
        makeGit({});
        write(QLatin1String(".git/hooks/") + QLatin1String(name),
              "#!/bin/sh\n" + trap(QLatin1String(name)) + '\n', true);
    }
    begin(QStringLiteral("hooks-path"));
    makeGit("[core]\n\thooksPath = tools\n");
    write(QStringLiteral("tools/post-checkout"), "#!/bin/sh\n" + trap(QStringLiteral("tool")),
          true);
}

/// .git that is no folder, lies elsewhere, or takes its settings from elsewhere.
void HostileRepos::makeOtherGits()
{
    begin(QStringLiteral("include"));
    makeGit("[include]\n\tpath = ../../../../../../../../etc/passwd\n\tpath = ../evil\n"
            "[includeIf \"gitdir:/**\"]\n\tpath = ../evil\n");
    write(QStringLiteral("evil"), "[core]\n\tfsmonitor = " + trap(QStringLiteral("evil")) + '\n');
    begin(QStringLiteral("gitfile"));
    write(QStringLiteral(".git"), "gitdir: ../0-config/.git\n");
    begin(QStringLiteral("gitlink"));
    link(QStringLiteral("../0-config/.git"), QStringLiteral(".git"));
    begin(QStringLiteral("gitpipe"));
    ::mkfifo(QFile::encodeName(m_repo + QStringLiteral("/.git")).constData(), 0600);
    begin(QStringLiteral("submodule"));
    makeGit("[submodule \"../../x\"]\n\turl = -u./evil\n");
    write(QStringLiteral(".gitmodules"),
          "[submodule \"../../x\"]\n\tpath = x\n\turl = ext::" + trap(QStringLiteral("module")) +
              "\n\tupdate = !" + trap(QStringLiteral("update")) + '\n');
    begin(QStringLiteral("alternates"));
    makeGit({});
    write(QStringLiteral(".git/objects/info/alternates"), "/proc/self/root\n");
}

/// Files that a checklist takes in, or says so.
void HostileRepos::makeIncludes()
{
    for (const char *path :
         {"../../../../../../etc/passwd", "/etc/passwd", "../0-config/evil", "a/../../x.yaml",
          "missing.yaml", "groups", "release.checklist.yaml", "-rf", "${{ inputs.repo }}", "."}) {
        const QString list = begin(QStringLiteral("outside"));
        write(listName, including(path));
        QDir().mkpath(m_repo + QStringLiteral("/groups"));
    }
    for (const char *target : {"/etc/passwd", "/dev/zero", "/proc/self/environ", "/dev/tty",
                               "../0-config/release.checklist.yaml", "g.yaml", "nowhere"}) {
        begin(QStringLiteral("linked"));
        write(listName, including("g.yaml"));
        link(QLatin1String(target), QStringLiteral("g.yaml"));
    }
    begin(QStringLiteral("linked-folder"));
    write(listName, including("out/passwd"));
    link(QStringLiteral("/etc"), QStringLiteral("out"));
    begin(QStringLiteral("pipe"));
    write(listName, including("g.yaml"));
    ::mkfifo(QFile::encodeName(m_repo + QStringLiteral("/g.yaml")).constData(), 0600);
    begin(QStringLiteral("circle"));
    write(listName, including("g.yaml"));
    write(QStringLiteral("g.yaml"), "slipway: 1\nsteps:\n- {id: x, include: g.yaml}\n");
    begin(QStringLiteral("giant-include"));
    write(listName, including("g.yaml"));
    write(QStringLiteral("g.yaml"), group);
    QFile(m_repo + QStringLiteral("/g.yaml")).resize(qint64(4) * 1024 * 1024 * 1024);
    begin(QStringLiteral("many"));
    QByteArray steps;
    for (int i = 0; i < 300; ++i) {
        const QByteArray name = "g" + QByteArray::number(i);
        steps += "  - {id: " + name + ", include: " + name + ".yaml}\n";
        write(QString::fromLatin1(name) + QStringLiteral(".yaml"),
              group + '#' + QByteArray(100'000, 'x') + '\n');
    }
    write(listName, listOf(steps));
}

/// What stands where a checklist should be.
void HostileRepos::makeFiles()
{
    const auto replaced = [this](const QString &name) {
        const QString list = begin(name);
        QFile::remove(list);
        return QFile::encodeName(list);
    };
    ::mkfifo(replaced(QStringLiteral("list-pipe")).constData(), 0600);
    ::mkdir(replaced(QStringLiteral("list-folder")).constData(), 0700);
    for (const char *target : {"/dev/zero", "/dev/random", "/dev/tty", "/proc/self/mem",
                               "release.checklist.yaml", "nowhere", "/etc/passwd"}) {
        begin(QStringLiteral("list-link"));
        link(QLatin1String(target), listName);
    }
    // Removed again at once, the name of the socket stays.
    const QByteArray place = replaced(QStringLiteral("list-socket"));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (size_t(place.size()) < sizeof address.sun_path) {
        std::copy(place.cbegin(), place.cend(), address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        ::close(socket);
    }
    const QString giant = begin(QStringLiteral("list-giant"));
    QFile(giant).resize(qint64(4) * 1024 * 1024 * 1024);
    const QString closed = begin(QStringLiteral("list-closed"));
    QFile::setPermissions(closed, {});
    for (const char *name :
         {"\033[2J\033[1;1H.checklist.yaml", "a\nb.checklist.yaml", "\u202elmay.checklist.yaml",
          "$(touch x).checklist.yaml", "-rf.checklist.yaml", "%n%s.checklist.yaml"}) {
        const QString list = begin(QStringLiteral("list-name"));
        const QString renamed = m_repo + u'/' + QString::fromUtf8(name);
        if (!QFile::rename(list, renamed))
            qFatal("cannot rename to %s", name);
        m_checklists.last() = renamed;
    }
}

/// Bytes that are not what they look like.
void HostileRepos::makeTexts()
{
    QByteArray aliases = "a0: &a0 x\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = QByteArray::number(i - 1);
        aliases += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + before +
                   ", *a" + before + "]\n";
    }
    const QList<QByteArray> texts{
        aliases,
        "&a [*a]",
        QByteArray(1'000'000, '['),
        QByteArray(1'000'000, '{'),
        QByteArray(1'000'000, '-'),
        "? " + QByteArray(100'000, '?'),
        QByteArray("slipway: 1\0name: x\n", 19),
        "\xff\xfeslipway: 1\n",
        "slipway: 1 # \xe2\x80\xae evil \xe2\x80\xac\n",
        "!!python/object/apply:os.system ['touch x']",
        "!shell touch x",
        "%YAML 9.9\n---\n...\n---\n",
        listOf("  - {id: a, uses: command, with: {run: ['a\\x1b[2J']}}\n"),
        listOf("  - {id: a, uses: command, title: \"\\u202e\\x1b[2J\", with: {run: [\"\\x1b]0;x\\a"
               "\\u202e\"]}}\n"),
        listOf("  - {id: a, uses: command, with: {run: ['" + QByteArray(900'000, 'x') + "']}}\n"),
        "slipway: 1\nname: x\ntitle: '" + QByteArray(900'000, 'W') + "'\nstages: []\n",
    };
    for (const QByteArray &text : texts) {
        begin(QStringLiteral("text"));
        write(listName, text);
    }
    begin(QStringLiteral("thousand"));
    QByteArray steps;
    for (int i = 0; i < 1000; ++i)
        steps += "  - {id: s" + QByteArray::number(i) + ", uses: command, with: {run: [\"" +
                 trap(QString::number(i)) + "\"]}}\n";
    write(listName, listOf(steps));
}

/// Steps that would do it at once, were they to plan.
void HostileRepos::makeSteps()
{
    const QByteArray shell = trap(QStringLiteral("x"));
    for (const QByteArray &step :
         {QByteArray("uses: git.push, with: {in: '${{ inputs.repo }}'}, env: "
                     "{GIT_SSH_COMMAND: '" +
                     shell + "'}"),
          QByteArray("uses: git.commit, with: {in: '${{ inputs.repo }}', message: x, "
                     "all-changes: true}"),
          QByteArray("uses: git.clone, with: {url: 'ext::sh -c x', to: x}"),
          QByteArray("uses: http.check, with: {url: 'http://127.0.0.1:9/'}"),
          QByteArray("uses: docker.compose, with: {in: '${{ inputs.repo }}', action: up}"),
          QByteArray("uses: python.build, with: {in: '${{ inputs.repo }}', python: ./evil}"),
          QByteArray("uses: files.copy, with: {from: /etc, to: x}"),
          QByteArray("uses: command, with: {run: [./evil]}, probe: {run: [./evil]}"),
          QByteArray("uses: command, mode: manual, with: {run: [./evil]}"),
          QByteArray("uses: command, foreach: '${{ range(1000) }}', with: {run: [./evil]}")}) {
        begin(QStringLiteral("step"));
        makeGit("[core]\n\tfsmonitor = " + trap(QStringLiteral("fsmonitor")) + '\n');
        write(QStringLiteral("evil"), "#!/bin/sh\n" + trap(QStringLiteral("evil")) + '\n', true);
        write(QStringLiteral("compose.yaml"), "services: {a: {image: x, build: .}}\n");
        write(listName, listOf("  - {id: a, " + step + "}\n"));
    }
}
