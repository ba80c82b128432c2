// SPDX-License-Identifier: MIT
#include "ui/theme/tokens.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Slipway;

class TestTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noColourIsNamedOutsideTheTheme();
    void textThatMustBeReadHasEnoughContrast_data();
    void textThatMustBeReadHasEnoughContrast();
    void colourOfAProgramIsMovedUntilItCanBeRead();
};

void TestTokens::noColourIsNamedOutsideTheTheme()
{
    const QRegularExpression literal(QStringLiteral(
        "\"#[0-9a-fA-F]{3,8}\"|QColor\\(\\s*[0-9\"]|QRgb\\(0x[0-9a-fA-F]{6}\\)"
        "|qRgb\\(|Qt::(red|green|blue|yellow|gray|darkGray|lightGray|black|white)\\b"));
    QStringList found;
    int files = 0;
    QDirIterator walk(QStringLiteral(SLIPWAY_SOURCE_DIR "/ui"),
                      {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        if (path.contains(QLatin1String("/ui/theme/")))
            continue;
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        ++files;
        const QString text = QString::fromUtf8(file.readAll());
        const QRegularExpressionMatch match = literal.match(text);
        if (match.hasMatch())
            found.append(path + QLatin1String(": ") + match.captured());
    }
    QVERIFY(files > 40);
    QCOMPARE(found, QStringList());
}

void TestTokens::textThatMustBeReadHasEnoughContrast_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTokens::textThatMustBeReadHasEnoughContrast()
{
    QFETCH(bool, isDark);
    const Tokens t = isDark ? Tokens::dark() : Tokens::light();
    for (const QColor &ground : {t.background, t.panel, t.rail, t.code, t.selected}) {
        QVERIFY(contrast(t.ink, ground) >= 4.5);
        QVERIFY(contrast(t.ink2, ground) >= 4.5);
        for (const QColor &ink : {t.accent, t.done, t.needs, t.failed, t.doubt, t.undone})
            QVERIFY(contrast(ink, ground) >= 4.5);
    }
    for (const Tone tone : {Tone::Plain, Tone::Accent, Tone::Done, Tone::Needs, Tone::Failed,
                            Tone::Doubt, Tone::Undone})
        QVERIFY2(contrast(toneInk(t, tone), toneSoft(t, tone)) >= 4.5,
                 qPrintable(QString::number(int(tone))));
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    for (const QColor &ground : {t.lineAdded, t.wordAdded, t.lineRemoved, t.wordRemoved})
        QVERIFY(contrast(t.ink, ground) >= 4.5);
}

void TestTokens::colourOfAProgramIsMovedUntilItCanBeRead()
{
    for (const Tokens &t : {Tokens::light(), Tokens::dark()}) {
        for (int index = 16; index < 256; ++index)
            QVERIFY(contrast(legible(terminalColour(t, index), t.code), t.code) >= 4.4);
    }
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
