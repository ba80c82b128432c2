// SPDX-License-Identifier: MIT
#include "tests/crash/crashscenario.h"

#include "tests/crash/answeringserver.h"

namespace {

/// Collects what differs from what must be.
class Wrongs final
{
public:
    void mustBe(const char *what, const QByteArray &is, const QByteArray &meant)
    {
        if (is != meant)
            m_wrongs.append(
                QStringLiteral("%1 is «%2», not «%3»")
                    .arg(QLatin1String(what), QString::fromUtf8(is), QString::fromUtf8(meant)));
    }
    void mustBe(const char *what, const QStringList &is, const QStringList &meant)
    {
        mustBe(what, is.join(u' ').toUtf8(), meant.join(u' ').toUtf8());
    }
    operator QStringList() const { return m_wrongs; }

private:
    QStringList m_wrongs;
};

QByteArray document(const QByteArray &steps)
{
    QByteArray text = "slipway: 1\nname: crash\ntitle: Crash\nstages:\n  - name: all\n    title: "
                      "All\n    steps:\n" +
                      steps;
    if (text.contains("SERVER"))
        text.replace("SERVER", AnsweringServer::instance().address());
    return text;
}

// Commands of every sort; each appends one line to a file of its own.
const QByteArray commandSteps = R"yaml(
      - {id: plain, uses: command, with: {run: 'echo once >> @/plain', shell: true}}
      - {id: safe, uses: command, again: safe, with: {run: 'echo once >> @/safe', shell: true}}
      - id: probed
        uses: command
        with:
          run: 'echo once >> @/probed'
          shell: true
          probe: {run: [bash, -c, '[ -e @/probed ] || exit 10']}
      - id: each
        uses: command
        foreach: ${{ fromJson('["a", "b"]') }}
        with: {run: 'echo $NAME >> @/each; echo printed $NAME', shell: true, env: {NAME: '${{ item }}'}, output: text}
      - {id: whole, uses: check, with: {message: It must be so, that: "${{ length(steps.each.all) == 2 }}"}}
)yaml";

QStringList commandWrongs(const CrashWorld &world, const QString &)
{
    Wrongs wrongs;
    for (const char *name : {"plain", "safe", "probed"})
        wrongs.mustBe(name, world.read(QLatin1String(name)), "once\n");
    QList<QByteArray> each = world.read(QStringLiteral("each")).split('\n');
    std::sort(each.begin(), each.end());
    wrongs.mustBe("each", each.join(' '), " a b");
    return wrongs;
}

const QByteArray fileSteps = R"yaml(
      - {id: copy, uses: files.copy, with: {from: '@/source', to: copied}}
      - {id: replace, uses: files.replace, with: {file: copied/one.txt, find: 'value 1', replace: 'value 2'}}
      - {id: bump, uses: version.bump, with: {file: copied/pyproject.toml, pattern: '^version = "(.+)"$'}}
      - {id: spare, uses: files.copy, with: {from: '@/source/deep', to: spare}}
      - {id: delete, uses: files.delete, with: {path: spare}}
)yaml";

void prepareFiles(const CrashWorld &world)
{
    world.write(QStringLiteral("source/one.txt"), "value 1\n");
    world.write(QStringLiteral("source/pyproject.toml"), "name = \"x\"\nversion = \"1.2.3\"\n");
    world.write(QStringLiteral("source/deep/two.txt"), "two");
}

QStringList fileWrongs(const CrashWorld &world, const QString &run)
{
    Wrongs wrongs;
    const QString work = world.workspace(run);
    const QString copied = QStringLiteral("home/data/runs/%1/work/copied/").arg(run);
    wrongs.mustBe("one.txt", world.read(copied + QStringLiteral("one.txt")), "value 2\n");
    wrongs.mustBe("pyproject.toml", world.read(copied + QStringLiteral("pyproject.toml")),
                  "name = \"x\"\nversion = \"1.2.4\"\n");
    wrongs.mustBe("two.txt", world.read(copied + QStringLiteral("deep/two.txt")), "two");
    wrongs.mustBe("the copy", world.files(work + QStringLiteral("/copied")),
                  {QStringLiteral("deep"), QStringLiteral("deep/two.txt"),
                   QStringLiteral("one.txt"), QStringLiteral("pyproject.toml")});
    wrongs.mustBe("the deleted folder", world.files(work).filter(QStringLiteral("spare")), {});
    wrongs.mustBe("what is left over", world.leftovers(work), {});
    wrongs.mustBe("the source", world.read(QStringLiteral("source/one.txt")), "value 1\n");
    return wrongs;
}

