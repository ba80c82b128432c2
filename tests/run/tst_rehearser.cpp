// SPDX-License-Identifier: MIT
#include "core/base/clock.h"
#include "core/run/rehearser.h"
#include "core/steps/registry.h"
#include "tests/steps/gitfixture.h"
#include "tests/trust/trusted.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Slipway;

using State = RehearsedStep::State;

/// Rehearsals with the real kinds on real folders and repositories.
class TestRehearser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_fixture = std::make_unique<GitFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void editsOfACopyBuildOnEachOther();
    void branchEditsCommitAndPushAreAllPlanned();
    void aSecondCommitHoldsOnlyWhatCameAfterTheFirst();
    void theBranchStartsFromWhatWasFetched();
    void aCloneOfAFolderCanBeWorkedOn();
    void aCloneFromElsewhereIsWaitedFor();
    void outputsOfProgramsAreWaitedForAndShown();
    void whatIsDeletedIsGone();
    void unknownConditionsAndListsAreSaid();
    void aMissingFileFailsUnlessSomethingMayMakeIt();
    void whatNeedsAFailedStepIsNotReached();
    void peopleAreNamed();
    void askOnlyWhatIsLocal();
    void nothingChangesOnTheDisk();

private:
    Rehearsal rehearse(const QByteArray &steps, const Value::Map &inputs = {});
    RehearsedStep step(const Rehearsal &rehearsal, const char *id);
    QString after(const Rehearsal &rehearsal, const char *id, const QString &path);
    QString before(const Rehearsal &rehearsal, const char *id, const QString &path);
    QByteArray everything();

    std::unique_ptr<GitFixture> m_fixture;
    SystemClock m_clock;
    KindRegistry m_kinds;
};

void TestRehearser::initTestCase()
{
    registerBuiltinKinds(m_kinds);
}

Rehearsal TestRehearser::rehearse(const QByteArray &steps, const Value::Map &inputs)
{
    const QString home = m_fixture->scratch() + QStringLiteral("/slipway");
    RunServices services{Places(home + QStringLiteral("/data"), home + QStringLiteral("/config"),
                                home + QStringLiteral("/cache")),
                         nullptr,
                         &m_kinds,
                         &m_clock,
                         {},
                         QStringLiteral("ana")};
    QByteArray text = "slipway: 1\nname: x\ninputs:\n";
    for (auto it = inputs.cbegin(); it != inputs.cend(); ++it)
        text += "  " + it.key().toUtf8() + ": {type: text}\n";
    if (inputs.isEmpty())
        text.chop(8);
    text += "stages:\n  - name: all\n    steps:\n" + steps;
    const QString file = QStringLiteral("x.checklist.yaml");
    TestTrust::trust(services.places, text, file);
    const auto rehearsal = Rehearser(services).rehearse({text, file, inputs});
    // The trust is all that there is; it is taken away so that whatever else came is seen.
    if (QDir(services.places.data()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot) ==
        QStringList{QStringLiteral("trust")})
        QDir(home).removeRecursively();
    if (!rehearsal)
        qFatal("%s: %s", qPrintable(rehearsal.error().place().text()),
               qPrintable(rehearsal.error().message()));
    return *rehearsal;
}

RehearsedStep TestRehearser::step(const Rehearsal &rehearsal, const char *id)
{
    const QList<RehearsedStep> steps = rehearsal.steps();
    for (const RehearsedStep &step : steps) {
        if (step.key.step == QLatin1String(id))
            return step;
    }
    qFatal("no step %s", id);
}

QString TestRehearser::after(const Rehearsal &rehearsal, const char *id, const QString &path)
{
    const QList<FileEdit> edits = step(rehearsal, id).edits;
    for (const FileEdit &edit : edits) {
        if (edit.path == path)
            return edit.after.isEmpty()
                       ? QStringLiteral("(gone)")
                       : QString::fromUtf8(rehearsal.objects().read(edit.after).valueOr("?"));
    }
    return QStringLiteral("(no edit)");
}

