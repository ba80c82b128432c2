// SPDX-License-Identifier: MIT
#include "app/sample/sampleworkspace.h"
#include "tests/app/scratchhome.h"
#include "tests/app/tracedcalls.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QtTest>

using namespace Slipway;

/// The proof that a rehearsal performs nothing: every call to the system of the real program,
/// and all that it starts, is looked at.
class TestRehearsalProof final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTraceSeesWhatAProgramDoes();
    void thePackageUpdateOfTheSamplePerformsNothing();
    void everyKindOfStepPerformsNothing();

private:
    void proveNothingIsDone(const QString &checklist, const QStringList &inputs,
                            QJsonObject *rehearsal);
    QByteArray digestOf(const QString &folder) const;
    QString git(const QStringList &arguments, const QString &folder) const;

    ScratchHome m_home;
    SampleReport m_sample;
};

void TestRehearsalProof::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty()) {
        if (TestPrograms::isAllRequired())
            QFAIL("strace is missing");
        QSKIP("strace is missing");
    }
    QDir().mkpath(m_home.path(QStringLiteral("user")));
    QDir().mkpath(m_home.path(QStringLiteral("tmp")));
    qputenv("HOME", m_home.path(QStringLiteral("user")).toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home.path(QStringLiteral("user/.config")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_home.path(QStringLiteral("user/.cache")).toUtf8());
    qputenv("XDG_DATA_HOME", m_home.path(QStringLiteral("user/.local")).toUtf8());
    qputenv("TMPDIR", m_home.path(QStringLiteral("tmp")).toUtf8());
    m_home.write(QStringLiteral("user/.gitconfig"),
                 "[user]\n\tname = Ana Test\n\temail = ana@example.org\n"
                 "[init]\n\tdefaultBranch = main\n");
    const auto sample = SampleWorkspace(m_home.path(QStringLiteral("sample"))).create();
    QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().detail()));
    m_sample = *sample;
}

/// Names, kinds, permissions, times and bytes of all that is below a folder.
QByteArray TestRehearsalProof::digestOf(const QString &folder) const
{
    QMap<QString, QByteArray> lines;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QFileInfo info = it.fileInfo();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QFile file(path);
        if (info.isFile() && !info.isSymLink() && file.open(QIODevice::ReadOnly))
            hash.addData(&file);
        lines.insert(path, QByteArray::number(int(info.permissions())) + ' ' +
                               QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + ' ' +
                               info.symLinkTarget().toUtf8() + ' ' + hash.result().toHex());
    }
    QByteArray text;
    for (auto line = lines.cbegin(); line != lines.cend(); ++line)
        text += line.key().toUtf8() + ' ' + line.value() + '\n';
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QString TestRehearsalProof::git(const QStringList &arguments, const QString &folder) const
{
    const auto done = TestPrograms::run(QStringList{QStringLiteral("git")} + arguments, folder);
    if (done.status != 0)
        qFatal("%s", done.text().constData());
    return done.output.trimmed();
}

/// A proof that cannot fail proves nothing: what it must see is seen.
void TestRehearsalProof::theTraceSeesWhatAProgramDoes()
{
    int status = 0;
    QString output;
    const QString script =
        QStringLiteral("echo x > made; mkdir \"$PWD/folder\"; mv made folder/moved; "
                       "cd folder; rm moved; exec 3<>/dev/tcp/127.0.0.1/9");
    const TracedCalls calls =
        TracedCalls::of({QStringLiteral("bash"), QStringLiteral("-c"), script},
                        m_home.path(QStringLiteral("tmp")), &status, &output);
    const QString tmp = m_home.path(QStringLiteral("tmp"));
    const QString all = calls.writes.join(u'\n');
    for (const QString &path :
         {QStringLiteral("/made"), QStringLiteral("/folder"), QStringLiteral("/folder/moved")})
        QVERIFY2(all.contains(tmp + path), qPrintable(all));
    QVERIFY(!calls.writesOutside(QStringLiteral("/nowhere")).isEmpty());
    QCOMPARE(calls.writesOutside(tmp), QStringList());
    QVERIFY(!calls.network.isEmpty());
    QVERIFY(calls.programs.join(u'\n').contains(QStringLiteral("rm moved")));
    QDir(tmp + QStringLiteral("/folder")).removeRecursively();
}

