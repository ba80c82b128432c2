// SPDX-License-Identifier: MIT
#include "core/packages/composeimages.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

namespace {

/// "line service[+others] image|tag bytes", with the code of what stands in the way.
QStringList imageTexts(const QByteArray &file)
{
    const auto images = composeImages(file);
    if (!images)
        return {images.error().code()};
    QStringList texts;
    for (const ComposeImage &image : *images) {
        QStringList services = image.others;
        services.prepend(image.service);
        texts.append(QStringLiteral("%1 %2 %3 <%4>%5")
                         .arg(image.line)
                         .arg(services.join(u'+'), image.image,
                              QString::fromUtf8(image.tag.of(file)),
                              image.uneditable ? u' ' + image.uneditable->code() : QString()));
    }
    return texts;
}

/// All editable tags of a file set to another.
Result<QByteArray> withAllTags(const QByteArray &file, const QByteArray &tag)
{
    const auto images = composeImages(file);
    if (!images)
        return images.error();
    QList<ImageTagChange> changes;
    for (const ComposeImage &image : *images)
        if (!image.uneditable)
            changes.append({image.tag, tag});
    return withImageTags(file, changes);
}

} // namespace

class TestComposeImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsImages_data();
    void readsImages();
    void knowsTheLinkAbove();
    void tellsWhichDefaultsItFilledIn();
    void changesNothingButTheTags();
    void changesADigestWithItsTagAlone();
    void refusesWhatIsNoTag();
};

void TestComposeImages::readsImages_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("wanted");
    const auto row = [](const char *name, const QByteArray &file, const char *wanted) {
        QTest::newRow(name) << file << words(wanted);
    };
    row("plain", "services:\n  db:\n    image: mongo:8.2.6-noble # note\n",
        "3 db mongo:8.2.6-noble <8.2.6-noble>");
    row("mark and crlf",
        "\xEF\xBB\xBF"
        "services:\r\n  db:\r\n    image: mongo:7\r\n  b: {image: a:1}\r\n",
        "3 db mongo:7 <7>|4 b a:1 <1>");
    row("quotes and accents",
        "# maçã\nservices:\n  db: {\"image\": \"mongo:7\"}\n  c:\n    'image': 'c:1'\t# x:2\n",
        "3 db mongo:7 <7>|5 c c:1 <1>");
    row("port and path",
        "services:\n  a:\n    image: host:5000/ns/name:1.2\n  b:\n    image: host:5000/x\n",
        "3 a host:5000/ns/name:1.2 <1.2>|5 b host:5000/x <> compose.no-tag");
    row("release", "services: {m: {image: minio/minio:RELEASE.2025-09-07T16-13-09Z}}",
        "1 m minio/minio:RELEASE.2025-09-07T16-13-09Z <RELEASE.2025-09-07T16-13-09Z>");
    row("folded", "services:\n  a:\n    image: >-\n      mongo:7\n  b:\n    image: |\n      c:1\n",
        "4 a mongo:7 <7>|7 b c:1 <1>");
    row("anchor",
        "x-a: &a\n  image: &i mongo:7\nservices:\n  a:\n    <<: *a\n  b:\n    <<: [*a]\n  c:\n    "
        "image: *i\n",
        "2 a+b+c mongo:7 <7>");
    row("first merge wins, own before merged",
        "x-a: &a {image: a:1}\nx-b: &b {image: b:1}\nservices:\n  a:\n    <<: [*a, *b]\n  b:\n    "
        "<<: *a\n"
        "    image: c:1\n",
        "1 a a:1 <1>|8 b c:1 <1>");
    row("merge of a merge", "x: &x {image: a:1}\ny: &y {<<: *x}\nservices: {s: {<<: *y}}\n",
        "1 s a:1 <1>");
    row("merge of itself", "services: {s: &s {<<: *s, image: a:1}, t: &t {<<: *t}}\n",
        "1 s a:1 <1>");
    row("extends",
        "services:\n  a: {image: a:1}\n  b: {extends: a}\n  c: {extends: {service: b}}\n"
        "  d: {extends: {file: x.yml, service: a}}\n  e: {extends: e}\n",
        "2 a+b+c a:1 <1>");
    row("default", "services: {a: {image: '${IMG:-reg/a:1.2}'}, b: {image: \"b:${T-7}\"}}",
        "1 a reg/a:1.2 <1.2>|1 b b:7 <7>");
    row("nested default", "services:\n  a:\n    image: a:${A:-${B:-1}}\n", "3 a a:1 <1>");
    row("variable",
        "services:\n  a:\n    image: ${A}\n  b:\n    image: b:$T\n  c:\n    image: c:${T:?say}\n"
        "  d:\n    image: ${R:+x/}d:1\n",
        "3 a ${A} <> compose.variable|5 b b:$T <> compose.variable|7 c c:${T:?say} <> "
        "compose.variable|9 d ${R:+x/}d:1 <> compose.variable");
    row("split over a variable",
        "services:\n  a:\n    image: a:${M:-7}.0\n  b:\n    image: \"b\\x3a1.\\x30\"\n",
        "3 a a:7.0 <> compose.split|5 b b:1.0 <> compose.split");
    row("built", "services:\n  a: {build: ., image: a:1}\n  b: {image: a:1}\n  c: {image: c:1}\n",
        "2 a a:1 <> compose.built|3 b a:1 <> compose.built|4 c c:1 <1>");
    row("digest",
        "services:\n  a:\n    image: a:1@sha256:0123456789abcdef0123456789abcdef\n  b:\n    image: "
        "b@sha256:0123456789abcdef0123456789abcdef\n",
        "3 a a:1@sha256:0123456789abcdef0123456789abcdef <1> compose.digest|5 b "
        "b@sha256:0123456789abcdef0123456789abcdef <> compose.digest");
    row("reset", "services: {a: {image: !reset null}, b: {image: !override b:1}}", "1 b b:1 <1>");
    row("twice", "services: {a: {image: a:1, image: a:2}}", "1 a a:1 <> compose.duplicate-key");
    row("first format", "db:\n  image: mongo:7\nweb:\n  build: .\n", "2 db mongo:7 <7>");
    row("documents", "services: {a: {image: a:1}}\n---\nservices: {b: {image: b:1}}\n",
        "1 a a:1 <1>|3 b b:1 <1>");
    row("elsewhere", "x-image: {image: x:1}\nservices: {a: {labels: {image: y:1}, image: z:1}}\n",
        "2 a z:1 <1>");
    row("odd", "services: {a: {image: 'Mongo 7:1'}, b: {image: ''}, c: {image: [x]}}",
        "1 a Mongo 7:1 <> compose.bad-reference|1 b  <> compose.bad-reference");
    row("no compose file", "- a\n- b\n", "compose.no-services");
    row("no yaml", "services:\n\t- a\n  b: {\n", "yaml.syntax");
    row("empty", "", "compose.no-services");
}

