// SPDX-License-Identifier: MIT
#include "core/base/ids.h"

#include <QSet>

#include <QTest>

using namespace Slipway;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newRunIdsAreOfTheFormAndDiffer();
    void whatIsNoRunIdIsRefused();
    void theEffectKeyIsTheStartOfADigest();
    void identifiersAreShortAndPlain();
};

void TestIds::newRunIdsAreOfTheFormAndDiffer()
{
    QSet<QString> seen;
    for (int i = 0; i < 1000; ++i) {
        const QString id = newRunId();
        QVERIFY2(isRunId(id), qPrintable(id));
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 1000);
}

void TestIds::whatIsNoRunIdIsRefused()
{
    for (const char *text : {"", "abcdefghijk", "abcdefghijklm", "abcdefghijk1", "Abcdefghijkl",
                             "../../../../", "abcdefghijk8"})
        QVERIFY2(!isRunId(QLatin1String(text)), text);
    QVERIFY(isRunId(QStringLiteral("abcdefghi237")));
}

/// Computed with: printf 'abcdefghijkl\n3' | sha256sum | cut -c1-32
void TestIds::theEffectKeyIsTheStartOfADigest()
{
    QCOMPARE(effectKey(QStringLiteral("abcdefghijkl"), 3),
             QStringLiteral("a8f9db29b9770c12801e055d7f4cbc70"));
    QVERIFY(effectKey(QStringLiteral("abcdefghijkl"), 4) !=
            effectKey(QStringLiteral("abcdefghijkl"), 3));
}

void TestIds::identifiersAreShortAndPlain()
{
    QVERIFY(isIdentifier(QStringLiteral("a-b_9")));
    QVERIFY(isIdentifier(QString(64, u'a')));
    QVERIFY(!isIdentifier(QString(65, u'a')));
    for (const char *text : {"", "9a", "-a", "_a", "aB", "a.b", "a b", "a\n"})
        QVERIFY2(!isIdentifier(QLatin1String(text)), text);
    QVERIFY(!isIdentifier(QStringLiteral("aé")));
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
