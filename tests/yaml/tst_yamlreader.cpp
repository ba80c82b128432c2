// SPDX-License-Identifier: MIT
#include "core/yaml/yamlreader.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Slipway;

namespace {

QString problemOf(const QByteArray &bytes)
{
    const auto read = readYaml(bytes, QStringLiteral("a.yml"));
    return read ? QString() : read.error().place().text() + u' ' + read.error().message();
}

} // namespace

class TestYamlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderPlacesAndQuotes();
    void plainScalarsMeanWhatTheySay_data();
    void plainScalarsMeanWhatTheySay();
    void textPlacesPointAtTheFirstCharacter();
    void refusesWithPlaceAndAdvice_data();
    void refusesWithPlaceAndAdvice();
    void limitsAreExact();
    void aMegabyteOfBracketsIsRefusedAtOnce();
    void bracketsInTextsAreNoNesting();
    void bidiMayStandInAComment();
    void aByteOrderMarkIsNoContent();
};

void TestYamlReader::keepsOrderPlacesAndQuotes()
{
    const auto root = readYaml("b: 1\na: ['2', x]\n", QStringLiteral("a.yml"));
    QVERIFY2(root, "a plain file has to be read");
    QVERIFY(root->isMap());
    QCOMPARE(root->members().size(), size_t(2));
    QCOMPARE(root->members()[0].key, QStringLiteral("b"));
    QCOMPARE(root->members()[1].place.text(), QStringLiteral("a.yml:2:1"));
    const YamlNode &list = root->members()[1].value;
    QVERIFY(list.isList());
    QCOMPARE(list.place().text(), QStringLiteral("a.yml:2:4"));
    QVERIFY(list.elements()[0].isQuoted());
    QVERIFY(!list.elements()[1].isQuoted());
    QVERIFY(root->member(QStringLiteral("a")));
    QVERIFY(!root->member(QStringLiteral("c")));
}

void TestYamlReader::plainScalarsMeanWhatTheySay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](const char *text, const QJsonValue &expected) {
        QTest::newRow(text) << QByteArray(text) << expected;
    };
    row("~", QJsonValue::Null);
    row("null", QJsonValue::Null);
    row("", QJsonValue::Null);
    row("true", true);
    row("false", false);
    row("42", 42);
    row("-7", -7);
    row("0", 0);
    for (const char *text : {"yes", "on", "no", "True", "0o17", "017", "0x1F", "1e3", "1.5", "+1",
                             "1_000", ".inf", "2026-11-21", "99999999999999999999", "-"})
        row(text, QString::fromUtf8(text));
    row("'true'", QStringLiteral("true"));
    row("\"42\"", QStringLiteral("42"));
    row("''", QString());
}

void TestYamlReader::plainScalarsMeanWhatTheySay()
{
    QFETCH(QByteArray, text);
    QFETCH(QJsonValue, expected);
    if (text == "-") // alone it would begin a list
        text = "-x", expected = QStringLiteral("-x");
    const auto root = readYaml("a: " + text + "\nb: 1\n", QStringLiteral("a.yml"));
    QVERIFY2(root, qPrintable(root ? QString() : root.error().message()));
    QCOMPARE(root->member(QStringLiteral("a"))->value().toJson(), expected);
}

void TestYamlReader::textPlacesPointAtTheFirstCharacter()
{
    const auto root = readYaml("é: plain\nb: 'quoted'\nc: |\n    block\n  \nd: >-\n  folded\n",
                               QStringLiteral("a.yml"));
    QVERIFY(root);
    const auto place = [&](const char *key) {
        return root->member(QString::fromUtf8(key))->textPlace().text();
    };
    QCOMPARE(place("é"), QStringLiteral("a.yml:1:4"));
    QCOMPARE(place("b"), QStringLiteral("a.yml:2:5"));
    QCOMPARE(place("c"), QStringLiteral("a.yml:4:5"));
    QCOMPARE(place("d"), QStringLiteral("a.yml:7:3"));
}