// Several files in each edit.
const QByteArray packageSteps = R"yaml(
      - {id: unpin, uses: packages.unpin, with: {in: '@/repo', files: [Dockerfile, requirements.txt]}}
      - {id: freeze, uses: packages.freeze, with: {venv: '@/venv', to: frozen.txt}}
      - id: pin
        uses: packages.pin
        with:
          in: '@/repo'
          files: [Dockerfile, requirements.txt]
          from: ['${{ steps.freeze.outputs.inventory }}']
          record: ${{ steps.unpin.outputs.record }}
      - {id: pinned, uses: check, with: {message: It must be so, that: "${{ steps.pin.outputs.count == 3 }}"}}
)yaml";

// Half an edit that was planned upon would count less.
const QByteArray unpinnedStep = R"yaml(
      - {id: whole, uses: check, with: {message: It must be so, that: "${{ steps.unpin.outputs.count == 3 }}"}}
)yaml";

void preparePackages(const CrashWorld &world)
{
    world.write(QStringLiteral("repo/Dockerfile"),
                "FROM python:3\nRUN pip install mlflow==2.9.2 \\\n    requests==2.31.0\n");
    world.write(QStringLiteral("repo/requirements.txt"), "numpy==1.26.4\n");
    world.write(QStringLiteral("venv/bin/python"),
                "#!/bin/sh\nprintf 'mlflow==3.1\\nrequests==2.32.5\\nnumpy==2.1\\npip==25.0\\n'\n",
                true);
}

QStringList packageWrongs(const CrashWorld &world, const QString &run)
{
    Wrongs wrongs;
    wrongs.mustBe("Dockerfile", world.read(QStringLiteral("repo/Dockerfile")),
                  "FROM python:3\nRUN pip install mlflow==3.1 \\\n    requests==2.32.5\n");
    wrongs.mustBe("requirements.txt", world.read(QStringLiteral("repo/requirements.txt")),
                  "numpy==2.1\n");
    wrongs.mustBe("the repository", world.files(world.path(QStringLiteral("repo"))),
                  {QStringLiteral("Dockerfile"), QStringLiteral("requirements.txt")});
    wrongs.mustBe("the workspace", world.files(world.workspace(run)),
                  {QStringLiteral("frozen.txt")});
    return wrongs;
}

const QByteArray gitSteps = R"yaml(
      - {id: clone, uses: git.clone, with: {url: '@/remote.git', to: clone}}
      - {id: branch, uses: git.branch, with: {in: clone, name: update}}
      - {id: edit, uses: files.replace, with: {in: clone, file: count.txt, find: 'value 0', replace: 'value 1'}}
      - {id: commit, uses: git.commit, with: {in: clone, message: 'Change it', paths: [count.txt]}}
      - {id: push, uses: git.push, with: {in: clone, branch: update}}
      - id: merge
        uses: git.merge
        with: {in: clone, from: origin/other, message: 'Merge it', prefer: {update: [count.txt]}}
)yaml";

void prepareGit(const CrashWorld &world)
{
    const QString remote =
        world.makeRemote(QStringLiteral("remote"), {{QStringLiteral("count.txt"), "value 0\n"}});
    const QString other = world.path(QStringLiteral("other-clone"));
    world.git(world.path(), {QStringLiteral("clone"), remote, other});
    world.git(other,
              {QStringLiteral("switch"), QStringLiteral("--create"), QStringLiteral("other")});
    world.write(QStringLiteral("other-clone/count.txt"), "value 9\n");
    world.write(QStringLiteral("other-clone/more.txt"), "more\n");
    world.git(other, {QStringLiteral("add"), QStringLiteral("--all")});
    world.git(other, {QStringLiteral("commit"), QStringLiteral("--message=Elsewhere")});
    world.git(other, {QStringLiteral("push"), QStringLiteral("origin"), QStringLiteral("other")});
}