QString TestRehearser::before(const Rehearsal &rehearsal, const char *id, const QString &path)
{
    const QList<FileEdit> edits = step(rehearsal, id).edits;
    for (const FileEdit &edit : edits) {
        if (edit.path == path)
            return edit.before.isEmpty()
                       ? QStringLiteral("(new)")
                       : QString::fromUtf8(rehearsal.objects().read(edit.before).valueOr("?"));
    }
    return QStringLiteral("(no edit)");
}

/// Every path below the fixture with type, mode, time of the last change and content.
QByteArray TestRehearser::everything()
{
    QStringList lines;
    QDirIterator it(m_fixture->scratch(),
                    QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QFileInfo info = it.fileInfo();
        QFile file(path);
        const QByteArray bytes =
            info.isFile() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(path)
                         .arg(int(info.permissions()))
                         .arg(info.lastModified().toMSecsSinceEpoch())
                         .arg(qHash(bytes)));
    }
    lines.sort();
    return lines.join(u'\n').toUtf8();
}

void TestRehearser::editsOfACopyBuildOnEachOther()
{
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/from/requirements.txt"),
                     "torch==2.8.0\nnumpy==1.0\n");
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/from/app/version.py"),
                     "version = \"1.2.3\"\n");
    const auto rehearsal =
        rehearse(R"y(
      - id: copy
        uses: files.copy
        with: {from: '${{ inputs.from }}', to: stack}
      - id: unpin
        uses: packages.unpin
        with: {in: '${{ steps.copy.outputs.path }}', files: [requirements.txt]}
      - id: bump
        uses: version.bump
        with: {in: stack/app, file: version.py, pattern: 'version = "([^"]+)"', part: '2'}
      - id: replace
        uses: files.replace
        with: {in: stack, file: requirements.txt, find: numpy, replace: 'numpy # ${{ steps.bump.outputs.new }}'}
      - id: again
        uses: files.copy
        with: {from: stack, to: second}
      - id: look
        uses: files.replace
        with: {in: second, file: requirements.txt, find: torch, replace: pytorch}
)y",
                 {{QStringLiteral("from"), Value(m_fixture->scratch() + QStringLiteral("/from"))}});
    QCOMPARE(step(rehearsal, "copy").state, State::Planned);
    QCOMPARE(before(rehearsal, "unpin", QStringLiteral("requirements.txt")),
             QStringLiteral("torch==2.8.0\nnumpy==1.0\n"));
    QCOMPARE(after(rehearsal, "unpin", QStringLiteral("requirements.txt")),
             QStringLiteral("torch\nnumpy\n"));
    QCOMPARE(after(rehearsal, "bump", QStringLiteral("version.py")),
             QStringLiteral("version = \"1.3.3\"\n"));
    QCOMPARE(after(rehearsal, "replace", QStringLiteral("requirements.txt")),
             QStringLiteral("torch\nnumpy # 1.3.3\n"));
    QCOMPARE(before(rehearsal, "look", QStringLiteral("requirements.txt")),
             QStringLiteral("torch\nnumpy # 1.3.3\n"));
    QCOMPARE(after(rehearsal, "look", QStringLiteral("requirements.txt")),
             QStringLiteral("pytorch\nnumpy # 1.3.3\n"));
    QVERIFY(!rehearsal.wouldFail());
    QVERIFY(!QDir(m_fixture->scratch() + QStringLiteral("/slipway")).exists());
}

const QByteArray gitSteps = R"y(
      - id: branch
        uses: git.branch
        with: {in: '${{ inputs.repo }}', name: update}
      - id: edit
        uses: files.replace
        with: {in: '${{ inputs.repo }}', file: pins.txt, find: torch==2.8.0, replace: torch}
      - id: save
        uses: git.commit
        with: {in: '${{ inputs.repo }}', message: Take the pin out, all-changes: true}
      - id: push
        uses: git.push
        with: {in: '${{ inputs.repo }}'}
      - id: tell
        uses: command
        with: {run: [echo, 'pushed ${{ steps.push.outputs.commit }}']}
)y";

