// SPDX-License-Identifier: MIT
#include "core/report/document.h"

#include <QRegularExpression>
#include <QTest>

using namespace Slipway;

namespace {

const QStringList hostile{QStringLiteral("<script>alert(1)</script>"),
                          QStringLiteral("<img src=x onerror=alert(1)>"),
                          QStringLiteral("\" onclick=\"x"),
                          QStringLiteral("[click](javascript:alert)"),
                          QStringLiteral("a | b\n# heading\n```\n"),
                          QStringLiteral("![x](http://evil.example/x.png)"),
                          QStringLiteral("www.evil.example and http://evil.example"),
                          QStringLiteral("1. a list"),
                          QStringLiteral("- a list"),
                          QStringLiteral("abc\u202Egnp.exe"),
                          QStringLiteral("zero\u200Bwidth"),
                          QStringLiteral("bell\u0007\u001b[31mred"),
                          QStringLiteral("</pre></body>"),
                          QString(100'000, u'x')};

void fill(Document &document, const QString &text)
{
    document.heading(1, text);
    document.paragraph(text);
    document.table({text, text}, {{text, text}});
    document.code(text.toUtf8());
    document.timeline({{text, 1000, 2000}, {text, 1500, 1500}});
}

} // namespace

/// Hostile text in a report is shown as text.
class TestDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileTextIsText_data();
    void hostileTextIsText();
    void aTableHasOneRowForEachRow();
};

void TestDocument::hostileTextIsText_data()
{
    QTest::addColumn<QString>("text");
    for (qsizetype i = 0; i < hostile.size(); ++i)
        QTest::addRow("%d", int(i)) << hostile[i];
}

void TestDocument::hostileTextIsText()
{
    QFETCH(QString, text);
    HtmlDocument empty(QStringLiteral("x"), QStringLiteral("pt_BR"));
    fill(empty, QStringLiteral("x"));
    const QString plain = QString::fromUtf8(empty.take());
    HtmlDocument document(text, QStringLiteral("pt_BR"));
    fill(document, text);
    const QString html = QString::fromUtf8(document.take());
    // No text brings a tag along, or an end of one.
    QCOMPARE(html.count(u'<'), plain.count(u'<'));
    QCOMPARE(html.count(u'>'), plain.count(u'>'));
    QCOMPARE(html.count(u'"'), plain.count(u'"'));
    for (const QChar hidden : {QChar(0x202e), QChar(0x200b), QChar(0x07), QChar(0x1b)})
        QVERIFY(!html.contains(hidden));
    QVERIFY(html.size() < 400'000);

    MarkdownDocument markdown;
    markdown.paragraph(text);
    const QString line = QString::fromUtf8(markdown.take()).trimmed();
    QCOMPARE(line.count(u'\n'), 0);
    static const QRegularExpression bare(QStringLiteral("(?<!\\\\)(\\\\\\\\)*[\\[\\]<`|#!(]"));
    QVERIFY2(!bare.match(line).hasMatch(), qPrintable(line.left(200)));
    QVERIFY(!line.contains(QLatin1String("http://")) && !line.contains(QLatin1String("www.")));
    QVERIFY(!line.startsWith(u'-') && !line.startsWith(QLatin1String("1.")));
}

void TestDocument::aTableHasOneRowForEachRow()
{
    MarkdownDocument markdown;
    markdown.table({}, {{QStringLiteral("a|b\nc"), QStringLiteral("d")}});
    const QStringList lines = QString::fromUtf8(markdown.take()).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[2], QStringLiteral("| a\\|b c | d |"));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