QStringList gitWrongs(const CrashWorld &world, const QString &run)
{
    Wrongs wrongs;
    const QString remote = world.path(QStringLiteral("remote.git"));
    const QString clone = world.workspace(run) + QStringLiteral("/clone");
    const auto git = [&](const QString &in, const char *arguments) {
        return world.git(in, QString::fromLatin1(arguments).split(u' '));
    };
    wrongs.mustBe("the remote's commits", git(remote, "log --format=%s update"),
                  "Change it\nBegin");
    wrongs.mustBe("the remote's branches", git(remote, "for-each-ref --format=%(refname)"),
                  "refs/heads/main\nrefs/heads/other\nrefs/heads/update");
    wrongs.mustBe("main", git(remote, "log --format=%s main"), "Begin");
    wrongs.mustBe("the file", git(remote, "show update:count.txt"), "value 1");
    wrongs.mustBe("the clone", git(clone, "log --first-parent --format=%s update"),
                  "Merge it\nChange it\nBegin");
    wrongs.mustBe("merged into", git(clone, "rev-parse update^1"), git(remote, "rev-parse update"));
    wrongs.mustBe("merged", git(clone, "rev-parse update^2"), git(remote, "rev-parse other"));
    wrongs.mustBe("the preferred file", git(clone, "show update:count.txt"), "value 1");
    wrongs.mustBe("the clone's status", git(clone, "status --porcelain"), "");
    wrongs.mustBe("the workspace", world.files(world.workspace(run)),
                  {QStringLiteral("clone"), QStringLiteral("clone/count.txt"),
                   QStringLiteral("clone/more.txt")});
    return wrongs;
}

// The rest: what looks, and a tag at a remote.
const QByteArray releaseSteps = R"yaml(
      - {id: entry, uses: changelog.check, with: {in: '@/project', version: 1.2.3}}
      - {id: fetch, uses: git.clone, with: {url: '@/tagged.git', to: tagged}}
      - {id: tag, uses: git.tag, with: {in: tagged, name: v1.2.3, remote: origin}}
      - {id: wheel, uses: python.build, with: {in: '@/project', python: /usr/bin/python3, wheels: '@/wheels', version: 1.2.3}}
      - {id: answered, uses: http.check, with: {url: 'http://SERVER/status', json: [{at: ok, is: true}]}}
      - {id: warned, uses: check, on-failure: warn, with: {message: A warning, that: false}}
      - id: same
        uses: command
        foreach: [x, y]
        if: item != 'y'
        with: {run: [cat, '@/answer'], capture: {said: {pattern: 'yes|no'}}}
        timeout: 60s
        poll: {every: 1s, until: outputs.said == 'yes'}
      - {id: told, uses: check, with: {message: It must be so, that: "${{ steps.answered.outputs.status == 200 && steps.warned.outcome == 'warned' && steps.same.all[0].outputs.said == 'yes' }}"}}
)yaml";

void prepareRelease(const CrashWorld &world)
{
    world.write(QStringLiteral("project/CHANGELOG.md"),
                "# Changes\n\n## 1.2.3 - 2026-01-31\n\n- All.\n");
    world.write(QStringLiteral("project/pyproject.toml"),
                "[build-system]\nrequires = []\nbuild-backend = 'minimal'\nbackend-path = ['.']\n"
                "[project]\nname = 'crash'\nversion = '1.2.3'\n");
    world.write(QStringLiteral("project/minimal.py"),
                "import os, zipfile\n"
                "def build_wheel(directory, settings=None, metadata=None):\n"
                "    name = 'crash-1.2.3-py3-none-any.whl'\n"
                "    info = 'crash-1.2.3.dist-info/'\n"
                "    with zipfile.ZipFile(os.path.join(directory, name), 'w') as wheel:\n"
                "        wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: crash\\n"
                "Version: 1.2.3\\n')\n"
                "        wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\n"
                "Root-Is-Purelib: true\\nTag: py3-none-any\\n')\n"
                "        wheel.writestr(info + 'RECORD', '')\n"
                "    return name\n");
    world.write(QStringLiteral("wheels/none.txt"), "");
    world.write(QStringLiteral("answer"), "yes\n");
    world.makeRemote(QStringLiteral("tagged"), {{QStringLiteral("a.txt"), "a\n"}});
}

