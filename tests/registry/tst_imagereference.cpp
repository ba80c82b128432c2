// SPDX-License-Identifier: MIT
#include "core/registry/imagereference.h"

#include <QTest>

using namespace Slipway;

class TestImageReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsDockerDoes_data();
    void readsAsDockerDoes();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

namespace {

const QString sha = QLatin1String("sha256:") + QString(64, u'a');

} // namespace

void TestImageReference::readsAsDockerDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("digest");
    const auto row = [](const char *text, const char *registry, const char *repository,
                        const char *tag, const QString &digest = {}) {
        QTest::newRow(text) << QString::fromLatin1(text) +
                                   (digest.isEmpty() ? QString() : u'@' + digest)
                            << QString::fromLatin1(registry) << QString::fromLatin1(repository)
                            << QString::fromLatin1(tag) << digest;
    };
    row("mongo", "docker.io", "library/mongo", "");
    row("mongo:8.2.6-noble", "docker.io", "library/mongo", "8.2.6-noble");
    row("minio/minio:RELEASE.2025-09-07T16-13-09Z", "docker.io", "minio/minio",
        "RELEASE.2025-09-07T16-13-09Z");
    row("docker.io/mongo:8", "docker.io", "library/mongo", "8");
    row("index.docker.io/library/mongo:8", "docker.io", "library/mongo", "8");
    row("ghcr.io/org/app/part:v1.2", "ghcr.io", "org/app/part", "v1.2");
    row("localhost/app:1", "localhost", "app", "1");
    row("localhost:5000/app", "localhost:5000", "app", "");
    row("host:5000/ns/name:tag", "host:5000", "ns/name", "tag", sha);
    row("registry:2", "docker.io", "library/registry", "2");
    row("app:5000", "docker.io", "library/app", "5000");
    row("[::1]:5000/app:1", "[::1]:5000", "app", "1");
    row("HOST/app:1", "HOST", "app", "1");
    row("a__b/c-d.e--f:1", "docker.io", "a__b/c-d.e--f", "1");
    row("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1",
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com", "team/app", "1");
    row("mongo", "docker.io", "library/mongo", "", sha);
}

void TestImageReference::readsAsDockerDoes()
{
    QFETCH(QString, text);
    const auto reference = ImageReference::parse(text);
    QVERIFY2(reference, reference ? "" : qPrintable(reference.error().message()));
    QTEST(reference->registry, "registry");
    QTEST(reference->repository, "repository");
    QTEST(reference->tag, "tag");
    QTEST(reference->digest, "digest");
}

void TestImageReference::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             ":",
                             ":8",
                             "Mongo",
                             "mongo:",
                             "mongo:-1",
                             "mongo:a b",
                             "mongo:8@",
                             "mongo@sha256:abc",
                             "a//b",
                             "/a",
                             "a/",
                             "host:0/a",
                             "host:99999/a",
                             "host:port/a",
                             "-host.org/a",
                             "a/B:1",
                             "mongo:${TAG}",
                             "${IMAGE}",
                             "a..b",
                             "a___b",
                             "http://host/a",
                             "mongo:8 ",
                             "mongo\n:8",
                             "mongo:8\n",

                             "user@host.org/a"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("id") << QString(64, u'a');
    QTest::newRow("long tag") << QLatin1String("a:") + QString(129, u'1');
    QTest::newRow("long name") << QString(256, u'a');
    QTest::newRow("long digest") << QLatin1String("a@") + sha + u'a';
}

void TestImageReference::refusesWhatIsNone()
{
    QFETCH(QString, text);
    const auto reference = ImageReference::parse(text);
    QVERIFY(!reference);
    QCOMPARE(reference.error().code(), QStringLiteral("image.reference"));
}

QTEST_GUILESS_MAIN(TestImageReference)
#include "tst_imagereference.moc"