void TestYamlReader::refusesWithPlaceAndAdvice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &bytes, const char *problem) {
        QTest::newRow(name) << bytes << QString::fromUtf8(problem);
    };
    row("anchor", "a: &x 1\n",
        "a.yml:1:4 Anchors (&name) are not read. Write the value out at each place, or quote a "
        "text that begins with \"&\".");
    row("alias", "a: 1\nb: *x\n",
        "a.yml:2:4 Aliases (*name) are not read. Write the value out, or quote a text that begins "
        "with \"*\".");
    row("cycle", "&a [*a]\n",
        "a.yml:1:1 Anchors (&name) are not read. Write the value out at each place, or quote a "
        "text that begins with \"&\".");
    row("tag", "a: !!python/object x\n",
        "a.yml:1:4 Tags (!name) are not read. Remove the tag, or quote a text that begins with "
        "\"!\".");
    row("plain tag", "a: ! x\n",
        "a.yml:1:4 Tags (!name) are not read. Remove the tag, or quote a text that begins with "
        "\"!\".");
    row("merge key", "a:\n  <<: {b: 1}\n",
        "a.yml:2:3 Merge keys (<<) are not read. Write the members out.");
    row("duplicate key", "a: 1\nb: 2\na: 3\n",
        "a.yml:3:1 The key 'a' stands here twice. Keep one of the two.");
    row("duplicate key, quoted", "a: 1\n'a': 3\n",
        "a.yml:2:1 The key 'a' stands here twice. Keep one of the two.");
    row("list as key", "{[a]: 1}\n",
        "a.yml:1:2 A key has to be a text, not a list or a map. Quote a value that begins with "
        "\"{\" or \"[\".");
    row("missing key", "{: 1}\n",
        "a.yml:1:2 A key is missing before this \":\". Write \"name: value\".");
    row("several documents", "a: 1\n---\nb: 1\n",
        "a.yml:2:1 A second document begins here. Keep one document in a file, without further "
        "\"---\" lines.");
    row("nul", QByteArray("a: b\0c\n", 7),
        "a.yml:1:5 The control character U+0000 may not stand in a file. Remove it.");
    row("escape", "a: b\n# \x1b[31m\n",
        "a.yml:2:3 The control character U+001b may not stand in a file. Remove it.");
    row("escaped nul", "a: \"b\\0c\"\n",
        "a.yml:1:4 The text holds the invisible control character U+0000. Remove it.");
    row("bidi", "a: b\u202ec\n",
        "a.yml:1:4 The text holds the invisible control character U+202e. Remove it.");
    row("escaped bidi in a key", "\"a\\u2066\": 1\n",
        "a.yml:1:1 The text holds the invisible control character U+2066. Remove it.");
    row("c1 control", "a: b\u0085c\n",
        "a.yml:1:4 The text holds the invisible control character U+0085. Remove it.");
    row("invalid utf-8", "a: \xC3\xA9\nb: \xFF\n",
        "a.yml:2:4 This is not UTF-8. Save the file as UTF-8.");
    row("utf-8 cut off", "a: \xC3", "a.yml:1:4 This is not UTF-8. Save the file as UTF-8.");
    row("overlong utf-8", "a: \xC0\x80\n", "a.yml:1:4 This is not UTF-8. Save the file as UTF-8.");
    row("tab as indentation", "a:\n\tb: 1\n",
        "a.yml:2:3 This is not YAML: illegal map value. Look at the indentation, the quotes and "
        "the brackets here and just before.");
    row("open bracket", "a: [1, 2\n",
        "a.yml:2:1 This is not YAML: end of sequence flow not found. Look at the indentation, the "
        "quotes and the brackets here and just before.");
    row("empty", "", "a.yml:1:1 The file is empty.");
    row("comment only", "# nothing\n", "a.yml:1:1 The file is empty.");
    row("too large", QByteArray(1024 * 1024 + 1, ' '),
        "a.yml The file has 1048577 bytes; at most 1048576 are read. Split it.");
}

void TestYamlReader::refusesWithPlaceAndAdvice()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    QCOMPARE(problemOf(bytes), problem);
}

void TestYamlReader::limitsAreExact()
{
    QCOMPARE(problemOf(QByteArray(64, '[') + QByteArray(64, ']')), QString());
    QVERIFY(problemOf(QByteArray(65, '[') + QByteArray(65, ']'))
                .startsWith(QStringLiteral("a.yml:1:65 Lists and maps are nested more than 64")));
    QByteArray nested;
    for (int i = 0; i < 65; ++i)
        nested += QByteArray(i, ' ') + "a:\n";
    QVERIFY(problemOf(nested + QByteArray(65, ' ') + "b\n").contains(QLatin1String("64 levels")));
    QCOMPARE(problemOf("a: " + QByteArray(64 * 1024, 'x') + "\n"), QString());
    QVERIFY(problemOf("a: " + QByteArray(64 * 1024 + 1, 'x') + "\n")
                .startsWith(QStringLiteral("a.yml:1:4 This text has 65537 bytes")));
    QCOMPARE(problemOf("[" + QByteArray("1,").repeated(99'998) + "1]"), QString());
    QVERIFY(problemOf("[" + QByteArray("1,").repeated(100'000) + "1]")
                .contains(QLatin1String("more than 100000 values")));
}

void TestYamlReader::aMegabyteOfBracketsIsRefusedAtOnce()
{
    QElapsedTimer timer;
    timer.start();
    for (const char *unit : {"[", "{", "[a,", "{a: ", "[ # x\n", "- [\n  ["}) {
        const QByteArray bytes = QByteArray(unit).repeated(1'000'000 / qstrlen(unit));
        QVERIFY2(problemOf(bytes).contains(QLatin1String("more than 64 levels")), unit);
    }
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestYamlReader::bracketsInTextsAreNoNesting()
{
    const QByteArray many(100, '[');
    QCOMPARE(problemOf("a: 'x" + many + "'\nb: \"\\\"" + many + "\"\nc: x" + many + "\n# " + many +
                       "\nd: |\n  " + many + "\n\n  " + many + "\n- e: >-\n"),
             problemOf("a: x\nb: x\nc: x\n#\nd: x\n\n\n\n- e: >-\n"));
    QCOMPARE(problemOf("l:\n  - run: |\n      " + many + "\n    b: [1]\n"), QString());
}

void TestYamlReader::bidiMayStandInAComment()
{
    QCOMPARE(problemOf("a: 1 # \u202e\n"), QString());
}

void TestYamlReader::aByteOrderMarkIsNoContent()
{
    const auto root = readYaml("\xEF\xBB\xBF"
                               "a: 1\r\nb: 2\r\n",
                               QStringLiteral("a.yml"));
    QVERIFY(root);
    QCOMPARE(root->members()[0].key, QStringLiteral("a"));
    QCOMPARE(root->members()[0].place.column, 1);
    QCOMPARE(root->members()[1].value.value(), Value(2));
}

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yamlreader.moc"