void TestRehearsalProof::proveNothingIsDone(const QString &checklist, const QStringList &inputs,
                                            QJsonObject *rehearsal)
{
    QStringList argv{QStringLiteral(SLIPWAY_PROGRAM), QStringLiteral("run"), checklist,
                     QStringLiteral("--rehearse"), QStringLiteral("--json")};
    for (const QString &input : inputs)
        argv << QStringLiteral("--input") << input;
    const auto digests = [this] {
        return digestOf(m_home.path(QStringLiteral("sample"))) +
               digestOf(m_home.path(QStringLiteral("user"))) +
               digestOf(m_home.path(QStringLiteral("home")));
    };
    const QByteArray before = digests();
    const bool isTrusted = QDir(m_home.path(QStringLiteral("home"))).exists();
    int status = -1;
    QString output;
    const TracedCalls calls = TracedCalls::of(argv, m_home.path(), &status, &output);
    QVERIFY2(status == 0, qPrintable(output));
    QVERIFY(calls.count > 100);
    QCOMPARE(calls.network, QStringList());
    QCOMPARE(calls.writesOutside(m_home.path(QStringLiteral("tmp/slipway-rehearsal-"))),
             QStringList());
    for (const QString &program : calls.programs) {
        const bool isExpected = program.startsWith(QStringLiteral(SLIPWAY_PROGRAM)) ||
                                program.endsWith(QLatin1String("git var GIT_COMMITTER_IDENT"));
        QVERIFY2(isExpected, qPrintable(program));
    }
    QCOMPARE(digests(), before);
    QCOMPARE(QDir(m_home.path(QStringLiteral("home"))).exists(), isTrusted);
    *rehearsal = QJsonDocument::fromJson(output.toUtf8()).object();
}

QMap<QString, QString> statesOf(const QJsonObject &rehearsal)
{
    QMap<QString, QString> states;
    const QJsonArray stages = rehearsal[QLatin1String("stages")].toArray();
    for (const auto &stage : stages) {
        const QJsonArray steps = stage[QLatin1String("steps")].toArray();
        for (const auto &step : steps)
            states.insert(step[QLatin1String("id")].toString(),
                          step[QLatin1String("state")].toString());
    }
    return states;
}

void TestRehearsalProof::thePackageUpdateOfTheSamplePerformsNothing()
{
    QStringList inputs;
    for (auto it = m_sample.inputs.cbegin(); it != m_sample.inputs.cend(); ++it)
        inputs.append(it.key() + u'=' + it.value());
    QJsonObject rehearsal;
    proveNothingIsDone(QStringLiteral("package-update"), inputs, &rehearsal);
    const auto states = statesOf(rehearsal);
    for (const char *planned : {"branch-library", "branch-model", "branch-stack", "unpin-stack",
                                "unpin-model", "unpin-library", "bump-library", "images"})
        QCOMPARE(states.value(QLatin1String(planned)), QStringLiteral("planned"));
    QVERIFY(!states.values().contains(QStringLiteral("fails")));
    QVERIFY(!states.values().contains(QStringLiteral("not-reached")));
}