QStringList releaseWrongs(const CrashWorld &world, const QString &)
{
    Wrongs wrongs;
    const QString remote = world.path(QStringLiteral("tagged.git"));
    const auto git = [&](const char *arguments) {
        return world.git(remote, QString::fromLatin1(arguments).split(u' '));
    };
    wrongs.mustBe("the remote's tags", git("tag --list"), "v1.2.3");
    wrongs.mustBe("what is tagged", git("rev-parse v1.2.3^{commit}"), git("rev-parse main"));
    return wrongs;
}

const QByteArray peopleSteps = R"yaml(
      - {id: hand, uses: manual, with: {text: 'Do this by hand'}}
      - {id: ask, uses: command, mode: confirm, with: {run: 'echo once >> @/asked', shell: true}}
      - id: sign
        uses: approval
        with: {from: anyone, items: [It was asked], evidence: [steps.ask.evidence.log]}
      - {id: signed, uses: check, with: {message: It must be so, that: "${{ steps.sign.outcome == 'succeeded' }}"}}
)yaml";

QStringList peopleWrongs(const CrashWorld &world, const QString &)
{
    Wrongs wrongs;
    wrongs.mustBe("asked", world.read(QStringLiteral("asked")), "once\n");
    return wrongs;
}

} // namespace

QList<CrashScenario> CrashScenarios::withoutDocker()
{
    return {{"commands", document(commandSteps), [](const CrashWorld &) {}, commandWrongs},
            {"files", document(fileSteps), prepareFiles, fileWrongs},
            {"packages", document(packageSteps), preparePackages, packageWrongs},
            {"git", document(gitSteps), prepareGit, gitWrongs},
            {"release", document(releaseSteps), prepareRelease, releaseWrongs},
            {"people", document(peopleSteps), [](const CrashWorld &) {}, peopleWrongs}};
}

QList<CrashScenario> CrashScenarios::forFaults()
{
    const QByteArray edits = fileSteps.left(fileSteps.indexOf("      - {id: spare"));
    return {
        {"program", document(commandSteps.left(commandSteps.indexOf("      - {id: safe"))),
         [](const CrashWorld &) {},
         [](const CrashWorld &world, const QString &) {
             Wrongs wrongs;
             wrongs.mustBe("plain", world.read(QStringLiteral("plain")), "once\n");
             return QStringList(wrongs);
         }},
        {"edits", document(edits), prepareFiles, fileWrongs},
        {"unpin",
         document(packageSteps.left(packageSteps.indexOf("      - {id: freeze")) + unpinnedStep),
         preparePackages, [](const CrashWorld &world, const QString &) {
             Wrongs wrongs;
             wrongs.mustBe("Dockerfile", world.read(QStringLiteral("repo/Dockerfile")),
                           "FROM python:3\nRUN pip install mlflow \\\n    requests\n");
             wrongs.mustBe("requirements.txt", world.read(QStringLiteral("repo/requirements.txt")),
                           "numpy\n");
             return QStringList(wrongs);
         }}};
}

CrashScenario CrashScenarios::allWithoutDocker()
{
    CrashScenario all;
    all.name = "all";
    all.checklist =
        document(commandSteps + fileSteps + packageSteps + gitSteps + releaseSteps + peopleSteps);
    all.prepare = [](const CrashWorld &world) {
        for (const CrashScenario &one : withoutDocker())
            one.prepare(world);
    };
    // Each part but the lists of the whole workspace, which the parts have for themselves.
    all.wrongs = [](const CrashWorld &world, const QString &run) {
        QStringList wrongs;
        for (const CrashScenario &one : withoutDocker())
            wrongs += one.wrongs(world, run);
        wrongs.removeIf(
            [](const QString &wrong) { return wrong.startsWith(QLatin1String("the workspace ")); });
        return wrongs;
    };
    return all;
}