void TestRehearser::branchEditsCommitAndPushAreAllPlanned()
{
    const auto rehearsal = rehearse(gitSteps, {{QStringLiteral("repo"), Value(m_fixture->repo())}});
    QCOMPARE(step(rehearsal, "branch").state, State::Planned);
    QCOMPARE(step(rehearsal, "save").state, State::Planned);
    QCOMPARE(before(rehearsal, "save", QStringLiteral("pins.txt")),
             QStringLiteral("torch==2.8.0\n"));
    QCOMPARE(after(rehearsal, "save", QStringLiteral("pins.txt")), QStringLiteral("torch\n"));
    QCOMPARE(step(rehearsal, "save").commands.last(),
             QStringList({QStringLiteral("git"), QStringLiteral("commit"),
                          QStringLiteral("--message=Take the pin out"), QStringLiteral("--"),
                          QStringLiteral("pins.txt")}));
    QCOMPARE(step(rehearsal, "save").outputs[QStringLiteral("branch")].text(),
             QStringLiteral("update"));
    QVERIFY(step(rehearsal, "save").outputs[QStringLiteral("commit")].isUnknown());
    const QStringList push = step(rehearsal, "push").commands.value(0);
    QVERIFY2(push.contains(QStringLiteral("--force-with-lease=refs/heads/update:‹origin/update›")),
             qPrintable(push.join(u' ')));
    QCOMPARE(push.last(), QStringLiteral("‹steps.save.outputs.commit›:refs/heads/update"));
    const RehearsedStep tell = step(rehearsal, "tell");
    QCOMPARE(tell.state, State::Waits);
    QCOMPARE(tell.waitsFor, QStringList(QStringLiteral("steps.push.outputs.commit")));
    QCOMPARE(tell.commands.value(0),
             QStringList(
                 {QStringLiteral("echo"), QStringLiteral("pushed ‹steps.push.outputs.commit›")}));
}

void TestRehearser::aSecondCommitHoldsOnlyWhatCameAfterTheFirst()
{
    const auto rehearsal = rehearse(gitSteps + R"y(
      - id: more
        uses: files.replace
        with: {in: '${{ inputs.repo }}', file: pins.txt, find: torch, replace: torch==3.0}
      - id: save-more
        uses: git.commit
        with: {in: '${{ inputs.repo }}', message: Pin, all-changes: true}
      - id: nothing
        uses: git.commit
        with: {in: '${{ inputs.repo }}', message: Pin, all-changes: true}
)y",
                                    {{QStringLiteral("repo"), Value(m_fixture->repo())}});
    QCOMPARE(before(rehearsal, "save-more", QStringLiteral("pins.txt")), QStringLiteral("torch\n"));
    QCOMPARE(after(rehearsal, "save-more", QStringLiteral("pins.txt")),
             QStringLiteral("torch==3.0\n"));
    QVERIFY(step(rehearsal, "nothing").commands.isEmpty());
    QCOMPARE(step(rehearsal, "nothing").outputs[QStringLiteral("committed")], Value(false));
}

void TestRehearser::theBranchStartsFromWhatWasFetched()
{
    // Here main is behind: what was fetched has another pin, and a file that is not here.
    const QString here = m_fixture->git({"rev-parse", "HEAD"});
    m_fixture->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.8.0 # new\n");
    m_fixture->commit(QStringLiteral("repo"), QStringLiteral("more.txt"), "more\n");
    m_fixture->git({"push", "origin", "main"});
    m_fixture->git({"reset", "--hard", here.toUtf8().constData()});
    const auto rehearsal = rehearse(gitSteps, {{QStringLiteral("repo"), Value(m_fixture->repo())}});
    QCOMPARE(before(rehearsal, "edit", QStringLiteral("pins.txt")),
             QStringLiteral("torch==2.8.0 # new\n"));
    QCOMPARE(step(rehearsal, "save").edits.size(), 1);
    QCOMPARE(after(rehearsal, "save", QStringLiteral("pins.txt")), QStringLiteral("torch # new\n"));
    QVERIFY(step(rehearsal, "branch").outputs[QStringLiteral("commit")].isUnknown());
    QCOMPARE(step(rehearsal, "branch").questions.value(0).value(1), QStringLiteral("ls-remote"));
}

