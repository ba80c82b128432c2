// SPDX-License-Identifier: MIT
#include "core/steps/imagesbumpstep.h"

#include "core/steps/imagechoices.h"
#include "tests/http/testserver.h"
#include "tests/steps/stepharness.h"

#include <QTest>

using namespace Slipway;

class TestImagesBumpStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsTagsAndNothingElse();
    void asksAboutWhatChangesMore();
    void goesOnWithTheAnswers();
    void forgetsAnAnswerAboutAnotherTag();
    void takesWhatTheChecklistDecided();
    void looksAtLinkedImagesAlone();
    void leavesMajorsWhereNobodyMayBeAsked();
    void asksAlwaysWhereThatIsSaid();
    void asksARegistry();
    void asksAPersonWhereNoRegistryAnswers();
    void asksNobodyInARehearsal();
    void probesAndUndoes();

private:
    Value::Map with(Value::Map more = {}) const
    {
        more.insert(QStringLiteral("file"), Value(QStringLiteral("docker-compose.yml")));
        if (!more.contains(QStringLiteral("tags")))
            more.insert(QStringLiteral("tags"), Value(QStringLiteral("tags.txt")));
        return more;
    }
    /// Without a file of tags: the registries are asked.
    Value::Map asking() const
    {
        Value::Map here = with();
        here.remove(QStringLiteral("tags"));
        return here;
    }
    QByteArray compose() const { return m_harness->read(QStringLiteral("docker-compose.yml")); }
    ImageChoices choices(const Outcome &outcome) const;

    std::unique_ptr<StepHarness> m_harness;
    ImagesBumpStep m_kind;
};

namespace {

const QByteArray before = "services:\n"
                          "  queue:\n"
                          "    # https://hub.docker.com/_/rabbitmq\n"
                          "    image: rabbitmq:4.2.1-management-alpine  # kept\n"
                          "  database:\n"
                          "    image: 'mongo:7.0.2-jammy'";

Value text(const char *value)
{
    return Value(QString::fromUtf8(value));
}

Value::Map only(const char *service)
{
    return {{QStringLiteral("only"), Value(Value::List{text(service)})}};
}

} // namespace

ImageChoices TestImagesBumpStep::choices(const Outcome &outcome) const
{
    for (const Evidence &one : outcome.evidence) {
        const auto bytes = m_harness->objects().read(one.digest);
        if (one.type == u"images" && bytes)
            return ImageChoices::fromBytes(*bytes).valueOr({});
    }
    return {};
}

void TestImagesBumpStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(QStringLiteral("docker-compose.yml"), before);
    m_harness->write(QStringLiteral("tags.txt"),
                     "rabbitmq:4.2.5-management-alpine\nrabbitmq:latest\nmongo:7.0.9-jammy\n"
                     "mongo:8.2.6-noble\n");
}

void TestImagesBumpStep::setsTagsAndNothingElse()
{
    const Outcome outcome = m_harness->planAndRun(m_kind, with(only("queue")));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QByteArray after = before;
    QCOMPARE(compose(), after.replace("4.2.1", "4.2.5"));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 1);
    QCOMPARE(outcome.outputs[QStringLiteral("images")].texts(),
             QStringList(QStringLiteral("rabbitmq:4.2.5-management-alpine")));
    QCOMPARE(outcome.evidence.value(0).name, QStringLiteral("diff"));
    const Outcome again = m_harness->planAndRun(m_kind, with(only("queue")));
    QCOMPARE(again.outputs[QStringLiteral("count")].number(), 0);
    QCOMPARE(compose(), after);
}

void TestImagesBumpStep::asksAboutWhatChangesMore()
{
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Asking);
    QCOMPARE(compose(), before);
    const ImageChoices asked = choices(outcome);
    QCOMPARE(asked.images.size(), 2);
    QCOMPARE(asked.open({}).size(), 1);
    const ChoosableImage *database = asked.image(QStringLiteral("database"));
    QVERIFY(database && database->isOpen);
    QCOMPARE(database->choice.next, QStringLiteral("7.0.9-jammy"));
    QCOMPARE(database->choice.major, QStringLiteral("8.2.6-noble"));
    QCOMPARE(asked.image(QStringLiteral("queue"))->choice.others.value(0).tag,
             QStringLiteral("latest"));
    QCOMPARE(m_harness->probe(m_kind, *intent).outcome.end, Outcome::End::Asking);
}

void TestImagesBumpStep::goesOnWithTheAnswers()
{
    const Outcome asked = m_harness->planAndRun(m_kind, with());
    const ChoosableImage database = *choices(asked).image(QStringLiteral("database"));
    m_harness->answer(database.service, ImageAnswer::take(database, QStringLiteral("8.2.6-noble")));
    const Outcome outcome = m_harness->planAndRun(m_kind, with());
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QByteArray after = before;
    after.replace("4.2.1", "4.2.5");
    QCOMPARE(compose(), after.replace("7.0.2-jammy", "8.2.6-noble"));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 2);
}