void TestComposeImages::readsImages()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, wanted);
    QCOMPARE(imageTexts(file), wanted);
}

void TestComposeImages::knowsTheLinkAbove()
{
    const auto images = composeImages("services:\n"
                                      "  a:\n"
                                      "    # https://hub.docker.com/_/mongo?tab=tags (keep noble)\n"
                                      "    # newer ones break\n"
                                      "    image: mongo:7\n"
                                      "  b:\n"
                                      "    # https://hub.docker.com/_/b\n"
                                      "\n"
                                      "    image: b:1\n");
    QVERIFY(images.isOk());
    QCOMPARE(images->at(0).link, QStringLiteral("https://hub.docker.com/_/mongo?tab=tags"));
    QCOMPARE(images->at(1).link, QString());
}

void TestComposeImages::tellsWhichDefaultsItFilledIn()
{
    const auto images = composeImages("services:\n  a:\n    image: ${R:-reg:5000}/a:${T:-1$${}\n"
                                      "  b:\n    image: ${R:-reg:5000}/b:${T:-1.2}\n");
    QVERIFY(images.isOk());
    QCOMPARE(images->at(1).image, QStringLiteral("reg:5000/b:1.2"));
    QCOMPARE(images->at(1).name(), QStringLiteral("reg:5000/b"));
    QCOMPARE(images->at(1).tagText(), QStringLiteral("1.2"));
    QCOMPARE(images->at(1).defaults, words("R|T"));
}

void TestComposeImages::changesNothingButTheTags()
{
    const QByteArray file = "\xEF\xBB\xBF# ma\xC3\xA7\xC3\xA3 a:1\r\n"
                            "x-a: &a\r\n"
                            "  image:   &i \"mongo:7\"   # mongo:7\r\n"
                            "services:\n"
                            "  a: {<<: *a}\n"
                            "  b:\t\n"
                            "    image: ${I:-b:7}\n"
                            "    command: b:7\n"
                            "  c: {build: ., image: c:7}";
    QByteArray wanted = file;
    wanted.replace("\"mongo:7\"", "\"mongo:8.0.1-noble\"");
    wanted.replace("{I:-b:7}", "{I:-b:8.0.1-noble}");
    const auto edited = withAllTags(file, "8.0.1-noble");
    QVERIFY(edited.isOk());
    QCOMPARE(*edited, wanted);
    const auto again = withAllTags(*edited, "8.0.1-noble");
    QVERIFY(again.isOk());
    QCOMPARE(*again, wanted);
    const auto back = withAllTags(*edited, "7");
    QVERIFY(back.isOk());
    QCOMPARE(*back, file);
}

void TestComposeImages::changesADigestWithItsTagAlone()
{
    const QByteArray old = "sha256:" + QByteArray(64, 'a');
    const QByteArray now = "sha256:" + QByteArray(64, 'b');
    const QByteArray file = "services: {a: {image: 'a:1@" + old + "'}}\n";
    const auto images = composeImages(file);
    QVERIFY(images.isOk());
    QCOMPARE(images->at(0).digest.of(file), old);
    const ByteRange tag = images->at(0).tag;
    QCOMPARE(withImageTags(file, {{tag, "2"}}).error().code(),
             QStringLiteral("compose.no-such-place"));
    const auto edited = withImageTags(file, {{tag, "2", now}});
    QVERIFY(edited.isOk());
    QCOMPARE(*edited, QByteArray("services: {a: {image: 'a:2@" + now + "'}}\n"));
}

void TestComposeImages::refusesWhatIsNoTag()
{
    const QByteArray file = "services: {a: {image: a:1}}\n";
    const ByteRange tag = composeImages(file)->at(0).tag;
    for (const char *text : {"", "-1", "1 2", "1:2", "1\n", "1}", "\xC3\xA7"})
        QCOMPARE(withImageTags(file, {{tag, text}}).error().code(),
                 QStringLiteral("compose.bad-tag"));
    QCOMPARE(withImageTags(file, {{{tag.begin - 1, tag.end}, "2"}}).error().code(),
             QStringLiteral("compose.no-such-place"));
}

QTEST_GUILESS_MAIN(TestComposeImages)
#include "tst_composeimages.moc"