void TestRehearser::aCloneOfAFolderCanBeWorkedOn()
{
    const auto rehearsal = rehearse(R"y(
      - id: clone
        uses: git.clone
        with: {url: '${{ inputs.remote }}', to: forks/x}
      - id: branch
        uses: git.branch
        with: {in: '${{ steps.clone.outputs.directory }}', name: update}
      - id: edit
        uses: packages.unpin
        with: {in: '${{ steps.clone.outputs.directory }}', files: ['*.txt'], as: requirements}
      - id: save
        uses: git.commit
        with: {in: '${{ steps.clone.outputs.directory }}', message: Take the pin out, all-changes: true}
      - id: push
        uses: git.push
        with: {in: '${{ steps.clone.outputs.directory }}'}
)y",
                                    {{QStringLiteral("remote"), Value(m_fixture->remote())}});
    QCOMPARE(step(rehearsal, "clone").state, State::Planned);
    QCOMPARE(step(rehearsal, "clone").outputs[QStringLiteral("commit")].text(),
             m_fixture->git({"rev-parse", "HEAD"}));
    QCOMPARE(after(rehearsal, "edit", QStringLiteral("pins.txt")), QStringLiteral("torch\n"));
    QCOMPARE(after(rehearsal, "save", QStringLiteral("pins.txt")), QStringLiteral("torch\n"));
    QCOMPARE(step(rehearsal, "save").edits.size(), 1);
    QCOMPARE(step(rehearsal, "push").state, State::Planned);
}

void TestRehearser::aCloneFromElsewhereIsWaitedFor()
{
    const auto rehearsal = rehearse(R"y(
      - id: clone
        uses: git.clone
        with: {url: 'https://example.org/x.git', to: forks/x}
      - id: edit
        uses: packages.unpin
        with: {in: '${{ steps.clone.outputs.directory }}', files: [requirements.txt]}
)y");
    QCOMPARE(step(rehearsal, "clone").state, State::Planned);
    QVERIFY(step(rehearsal, "clone")
                .commands.value(1)
                .contains(QStringLiteral("https://example.org/x.git")));
    QCOMPARE(step(rehearsal, "edit").state, State::Waits);
    QCOMPARE(step(rehearsal, "edit").error.code(), QStringLiteral("rehearsal.unknown"));
    QVERIFY(step(rehearsal, "edit").error.message().contains(QStringLiteral("clone")));
    QVERIFY(!rehearsal.wouldFail());
}

void TestRehearser::outputsOfProgramsAreWaitedForAndShown()
{
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/d/file.txt"), "version: 1\n");
    const auto rehearsal =
        rehearse(R"y(
      - id: ask
        uses: command
        with: {run: [./version.sh], output: text}
      - id: write
        uses: files.replace
        with: {in: '${{ inputs.d }}', file: file.txt, find: '1', replace: '${{ steps.ask.outputs.stdout }}'}
      - id: holds
        uses: check
        with: {that: "${{ steps.ask.outputs.stdout == '2' }}", message: It is not 2}
)y",
                 {{QStringLiteral("d"), Value(m_fixture->scratch() + QStringLiteral("/d"))}});
    QCOMPARE(step(rehearsal, "write").state, State::Waits);
    QCOMPARE(after(rehearsal, "write", QStringLiteral("file.txt")),
             QStringLiteral("version: ‹steps.ask.outputs.stdout›\n"));
    QCOMPARE(step(rehearsal, "holds").state, State::Waits);
    QCOMPARE(step(rehearsal, "holds").waitsFor,
             QStringList(QStringLiteral("steps.ask.outputs.stdout")));
    QVERIFY(!rehearsal.wouldFail());
}

