// SPDX-License-Identifier: MIT
#include "core/checklist/capture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Slipway;

namespace {

Value json(const char *text)
{
    return Value::fromJson(QJsonDocument::fromJson(text).object());
}

Result<Capture> capture(const char *spec)
{
    return Capture::read(QStringLiteral("state"), json(spec));
}

/// What it takes out of lines, or the error.
QString takenFrom(Capture capture, const QStringList &lines)
{
    for (const QString &line : lines) {
        if (const auto found = capture.look(line); !found)
            return found.error().code();
    }
    const auto value = capture.taken();
    return value ? value->display() : value.error().code();
}

} // namespace

class TestCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksJson_data();
    void walksJson();
    void takesTheFirstLineThatMatches();
    void refusesWhatIsNoCapture_data();
    void refusesWhatIsNoCapture();
    void givesUpOnHostileLines_data();
    void givesUpOnHostileLines();
};

void TestCapture::walksJson_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *spec, const char *expected) {
        QTest::newRow(name) << QByteArray(spec) << QString::fromUtf8(expected);
    };
    row("member", R"({"json": "status"})", "Completed");
    row("below", R"({"json": "defaults.deployment_name"})", "deployment-1");
    row("element", R"({"json": "jobs[1].name"})", "b");
    row("all", R"({"json": "jobs[*].name", "type": "list"})", R"(["a","b"])");
    row("quoted", R"({"json": "tags['a.b']"})", "dotted");
    row("number", R"({"json": "count", "type": "number"})", "7");
    row("number as text", R"({"json": "count"})", "7");
    row("flag", R"({"json": "done", "type": "flag"})", "true");
    row("map", R"({"json": "defaults", "type": "map"})", R"({"deployment_name":"deployment-1"})");
    row("whole", R"({"json": ".", "type": "any"})",
        R"({"count":7,"defaults":{"deployment_name":"deployment-1"},"done":true,)"
        R"("jobs":[{"name":"a"},{"name":"b"}],"nothing":null,"status":"Completed",)"
        R"("tags":{"a.b":"dotted"}})");
    row("missing", R"({"json": "state"})", "capture.no-member");
    row("null", R"({"json": "nothing"})", "capture.no-member");
    row("beyond", R"({"json": "jobs[2].name"})", "capture.no-member");
    row("through a text", R"({"json": "status.name"})", "capture.no-member");
    row("default", R"({"json": "state", "default": "none"})", "none");
    row("wrong type", R"({"json": "status", "type": "number"})", "capture.value");
    row("list as text", R"({"json": "jobs"})", "capture.value");
    row("no version", R"({"json": "status", "type": "version"})", "capture.value");
}

void TestCapture::walksJson()
{
    QFETCH(QByteArray, spec);
    QFETCH(QString, expected);
    const Value document =
        json(R"({"status": "Completed", "count": 7, "done": true, "nothing": null,
                 "defaults": {"deployment_name": "deployment-1"}, "tags": {"a.b": "dotted"},
                 "jobs": [{"name": "a"}, {"name": "b"}]})");
    const auto made = capture(spec);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message()));
    const auto value = made->fromJson(document);
    QCOMPARE(value ? value->display() : value.error().code(), expected);
}

void TestCapture::takesTheFirstLineThatMatches()
{
    const QStringList lines{QStringLiteral("begin"), QStringLiteral("pushed v1.2 to registry"),
                            QStringLiteral("pushed v1.3 to registry")};
    QCOMPARE(takenFrom(*capture(R"-({"pattern": "pushed (\\S+)"})-"), lines),
             QStringLiteral("v1.2"));
    QCOMPARE(takenFrom(*capture(R"-({"pattern": "^be"})-"), lines), QStringLiteral("be"));
    QCOMPARE(takenFrom(*capture(R"-({"pattern": "(?:pu)(sh)"})-"), lines), QStringLiteral("sh"));
    QCOMPARE(takenFrom(*capture(R"-({"pattern": "v([0-9.]+)", "type": "version"})-"), lines),
             QStringLiteral("1.2"));
    QCOMPARE(takenFrom(*capture(R"-({"pattern": "no such"})-"), lines),
             QStringLiteral("capture.no-match"));
    QCOMPARE(takenFrom(*capture(R"-({"pattern": "no such", "default": ""})-"), lines), QString());
}

void TestCapture::refusesWhatIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *spec, const char *code) {
        QTest::newRow(spec) << QByteArray(spec) << QString::fromUtf8(code);
    };
    row(R"-({})-", "capture.form");
    row(R"-({"json": "a", "pattern": "b"})-", "capture.form");
    row(R"-({"jsn": "a"})-", "capture.form");
    row(R"-({"json": "a", "as": "text"})-", "capture.form");
    row(R"-({"json": "a", "type": "txt"})-", "capture.type");
    row(R"-({"json": "a", "type": "choice"})-", "capture.type");
    row(R"-({"json": "a..b"})-", "capture.path");
    row(R"-({"json": "a b"})-", "capture.path");
    row(R"-({"json": "a[-1]"})-", "capture.path");
    row(R"-({"json": "a[*].b[*]"})-", "capture.path");
    row(R"-({"pattern": "("})-", "capture.pattern");
    row(R"-({"pattern": "(a)(b)"})-", "capture.pattern");
}

void TestCapture::refusesWhatIsNoCapture()
{
    QFETCH(QByteArray, spec);
    QFETCH(QString, code);
    const auto made = capture(spec);
    QVERIFY(!made);
    QCOMPARE(made.error().code(), code);
    QVERIFY(made.error().message().contains(QLatin1String("'state'")));
}

void TestCapture::givesUpOnHostileLines_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("line");
    const QString many(60'000, u'a');
    QTest::newRow("nested") << QStringLiteral("^(?:a+)+$") << QString(many + u'b');
    QTest::newRow("alternatives") << QStringLiteral("^(?:a|aa)+$") << QString(many + u'b');
    QTest::newRow("back reference") << QStringLiteral("(a*)\\1*b$") << many;
    QTest::newRow("three stars") << QStringLiteral("a*a*a*c") << many;
}

void TestCapture::givesUpOnHostileLines()
{
    QFETCH(QString, pattern);
    QFETCH(QString, line);
    auto made = Capture::read(QStringLiteral("state"),
                              Value(Value::Map{{QStringLiteral("pattern"), Value(pattern)}}));
    QVERIFY(made);
    QElapsedTimer time;
    time.start();
    const auto found = made->look(line);
    QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
    QVERIFY(!found || !*found);
    if (!found)
        QCOMPARE(found.error().code(), QStringLiteral("capture.endless"));
}

QTEST_GUILESS_MAIN(TestCapture)
#include "tst_capture.moc"
