// SPDX-License-Identifier: MIT
#include "core/steps/dockerbuildstep.h"

#include "core/docker/builtimages.h"
#include "tests/docker/testengine.h"
#include "tests/steps/stepharness.h"

#include <QTest>

using namespace Slipway;

class TestDockerBuildStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void buildsAndNamesAnImage();
    void passesArgumentsAsTheyAre();
    void aFailedBuildLeavesTheNames();
    void theProbeTellsBeforeHalfAfterAndForeign();
    void theUndoRemovesWhatItBuilt();
    void theUndoGivesTheNameBack();
    void theUndoLeavesWhatOthersBuilt();
    void aRehearsalAsksNobody();
    void knowsNamesOfImages_data();
    void knowsNamesOfImages();
    void hostileValuesAreRefused();

private:
    QString name(const char *tag = "1") const { return m_name + u':' + QLatin1String(tag); }
    Value::Map with(Value::Map more = {}) const
    {
        more.insert(QStringLiteral("in"), Value(QStringLiteral("context")));
        if (!more.contains(QStringLiteral("tags")))
            more.insert(QStringLiteral("tags"), Value::ofTexts({name()}));
        return more;
    }
    Intent did(const Value::Map &parameters)
    {
        const auto intent = m_harness->plan(m_kind, parameters);
        if (!intent)
            qFatal("%s", qPrintable(intent.error().message()));
        const Outcome outcome = m_harness->run(m_kind, *intent);
        if (outcome.end != Outcome::End::Succeeded)
            qFatal("%s %s", qPrintable(outcome.error.message()),
                   qPrintable(outcome.error.detail()));
        return *intent;
    }
    QString idOf(const QString &image) const
    {
        const auto found = TestEngine::engine().image(image);
        return found ? found->id : QString();
    }
    /// What somebody else names so.
    QString buildElsewhere(const QString &image) const
    {
        m_harness->write(QStringLiteral("other/Dockerfile"),
                         "FROM " + TestEngine::image().toUtf8() + "\nENV OTHER=1\n");
        TestEngine::docker({QStringLiteral("build"), QStringLiteral("--quiet"),
                            QStringLiteral("--tag"), image, QStringLiteral("--label"),
                            QStringLiteral("slipway.test=") + m_name,
                            m_harness->absolute(QStringLiteral("other"))});
        return idOf(image);
    }

    std::unique_ptr<StepHarness> m_harness;
    QString m_name;
    DockerBuildStep m_kind;
};

void TestDockerBuildStep::init()
{
    SLIPWAY_NEED_ENGINE();
    m_harness = std::make_unique<StepHarness>();
    m_name = QStringLiteral("slipway-test-build-") + newRunId();
    m_harness->write(
        QStringLiteral("context/Dockerfile"),
        "FROM " + TestEngine::image().toUtf8() +
            " AS first\nARG GREETING=none\nLABEL greeting=\"$GREETING\" slipway.test=" +
            m_name.toUtf8() + "\nCOPY file /file\nFROM first AS second\nENV SECOND=1\n");
    m_harness->write(QStringLiteral("context/file"), "bytes");
}

void TestDockerBuildStep::cleanup()
{
    if (m_name.isEmpty() || !TestEngine::problem().isEmpty())
        return;
    const QByteArray ids =
        TestEngine::docker({QStringLiteral("image"), QStringLiteral("ls"), QStringLiteral("--all"),
                            QStringLiteral("--quiet"), QStringLiteral("--filter"),
                            QStringLiteral("label=slipway.test=") + m_name});
    for (const QByteArray &id : ids.split('\n')) {
        Question question;
        question.argv = {QStringLiteral("docker"), QStringLiteral("rmi"), QStringLiteral("--force"),
                         QString::fromLatin1(id)};
        if (!id.isEmpty() && !ask(question))
            qWarning("an image was left");
    }
}

void TestDockerBuildStep::buildsAndNamesAnImage()
{
    const Value names = Value::ofTexts({name(), m_name});
    const Outcome outcome = m_harness->planAndRun(m_kind, with({{QStringLiteral("tags"), names}}));
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("image")].text(), idOf(name()));
    QCOMPARE(idOf(name("latest")), idOf(name()));
    QCOMPARE(outcome.outputs[QStringLiteral("tags")].texts(),
             (QStringList{name(), name("latest")}));
    QCOMPARE(outcome.outputs[QStringLiteral("previous")].text(), QString());
    QVERIFY(outcome.evidence.value(0).size > 0);
    // Built again, from the cache: another image, and the name says which it was.
    const Outcome again = m_harness->planAndRun(m_kind, with());
    QCOMPARE(again.outputs[QStringLiteral("previous")].text(),
             outcome.outputs[QStringLiteral("image")].text());
}

void TestDockerBuildStep::passesArgumentsAsTheyAre()
{
    const QString hostile = QStringLiteral("--label a=b; $(touch /tmp/x) é");
    const Value arguments(Value::Map{{QStringLiteral("GREETING"), Value(hostile)}});
    const Value labels(Value::Map{{QStringLiteral("org.example.kind"), Value(hostile)}});
    did(with({{QStringLiteral("args"), arguments},
              {QStringLiteral("labels"), labels},
              {QStringLiteral("target"), Value(QStringLiteral("first"))},
              {QStringLiteral("no-cache"), Value(true)}}));
    const auto image = taggedImage([](const Question &question) { return ask(question); }, name());
    QVERIFY(image);
    QCOMPARE(image->labels.value(QStringLiteral("greeting")), hostile);
    QCOMPARE(image->labels.value(QStringLiteral("org.example.kind")), hostile);
    const auto whole = TestEngine::engine().image(name());
    QVERIFY(!whole->environment.contains(QStringLiteral("SECOND=1")));
}

