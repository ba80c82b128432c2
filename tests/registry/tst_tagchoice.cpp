// SPDX-License-Identifier: MIT
#include "core/registry/tagchoice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <algorithm>

using namespace Slipway;

class TestTagChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void saysWhyNot_data();
    void saysWhyNot();
    void doesNotDependOnTheOrder();
    void saysAllOfItAsJson();
    void readsTagsOfLines();
};

namespace {

QString why(const TagChoice &choice, const QString &tag)
{
    for (const TagLeftOut &other : choice.others) {
        if (other.tag == tag)
            return other.why.english();
    }
    return {};
}

} // namespace

void TestTagChoice::chooses_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("tags");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("major");
    const auto row = [](const char *name, const char *current, const char *tags, const char *next,
                        const char *major) {
        QTest::newRow(name) << QString::fromLatin1(current) << QString::fromLatin1(tags)
                            << QString::fromLatin1(next) << QString::fromLatin1(major);
    };
    row("newest of the same major", "8.2.3-noble",
        "8.2.3-noble 8.2.6-noble 8.2.10-noble 8.0.9-noble 8.2.11", "8.2.10-noble", "");
    row("another major is apart", "6.0.1-jammy",
        "6.0.5-jammy 7.0.2-jammy 7.0.3-jammy 8.0.0-rc1-jammy latest", "6.0.5-jammy", "7.0.3-jammy");
    row("the same precision", "6.0-jammy", "6.0-jammy 7.0-jammy 7-jammy 7.0.1-jammy jammy", "",
        "7.0-jammy");
    row("another base is apart", "8.0.4-jammy", "8.0.4-jammy 8.2.6-noble 8.2.5-noble", "",
        "8.2.6-noble");
    row("the same base before another", "6.0-jammy", "7.0-jammy 8.2-noble", "", "7.0-jammy");
    row("the base alone", "8.2.6-jammy", "8.2.6-noble 8.2.6", "", "8.2.6-noble");
    row("not back to an older base", "8.2.6-noble", "8.2.7-jammy 9.0.0-jammy", "", "");
    row("several words", "4.2.1-management-alpine",
        "4.2.5-management-alpine 4.2.6-management 4.2.7-alpine 4.2.6-beta.1-management-alpine",
        "4.2.5-management-alpine", "");
    row("a base with a number", "1.27.1-alpine3.20", "1.27.5-alpine3.20 1.27.5-alpine3.21 1.28.0",
        "1.27.5-alpine3.20", "1.27.5-alpine3.21");
    row("dates as MinIO writes them", "RELEASE.2025-09-07T16-13-09Z",
        "RELEASE.2025-09-07T16-13-09Z RELEASE.2025-10-15T17-29-55Z RELEASE.2024-12-31T23-59-59Z "
        "RELEASE.2025-10-15T17-29-55Z-cpuv1 RELEASE.2025-11-01T00-00-00Z.hotfix.abc1 latest edge",
        "RELEASE.2025-10-15T17-29-55Z", "");
    row("a year is no major number", "RELEASE.2025-09-07T16-13-09Z", "RELEASE.2026-01-02T03-04-05Z",
        "RELEASE.2026-01-02T03-04-05Z", "");
    row("dates without dashes", "20250909", "20251001 20240101 8 20251301", "20251001", "");
    row("a date behind a name", "jammy-20240911", "jammy-20250404 noble-20250404", "jammy-20250404",
        "noble-20250404");
    row("a calendar", "2025.9.1", "2025.10.0 2026.1.2 8.0.0", "2026.1.2", "");
    row("a date is not newer than a number", "8", "9 20250909 1234567", "", "9");
    row("the letter v stays", "v1.2.3", "1.2.9 v1.2.4", "v1.2.4", "");
    row("builds", "21.0.10_7-jre", "21.0.11_10-jre 21.0.11_9-jre 25.0.1_8-jre 21.0.11-jre",
        "21.0.11_10-jre", "25.0.1_8-jre");
    row("revisions", "1.2.3-debian-12-r7", "1.2.3-debian-12-r10 1.2.3-debian-12-r9",
        "1.2.3-debian-12-r10", "");
    row("revisions as numbers", "2.1.0-1", "2.1.0-10 2.1.0-9", "2.1.0-10", "");
    row("ten is more than nine", "1.9", "1.10 1.8", "1.10", "");
    row("Python's candidates", "3.13-slim", "3.14.0rc1-slim 3.14-slim 3.14rc1-slim 3.15.0a2",
        "3.14-slim", "");
    row("a candidate's own release", "3.14.0rc1", "3.14.0rc2 3.14.0 3.13.9", "3.14.0", "");
    row("a candidate with dashes", "8.2.0-rc1-noble", "8.2.0-noble 8.2.0-rc2-noble", "8.2.0-noble",
        "");
    row("a product's year", "2022-CU14-ubuntu-22.04",
        "2022-CU15-ubuntu-22.04 2025-CU1-ubuntu-22.04 2022-latest", "2022-CU15-ubuntu-22.04",
        "2025-CU1-ubuntu-22.04");
    row("a name of a base alone", "bookworm-slim", "trixie-slim bullseye-slim sid-slim stable-slim",
        "", "trixie-slim");
    row("a distribution with a number", "22.04", "24.04 22.10 24.10 20.04", "22.10", "24.10");
    row("latest moves", "latest", "8.2.6 9.0 latest", "", "");
    row("no tag", "", "8.2.6 9.0", "", "");
    row("no tags", "8.2.6", "", "", "");
    row("only itself", "8.2.6", "8.2.6", "", "");
    row("commits", "1.0.0", "1e5f3a7 deadbeef sha-1234567 sha256-ab12.sig 1.0.1", "1.0.1", "");
    row("no numbers without end", "1.0.0", "99999999999999999999999999.0.0 1.0.1", "1.0.1", "");
    row("text that is no tag", "1.0.0", "-1.0.9 1.0.1", "1.0.1", "");
    row("Final", "31.0.0.Final-jdk17",
        "31.0.1.Final-jdk17 32.0.0.Beta1-jdk17 32.0.0.Final-jdk17 31.0.1.Final-jdk21",
        "31.0.1.Final-jdk17", "32.0.0.Final-jdk17");
}