void TestImagesBumpStep::forgetsAnAnswerAboutAnotherTag()
{
    const Outcome asked = m_harness->planAndRun(m_kind, with());
    const ChoosableImage database = *choices(asked).image(QStringLiteral("database"));
    m_harness->answer(database.service, ImageAnswer::take(database, QStringLiteral("8.2.6-noble")));
    QByteArray changed = before;
    m_harness->write(QStringLiteral("docker-compose.yml"), changed.replace("7.0.2", "7.0.3"));
    QCOMPARE(m_harness->planAndRun(m_kind, with()).end, Outcome::End::Asking);
}

void TestImagesBumpStep::takesWhatTheChecklistDecided()
{
    const Value::Map take{{QStringLiteral("database"), text("7.0.2-jammy")}};
    const Outcome outcome =
        m_harness->planAndRun(m_kind, with({{QStringLiteral("take"), Value(take)}}));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QByteArray after = before;
    QCOMPARE(compose(), after.replace("4.2.1", "4.2.5"));
    const Value::Map wrong{{QStringLiteral("data"), text("1")}};
    QCOMPARE(
        m_harness->planAndRun(m_kind, with({{QStringLiteral("take"), Value(wrong)}})).error.code(),
        QStringLiteral("images.no-service"));
}

void TestImagesBumpStep::looksAtLinkedImagesAlone()
{
    const Outcome outcome =
        m_harness->planAndRun(m_kind, with({{QStringLiteral("linked"), Value(true)}}));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(choices(outcome).images.size(), 1);
    QVERIFY(compose().contains("7.0.2-jammy"));
}

void TestImagesBumpStep::leavesMajorsWhereNobodyMayBeAsked()
{
    const Outcome outcome =
        m_harness->planAndRun(m_kind, with({{QStringLiteral("ask"), text("never")}}));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QVERIFY(compose().contains("7.0.9-jammy"));
}

void TestImagesBumpStep::asksAlwaysWhereThatIsSaid()
{
    Value::Map always = only("queue");
    always.insert(QStringLiteral("ask"), text("always"));
    const Outcome asked = m_harness->planAndRun(m_kind, with(always));
    QCOMPARE(asked.end, Outcome::End::Asking);
    const ChoosableImage queue = *choices(asked).image(QStringLiteral("queue"));
    m_harness->answer(queue.service, ImageAnswer::take(queue, queue.choice.current));
    const Outcome outcome = m_harness->planAndRun(m_kind, with(always));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(compose(), before);
}

void TestImagesBumpStep::asksARegistry()
{
    TestServer server;
    server.replies["/v2/"] = TestServer::reply("200 OK", "{}");
    server.replies["/v2/app/tags/list?n=1000"] =
        TestServer::reply("200 OK", R"({"name":"app","tags":["1.0","1.1","1.2-rc1","latest"]})");
    m_harness->write(QStringLiteral("docker-compose.yml"),
                     "services:\n  app:\n    image: " + server.url().mid(7).toUtf8() + "app:1.0\n");
    const Outcome outcome = m_harness->planAndRun(m_kind, asking());
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QVERIFY(compose().endsWith("app:1.1\n"));
}

void TestImagesBumpStep::asksAPersonWhereNoRegistryAnswers()
{
    QString address;
    {
        const TestServer gone;
        address = gone.url().mid(7);
    }
    m_harness->write(QStringLiteral("docker-compose.yml"),
                     "services:\n  app:\n    image: " + address.toUtf8() + "app:1.0\n");
    Value::Map here = asking();
    const Outcome asked = m_harness->planAndRun(m_kind, here);
    QCOMPARE(asked.end, Outcome::End::Asking);
    const ChoosableImage app = *choices(asked).image(QStringLiteral("app"));
    QCOMPARE(app.error.code(), QStringLiteral("http.refused"));
    m_harness->answer(app.service, ImageAnswer::take(app, QStringLiteral("1.7")));
    const Outcome outcome = m_harness->planAndRun(m_kind, here);
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QVERIFY(compose().endsWith("app:1.7\n"));
    m_harness->answer(app.service, {});
    here.insert(QStringLiteral("ask"), text("never"));
    QCOMPARE(m_harness->planAndRun(m_kind, here).error.code(), QStringLiteral("http.refused"));
}

void TestImagesBumpStep::asksNobodyInARehearsal()
{
    StepContext context = m_harness->context();
    context.files = FileView(std::make_shared<Overlay>(m_harness->objects()));
    Value::Map plain = with();
    const auto planned = m_kind.plan(plain, context);
    QVERIFY(planned);
    plain.remove(QStringLiteral("tags"));
    const auto unknown = m_kind.plan(plain, context);
    QVERIFY(!unknown && isUnknownInRehearsal(unknown.error()));
}

void TestImagesBumpStep::probesAndUndoes()
{
    const auto intent = m_harness->plan(m_kind, with(only("queue")));
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    QCOMPARE(m_harness->undo(m_kind, *intent).end, Outcome::End::Succeeded);
    QCOMPARE(compose(), before);
    m_harness->write(QStringLiteral("docker-compose.yml"), "services: {}\n");
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
}

QTEST_GUILESS_MAIN(TestImagesBumpStep)
#include "tst_imagesbumpstep.moc"