void TestDockerBuildStep::aFailedBuildLeavesTheNames()
{
    const QString before = buildElsewhere(name());
    m_harness->write(QStringLiteral("context/Dockerfile"),
                     "FROM " + TestEngine::image().toUtf8() + "\nRUN echo no; false\n");
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.error.code(), QStringLiteral("program.failed"));
    QCOMPARE(idOf(name()), before);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    const auto undo = m_harness->planUndo(m_kind, *intent);
    QVERIFY(undo && !*undo);
}

void TestDockerBuildStep::theProbeTellsBeforeHalfAfterAndForeign()
{
    const Value names = Value::ofTexts({name(), name("2")});
    const auto intent = m_harness->plan(m_kind, with({{QStringLiteral("tags"), names}}));
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_kind, *intent).error.message(), QString());
    const Finding done = m_harness->probe(m_kind, *intent);
    QCOMPARE(done.verdict, Finding::Verdict::Done);
    QCOMPARE(done.outcome.outputs[QStringLiteral("image")].text(), idOf(name()));
    TestEngine::docker({QStringLiteral("rmi"), name("2")});
    const Finding half = m_harness->probe(m_kind, *intent);
    QCOMPARE(half.verdict, Finding::Verdict::Done);
    QCOMPARE(half.outcome.error.code(), QStringLiteral("docker.half-named"));
    buildElsewhere(name("2"));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
}

void TestDockerBuildStep::theUndoRemovesWhatItBuilt()
{
    const Intent intent = did(with());
    QCOMPARE(intent.plan.undo.can, UndoNote::Can::Yes);
    const auto undo = m_harness->planUndo(m_kind, intent);
    QVERIFY2(undo && *undo, undo ? "nothing" : qPrintable(undo.error().message()));
    QCOMPARE(m_harness->probe(m_kind, **undo).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_kind, **undo).error.message(), QString());
    QCOMPARE(idOf(name()), QString());
    QCOMPARE(m_harness->probe(m_kind, **undo).verdict, Finding::Verdict::Done);
    const auto again = m_harness->planUndo(m_kind, intent);
    QVERIFY(again && !*again);
}

void TestDockerBuildStep::theUndoGivesTheNameBack()
{
    const QString before = buildElsewhere(name());
    const Intent intent = did(with());
    QVERIFY(idOf(name()) != before);
    QCOMPARE(m_harness->undo(m_kind, intent).error.message(), QString());
    QCOMPARE(idOf(name()), before);
}

void TestDockerBuildStep::theUndoLeavesWhatOthersBuilt()
{
    const Intent intent = did(with());
    const QString others = buildElsewhere(name());
    const auto undo = m_harness->planUndo(m_kind, intent);
    QVERIFY(!undo);
    QCOMPARE(undo.error().code(), QStringLiteral("undo.changed"));
    QCOMPARE(idOf(name()), others);
}

void TestDockerBuildStep::aRehearsalAsksNobody()
{
    m_harness->rehearse(true);
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY2(intent, qPrintable(intent ? QString() : intent.error().message()));
    Overlay overlay(m_harness->objects());
    const auto after = m_kind.rehearse(*intent, m_harness->context(*intent), overlay);
    QVERIFY(after);
    QCOMPARE(after->outputs[QStringLiteral("tags")].texts(), QStringList{name()});
    QCOMPARE(idOf(name()), QString());
}

void TestDockerBuildStep::knowsNamesOfImages_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<bool>("isName");
    for (const char *image : {"api", "team/api:1.2", "example.org:5000/team/api:1.2-rc_1",
                              "localhost/a__b", "a.b-c/d", "127.0.0.1:5000/x"})
        QTest::newRow(image) << QString::fromUtf8(image) << true;
    for (const char *image :
         {"", "Api:1", "a b", "-a", "a:", ":1", "a/", "/a", "a//b", "../a", "a:-x", "a@sha256:00",
          "a:1:2", "a\nb", "é", "a..b", "--tag", "$(id)", "a;b"})
        QTest::newRow(image) << QString::fromUtf8(image) << false;
    QTest::newRow("long") << QString(300, u'a') << false;
}

void TestDockerBuildStep::knowsNamesOfImages()
{
    QFETCH(QString, image);
    QTEST(isImageName(image), "isName");
}

void TestDockerBuildStep::hostileValuesAreRefused()
{
    const auto refused = [this](const char *parameter, const Value &value) {
        Value::Map parameters = with();
        parameters[QLatin1String(parameter)] = value;
        return !m_harness->plan(m_kind, parameters);
    };
    for (const char *text : {"--upload-pack=touch x", "a\nb", "../../x", "\u202Ex"}) {
        const Value value(QString::fromUtf8(text));
        QVERIFY2(refused("tags", Value(Value::List{value})), text);
        QVERIFY2(refused("file", value), text);
        for (const char *map : {"args", "labels"})
            QVERIFY2(refused(map, Value(Value::Map{{QString::fromUtf8(text), value}})), text);
    }
    for (const char *text : {"--privileged", "a\nb"})
        QVERIFY2(refused("target", Value(QString::fromUtf8(text))), text);
    const QString zero = QStringLiteral("a") + QChar(0);
    QVERIFY(refused("args", Value(Value::Map{{QStringLiteral("A"), Value(zero)}})));
    QVERIFY(
        refused("labels", Value(Value::Map{{QStringLiteral("slipway.effect"), Value(QString())}})));
    m_harness->call({QStringLiteral("ln"), QStringLiteral("-s"), QStringLiteral("/etc/passwd"),
                     QStringLiteral("context/link")});
    QVERIFY(refused("file", Value(QStringLiteral("link"))));
}

QTEST_GUILESS_MAIN(TestDockerBuildStep)
#include "tst_dockerbuildstep.moc"