void TestTagChoice::chooses()
{
    QFETCH(QString, current);
    QFETCH(QString, tags);
    const QStringList given = tags.split(u' ', Qt::SkipEmptyParts);
    const TagChoice choice = chooseTag(current, given);
    QCOMPARE(choice.current, current);
    QTEST(choice.next, "next");
    QTEST(choice.major, "major");
    for (const QString &tag : given) {
        const bool isChosen = tag == current || tag == choice.next || tag == choice.major;
        QVERIFY2(why(choice, tag).isEmpty() == isChosen, qPrintable(tag));
    }
}

void TestTagChoice::saysWhyNot_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *tag, const char *reason) {
        QTest::newRow(tag) << QString::fromLatin1(tag) << QString::fromLatin1(reason);
    };
    row("latest", "Never chosen: what latest stands for changes by itself.");
    row("8.0.4-jammy", "Older than 8.0.5-jammy.");
    row("8.0.6-jammy", "Newer than 8.0.5-jammy, but 8.0.9-jammy is newer still.");
    row("9.0.0-jammy", "It changes the major number, but 9.1.0-jammy is newer still.");
    row("8.2.0-noble", "It changes the suffix, from jammy to noble, a decision of its own; "
                       "9.1.0-jammy is the one to look at first.");
    row("8.0.9", "Another suffix: -, not jammy.");
    row("8.0.9-slim", "Another suffix: slim, not jammy.");
    row("8.0.9-focal", "It stands on an older base: focal, not jammy.");
    row("8.1-jammy", "Its version is written otherwise than 8.0.5-jammy.");
    row("8.1.0-rc2-jammy", "Not a stable version: rc2.");
    row("nightly", "It does not say which version it is.");
    row("nightly-20250101", "Not a stable version: nightly.");
    row("08.0.5-jammy", "The same version as 8.0.5-jammy.");
    row("-x", "This is no tag.");
}

void TestTagChoice::saysWhyNot()
{
    QStringList tags{QStringLiteral("8.0.9-jammy"), QStringLiteral("9.1.0-jammy"),
                     QStringLiteral("8.0.6-jammy"), QStringLiteral("9.0.0-jammy")};
    QFETCH(QString, tag);
    if (!tags.contains(tag))
        tags.append(tag);
    const TagChoice choice = chooseTag(QStringLiteral("8.0.5-jammy"), tags);
    QTEST(why(choice, tag), "reason");
}

void TestTagChoice::doesNotDependOnTheOrder()
{
    QStringList tags =
        QStringLiteral("1.0.1 1.0.2 1.1.0 2.0.0 2.1.0 1.1.0-rc1 latest 1.1 2.1.0-alpine")
            .split(u' ');
    std::sort(tags.begin(), tags.end());
    for (int turn = 0; turn < 50; ++turn) {
        const TagChoice choice = chooseTag(QStringLiteral("1.0.0"), tags);
        QCOMPARE(choice.next, QStringLiteral("1.1.0"));
        QCOMPARE(choice.major, QStringLiteral("2.1.0"));
        std::next_permutation(tags.begin(), tags.end());
    }
}

void TestTagChoice::saysAllOfItAsJson()
{
    const QJsonObject json =
        chooseTag(QStringLiteral("1.0"), {QStringLiteral("1.1"), QStringLiteral("latest"),
                                          QStringLiteral("1.1"), QStringLiteral("1.0")})
            .toJson();
    QCOMPARE(json.keys(), QStringList({QStringLiteral("current"), QStringLiteral("major"),
                                       QStringLiteral("next"), QStringLiteral("others")}));
    QCOMPARE(json[QStringLiteral("current")].toString(), QStringLiteral("1.0"));
    QCOMPARE(json[QStringLiteral("next")].toString(), QStringLiteral("1.1"));
    QVERIFY(json[QStringLiteral("major")].isNull());
    const QJsonArray others = json[QStringLiteral("others")].toArray();
    QCOMPARE(others.size(), 1);
    QCOMPARE(others[0].toObject()[QStringLiteral("tag")].toString(), QStringLiteral("latest"));
    QVERIFY(!others[0].toObject()[QStringLiteral("why")].toString().isEmpty());
    QVERIFY(chooseTag({}, {}).toJson()[QStringLiteral("current")].isNull());
}

void TestTagChoice::readsTagsOfLines()
{
    QCOMPARE(tagsOfLines("1.0\r\n\n# of a mirror\n 1.1 \n1.2"),
             QStringList({QStringLiteral("1.0"), QStringLiteral("1.1"), QStringLiteral("1.2")}));
}

QTEST_GUILESS_MAIN(TestTagChoice)
#include "tst_tagchoice.moc"
