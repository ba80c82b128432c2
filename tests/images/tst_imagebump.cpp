// SPDX-License-Identifier: MIT
#include "core/images/imagebump.h"

#include <QTest>

using namespace Slipway;

class TestImageBump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyTheTags();
    void doesNothingTheSecondTime();
    void takesWhatWasDecided();
    void looksAtTheServicesNamed();
    void looksAtLinkedImagesAlone();
    void asksOnceForAnImage();
    void setsTagAndDigestTogether();
    void goesOnWhenOneCannotBeAsked();
    void leavesAloneWhatIsNoTag();
};

namespace {

const QByteArray compose = "services:\r\n"
                           "  database:\r\n"
                           "    # https://hub.docker.com/_/mongo\r\n"
                           "    image:   \"mongo:7.0.2-jammy\"   # the data\r\n"
                           "  queue:\r\n"
                           "    image: rabbitmq:4.2.1-management-alpine\r\n"
                           "  mirror: {image: mongo:7.0.2-jammy}\r\n"
                           "  api:\r\n"
                           "    build: .\r\n"
                           "    image: api:1.0\r\n"
                           "  free:\r\n"
                           "    image: ${FREE_IMAGE}\r\n"
                           "  heal:\r\n"
                           "    image: autoheal:latest";

const QByteArray lines = "mongo:7.0.9-jammy\nmongo:8.2.6-noble\nmongo:latest\n"
                         "rabbitmq:4.2.5-management-alpine\nrabbitmq:4.2.6-rc.1-management-alpine\n"
                         "api:2.0\n# of autoheal\nautoheal:1.2.0\n";

QList<ImageBump> planned(const QByteArray &bytes, const BumpWish &wish = {},
                         const TagSource &source = TagSource::ofLines(lines))
{
    const auto bumps = planBumps(bytes, wish, source);
    if (!bumps)
        qWarning("%s", qPrintable(bumps.error().message()));
    return bumps ? *bumps : QList<ImageBump>();
}

QByteArray bumped(const QByteArray &bytes, const QList<ImageBump> &bumps)
{
    const auto after = withBumps(bytes, bumps);
    return after ? *after : after.error().message().toUtf8();
}

const ImageBump *of(const QList<ImageBump> &bumps, const char *service)
{
    for (const ImageBump &bump : bumps) {
        if (bump.place.service == QLatin1String(service))
            return &bump;
    }
    return nullptr;
}

} // namespace

void TestImageBump::changesOnlyTheTags()
{
    const QList<ImageBump> bumps = planned(compose);
    QByteArray expected = compose;
    expected.replace("7.0.2-jammy", "7.0.9-jammy");
    expected.replace("4.2.1-management", "4.2.5-management");
    QCOMPARE(bumped(compose, bumps), expected);
    QCOMPARE(bumps.size(), 6);
    QVERIFY(of(bumps, "database")->isOpen());
    QCOMPARE(of(bumps, "database")->choice.major, QStringLiteral("8.2.6-noble"));
    QVERIFY(!of(bumps, "queue")->isOpen());
}

void TestImageBump::doesNothingTheSecondTime()
{
    const QByteArray once = bumped(compose, planned(compose));
    QVERIFY(once != compose);
    QCOMPARE(bumped(once, planned(once)), once);
}

void TestImageBump::takesWhatWasDecided()
{
    BumpWish wish;
    wish.taken = {{QStringLiteral("database"), QStringLiteral("8.2.6-noble")},
                  {QStringLiteral("mirror"), QStringLiteral("7.0.2-jammy")},
                  {QStringLiteral("queue"), QStringLiteral("4.2.4-management-alpine")}};
    const QList<ImageBump> bumps = planned(compose, wish);
    QCOMPARE(of(bumps, "database")->tag, QStringLiteral("8.2.6-noble"));
    QVERIFY(!of(bumps, "database")->isOpen());
    QCOMPARE(of(bumps, "mirror")->tag, QString()); // it stays
    QVERIFY(!of(bumps, "mirror")->isOpen());
    QCOMPARE(of(bumps, "queue")->tag, QStringLiteral("4.2.4-management-alpine"));
    wish.taken = {{QStringLiteral("queue"), QStringLiteral("4 2")}};
    QCOMPARE(of(planned(compose, wish), "queue")->error->code(), QStringLiteral("images.bad-tag"));
}