void TestRehearsalProof::everyKindOfStepPerformsNothing()
{
    const QString repository = m_sample.model;
    const QString checklist = m_home.write(QStringLiteral("all.checklist.yaml"), R"(slipway: 1
name: all
inputs:
  repo: {type: directory}
  remote: {type: text}
stages:
  - name: all
    steps:
      - {id: clone, uses: git.clone, with: {url: '${{ inputs.remote }}', to: forks/x}}
      - {id: far, uses: git.clone, with: {url: 'https://example.org/x.git', to: forks/far}}
      - {id: branch, uses: git.branch, with: {in: '${{ inputs.repo }}', name: rehearsed}}
      - {id: copy, uses: files.copy, with: {from: '${{ inputs.repo }}', to: copy}}
      - {id: unpin, uses: packages.unpin, with: {in: copy, files: ['**/requirements.txt']}}
      - {id: unpin-here, uses: packages.unpin, with: {in: '${{ inputs.repo }}', files: ['**/requirements.txt']}}
      - {id: replace, uses: files.replace, with: {in: '${{ inputs.repo }}', file: bump.txt, find: version, replace: the version}}
      - {id: bump, uses: version.bump, with: {in: '${{ inputs.repo }}', file: bump.txt, pattern: 'is ([0-9.]+)'}}
      - {id: save, uses: git.commit, with: {in: '${{ inputs.repo }}', message: Rehearsed, all-changes: true}}
      - {id: push, uses: git.push, with: {in: '${{ inputs.repo }}'}}
      - {id: entry, uses: changelog.check, with: {in: '${{ inputs.repo }}', version: 1.2.3}}
      - {id: tag, uses: git.tag, with: {in: '${{ inputs.repo }}', name: rehearsed-1.2.3, remote: origin}}
      - {id: wheel, uses: python.build, with: {in: '${{ inputs.repo }}', how: build}}
      - {id: image, uses: docker.build, with: {in: '${{ inputs.repo }}', tags: ['rehearsed:1']}}
      - {id: login, uses: docker.login, with: {registry: example.org, user: ana, password-variable: HOME}}
      - {id: answers, uses: http.check, timeout: 5m, with: {url: 'http://example.org/'}, poll: {every: 5s, until: outputs.status == 200}}
      - {id: reads, uses: command, with: {run: [./look.sh], in: '${{ inputs.repo }}', reads: true}}
      - {id: build, uses: command, with: {run: [./build.sh], in: '${{ inputs.repo }}', output: text}}
      - {id: up, uses: docker.compose, with: {in: '${{ inputs.repo }}', action: up}}
      - {id: wait, uses: docker.wait, with: {url: 'http://localhost:1'}}
      - {id: freeze, uses: packages.freeze, with: {container: api}}
      - {id: pin, uses: packages.pin, with: {in: copy, files: ['**/requirements.txt'], from: ['${{ steps.freeze.outputs.inventory }}']}}
      - {id: delete, uses: files.delete, with: {path: copy}}
      - {id: holds, uses: check, with: {that: '${{ 1 == 1 }}', message: no}}
      - {id: hand, uses: manual, with: {text: 'Say ${{ steps.build.outputs.stdout }}'}}
      - {id: gate, uses: approval, with: {from: engineers}}
)");
    QFile bump(repository + QStringLiteral("/bump.txt"));
    QVERIFY(bump.open(QIODevice::WriteOnly) && bump.write("The version is 1.2.3\n") > 0);
    bump.close();
    QFile compose(repository + QStringLiteral("/compose.yaml"));
    QVERIFY(compose.open(QIODevice::WriteOnly) && compose.write("services: {}\n") > 0);
    compose.close();
    const QList<QPair<QString, QByteArray>> more{
        {QStringLiteral("CHANGELOG.md"), "# Changes\n\n## 1.2.3 - 2026-01-31\n\n- All.\n"},
        {QStringLiteral("pyproject.toml"), "[project]\nname = 'x'\nversion = '1.2.3'\n"},
        {QStringLiteral("Dockerfile"), "FROM scratch\n"}};
    for (const auto &[name, bytes] : more) {
        QFile file(repository + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) > 0);
    }
    git({QStringLiteral("add"), QStringLiteral("--all")}, repository);
    git({QStringLiteral("commit"), QStringLiteral("--message=More")}, repository);
    git({QStringLiteral("push"), QStringLiteral("origin"), QStringLiteral("HEAD:main")},
        repository);
    const QString remote =
        git({QStringLiteral("remote"), QStringLiteral("get-url"), QStringLiteral("origin")},
            repository);
    QJsonObject rehearsal;
    proveNothingIsDone(checklist,
                       {QStringLiteral("repo=") + repository, QStringLiteral("remote=") + remote},
                       &rehearsal);
    const auto states = statesOf(rehearsal);
    for (auto it = states.cbegin(); it != states.cend(); ++it) {
        const QString expected = it.key() == u"pin"    ? QStringLiteral("waits")
                                 : it.key() == u"hand" ? QStringLiteral("waits")
                                 : it.key() == u"gate" ? QStringLiteral("person")
                                                       : QStringLiteral("planned");
        QVERIFY2(it.value() == expected,
                 qPrintable(it.key() + QStringLiteral(": ") + it.value() + u'\n' +
                            QString::fromUtf8(QJsonDocument(rehearsal).toJson())));
    }
    QCOMPARE(states.size(), 26);
}

QTEST_GUILESS_MAIN(TestRehearsalProof)
#include "tst_rehearsalproof.moc"