void TestRehearser::whatIsDeletedIsGone()
{
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/from/a/x.txt"), "x==1\n");
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/from/b.txt"), "x==1\n");
    const auto rehearsal =
        rehearse(R"y(
      - id: copy
        uses: files.copy
        with: {from: '${{ inputs.from }}', to: d}
      - id: remove
        uses: files.delete
        with: {path: d/a}
      - id: copy-again
        uses: files.copy
        with: {from: d, to: e}
      - id: missing
        uses: files.replace
        with: {in: e, file: a/x.txt, find: x, replace: y}
)y",
                 {{QStringLiteral("from"), Value(m_fixture->scratch() + QStringLiteral("/from"))}});
    QCOMPARE(step(rehearsal, "remove").outputs[QStringLiteral("files")], Value(1));
    QCOMPARE(step(rehearsal, "copy-again").outputs[QStringLiteral("files")], Value(1));
    QCOMPARE(step(rehearsal, "missing").state, State::Fails);
    QCOMPARE(step(rehearsal, "missing").error.code(), QStringLiteral("file.missing"));
}

void TestRehearser::unknownConditionsAndListsAreSaid()
{
    const auto rehearsal = rehearse(R"y(
      - id: ask
        uses: command
        with: {run: [list], output: lines}
      - id: maybe
        uses: manual
        if: ${{ steps.ask.outputs.status == 0 }}
        with: {text: Do it}
      - id: each
        uses: command
        foreach: ${{ steps.ask.outputs.lines }}
        with: {run: [work, '${{ item }}']}
)y");
    QCOMPARE(step(rehearsal, "maybe").state, State::Person);
    QVERIFY(step(rehearsal, "maybe")
                .remarks.value(0)
                .english()
                .contains(QStringLiteral("steps.ask.outputs.status")));
    const RehearsedStep each = step(rehearsal, "each");
    QCOMPARE(each.state, State::Waits);
    QCOMPARE(each.commands.value(0),
             QStringList({QStringLiteral("work"), QStringLiteral("‹item›")}));
    QVERIFY(each.remarks.value(0).english().contains(QStringLiteral("steps.ask.outputs.lines")));
}

void TestRehearser::aMissingFileFailsUnlessSomethingMayMakeIt()
{
    const QByteArray copy = R"y(
      - id: copy
        uses: files.copy
        with: {from: dist/x.whl, to: x.whl}
)y";
    const auto alone = rehearse(copy);
    QCOMPARE(step(alone, "copy").state, State::Fails);
    QVERIFY(alone.wouldFail());
    const auto behind = rehearse(R"y(
      - id: build
        uses: command
        with: {run: [make]}
)y" + copy);
    QCOMPARE(step(behind, "copy").state, State::Waits);
    QCOMPARE(step(behind, "copy").error.code(), step(alone, "copy").error.code());
    QVERIFY(step(behind, "copy").remarks.value(0).english().contains(QStringLiteral("build")));
    QVERIFY(!behind.wouldFail());
}

void TestRehearser::whatNeedsAFailedStepIsNotReached()
{
    const auto rehearsal = rehearse(R"y(
      - id: holds
        uses: check
        with: {that: '${{ 1 == 2 }}', message: One is not two}
      - id: next
        uses: command
        with: {run: [echo]}
      - id: rescue
        uses: command
        if: ${{ failed() }}
        with: {run: [echo, sorry]}
      - id: beside
        uses: command
        needs: []
        with: {run: [echo, fine]}
)y");
    QCOMPARE(step(rehearsal, "holds").state, State::Fails);
    QCOMPARE(step(rehearsal, "holds").error.message(), QStringLiteral("One is not two"));
    QCOMPARE(step(rehearsal, "next").state, State::NotReached);
    QVERIFY(step(rehearsal, "next").remarks.value(0).english().contains(QStringLiteral("holds")));
    QCOMPARE(step(rehearsal, "rescue").state, State::Planned);
    QCOMPARE(step(rehearsal, "beside").state, State::Planned);
    QVERIFY(rehearsal.wouldFail());
}