void TestImageBump::looksAtTheServicesNamed()
{
    BumpWish wish;
    wish.only = {QStringLiteral("queue")};
    const QList<ImageBump> bumps = planned(compose, wish);
    QCOMPARE(bumps.size(), 1);
    QVERIFY(bumped(compose, bumps).contains("mongo:7.0.2-jammy"));
    wish.only.append(QStringLiteral("quueue"));
    const auto none = planBumps(compose, wish, TagSource::ofLines(lines));
    QCOMPARE(none.error().code(), QStringLiteral("images.no-service"));
}

void TestImageBump::looksAtLinkedImagesAlone()
{
    BumpWish wish;
    wish.isLinkedAlone = true;
    const QList<ImageBump> bumps = planned(compose, wish);
    QCOMPARE(bumps.size(), 1);
    QCOMPARE(bumps[0].place.service, QStringLiteral("database"));
}

void TestImageBump::asksOnceForAnImage()
{
    QStringList asked;
    const TagSource source{[&asked](const ImageReference &image) -> Result<QStringList> {
        asked.append(image.name());
        return QStringList();
    }};
    QCOMPARE(bumped(compose, planned(compose, {}, source)), compose);
    QCOMPARE(asked.join(u' '), QStringLiteral("docker.io/library/mongo docker.io/library/rabbitmq "
                                              "docker.io/library/autoheal"));
}

void TestImageBump::setsTagAndDigestTogether()
{
    const QByteArray before = "sha256:" + QByteArray(64, 'a');
    const QByteArray after = "sha256:" + QByteArray(64, 'b');
    const QByteArray pinned = "services:\n  a:\n    image: mongo:7.0.2-jammy@" + before + "\n";
    TagSource source = TagSource::ofLines(lines);
    const QList<ImageBump> without = planned(pinned, {}, source);
    QVERIFY(without[0].error);
    QCOMPARE(bumped(pinned, without), pinned);
    source.digest = [&after](const ImageReference &image) -> Result<QString> {
        if (image.tag != u"7.0.9-jammy")
            return Error(QStringLiteral("test.tag"), "another tag");
        return QString::fromLatin1(after);
    };
    QCOMPARE(bumped(pinned, planned(pinned, {}, source)),
             "services:\n  a:\n    image: mongo:7.0.9-jammy@" + after + "\n");
    source.digest = [](const ImageReference &) -> Result<QString> {
        return Error(QStringLiteral("test.gone"), "gone");
    };
    const QList<ImageBump> failed = planned(pinned, {}, source);
    QCOMPARE(failed[0].error->code(), QStringLiteral("test.gone"));
    QCOMPARE(bumped(pinned, failed), pinned);
}

void TestImageBump::goesOnWhenOneCannotBeAsked()
{
    TagSource source = TagSource::ofLines(lines);
    source.tags = [tags = source.tags](const ImageReference &image) -> Result<QStringList> {
        if (image.repository.contains(u"mongo"))
            return Error(QStringLiteral("http.no-host"), "offline");
        return tags(image);
    };
    const QList<ImageBump> bumps = planned(compose, {}, source);
    QCOMPARE(of(bumps, "database")->error->code(), QStringLiteral("http.no-host"));
    QVERIFY(!of(bumps, "database")->isAsked);
    QCOMPARE(of(bumps, "queue")->tag, QStringLiteral("4.2.5-management-alpine"));
}

void TestImageBump::leavesAloneWhatIsNoTag()
{
    const QList<ImageBump> bumps = planned(compose);
    QVERIFY(of(bumps, "api")->error && of(bumps, "free")->error); // built here; a variable
    QVERIFY(!of(bumps, "heal")->error);
    QVERIFY(of(bumps, "heal")->tag.isEmpty() && !of(bumps, "heal")->isOpen());
    QVERIFY(planned("services: {}\n").isEmpty());
    QVERIFY(!planBumps("a: 1\n", {}, TagSource::ofLines(lines)));
}

QTEST_GUILESS_MAIN(TestImageBump)
#include "tst_imagebump.moc"