void TestRehearser::peopleAreNamed()
{
    const auto rehearsal = rehearse(R"y(
      - id: by-hand
        uses: manual
        with: {text: Do it}
      - id: gate
        uses: approval
        with: {from: engineers, quorum: 2}
      - id: go-ahead
        uses: command
        mode: confirm
        with: {run: [echo]}
      - id: shown
        uses: command
        mode: manual
        with: {run: [echo]}
)y");
    QCOMPARE(step(rehearsal, "by-hand").state, State::Person);
    QCOMPARE(step(rehearsal, "gate").state, State::Person);
    QVERIFY(step(rehearsal, "gate").summary.english().contains(QStringLiteral("engineers")));
    QVERIFY(step(rehearsal, "go-ahead").needsGoAhead);
    QCOMPARE(step(rehearsal, "shown").state, State::Person);
    QCOMPARE(step(rehearsal, "shown").commands.size(), 1);
}

void TestRehearser::askOnlyWhatIsLocal()
{
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/s/docker-compose.yml"),
                     "services: {api: {image: busybox}}\n");
    const auto rehearsal =
        rehearse(R"y(
      - id: up
        uses: docker.compose
        with: {in: '${{ inputs.s }}', action: up}
      - id: wait
        uses: docker.wait
        with: {in: '${{ inputs.s }}', services: [api]}
      - id: freeze
        uses: packages.freeze
        with: {compose: '${{ inputs.s }}', service: api, to: api.txt}
      - id: use
        uses: packages.pin
        with: {in: '${{ inputs.s }}', files: ['*.yml'], as: requirements, from: ['${{ steps.freeze.outputs.inventory }}']}
      - id: read
        uses: files.replace
        with: {file: api.txt, find: a, replace: b}
)y",
                 {{QStringLiteral("s"), Value(m_fixture->scratch() + QStringLiteral("/s"))}});
    const RehearsedStep up = step(rehearsal, "up");
    QCOMPARE(up.state, State::Planned);
    QCOMPARE(up.commands.value(0).mid(1),
             QStringList({QStringLiteral("compose"), QStringLiteral("-p"), QStringLiteral("s"),
                          QStringLiteral("up"), QStringLiteral("-d")}));
    QVERIFY(!up.questions.isEmpty());
    QCOMPARE(step(rehearsal, "wait").state, State::Planned);
    QCOMPARE(step(rehearsal, "freeze").state, State::Planned);
    QVERIFY(step(rehearsal, "freeze").commands.value(0).contains(QStringLiteral("‹api›")));
    QCOMPARE(step(rehearsal, "use").state, State::Waits);
    QCOMPARE(step(rehearsal, "use").waitsFor,
             QStringList(QStringLiteral("steps.freeze.outputs.inventory")));
    QCOMPARE(step(rehearsal, "read").state, State::Waits);
    QVERIFY(step(rehearsal, "read").error.message().contains(QStringLiteral("freeze")));
}

void TestRehearser::nothingChangesOnTheDisk()
{
    m_fixture->write(m_fixture->scratch() + QStringLiteral("/from/x.txt"), "x\n");
    const QByteArray before = everything();
    QString scratch;
    {
        const auto rehearsal = rehearse(
            gitSteps + R"y(
      - id: copy
        uses: files.copy
        with: {from: '${{ inputs.from }}', to: d}
      - id: remove
        uses: files.delete
        with: {path: d}
)y",
            {{QStringLiteral("repo"), Value(m_fixture->repo())},
             {QStringLiteral("from"), Value(m_fixture->scratch() + QStringLiteral("/from"))}});
        scratch = rehearsal.scratch->path();
        QVERIFY(QDir(scratch).exists());
        const QJsonObject json = rehearsal.toJson();
        QCOMPARE(json[QLatin1String("wouldFail")].toBool(), false);
        QCOMPARE(json[QLatin1String("stages")].toArray().size(), 1);
    }
    QVERIFY(!QDir(scratch).exists());
    QCOMPARE(everything(), before);
}

QTEST_GUILESS_MAIN(TestRehearser)
#include "tst_rehearser.moc"
