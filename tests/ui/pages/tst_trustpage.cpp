// SPDX-License-Identifier: MIT
#include "ui/diff/diffview.h"
#include "ui/pages/trustpage.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestTrustPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }

    void everyKindOfThingIsListed();
    void nothingIsLeftOutOfALongList();
    void whatIsNewIsMarked();
    void theEngineOfContainersIsWarnedOf();
    void theTextIsShownWholeTheFirstTime();
    void onlyWhatChangedIsShownLater();
    void whatWasShownIsTrusted();
    void notNowTrustsNothing();
    void theLanguageCanChange();

private:
    TrustQuestion question() const;
    QString said() const;

    Theme m_theme;
    std::unique_ptr<TrustPage> m_page;
};

void TestTrustPage::init()
{
    m_page = std::make_unique<TrustPage>();
    m_page->resize(1200, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

TrustQuestion TestTrustPage::question() const
{
    TrustQuestion question;
    question.bundle.file = QStringLiteral("/repo/a.checklist.yaml");
    question.bundle.files = {
        {QStringLiteral("a.checklist.yaml"), "one\ntwo\n", QStringLiteral("d1")},
        {QStringLiteral("g.yaml"), "group\n", QStringLiteral("d2")}};
    question.title = LocalizedText({{QStringLiteral("en"), QStringLiteral("Release")},
                                    {QStringLiteral("pt_BR"), QStringLiteral("Lançar")}});
    question.refusal = Error(QStringLiteral("trust.never"), "%1", {question.bundle.file});
    const auto add = [&](Reach what, const char *text) {
        question.touches.things.append(
            {what, Message("%1", {QString::fromLatin1(text)}), {}, {QStringLiteral("build")}});
    };
    add(Reach::Program, "make install");
    add(Reach::Host, "https://example.org");
    add(Reach::Path, "/srv/data");
    add(Reach::Image, "team/api:1");
    add(Reach::Secret, "TOKEN");
    return question;
}

QString TestTrustPage::said() const
{
    QCoreApplication::processEvents(); // what was added is shown with the next layout
    QStringList all;
    const auto labels = m_page->findChildren<ProseLabel *>();
    for (const ProseLabel *label : labels) {
        if (label->isVisibleTo(m_page.get()))
            all.append(label->text());
    }
    return all.join(u'\n');
}

void TestTrustPage::everyKindOfThingIsListed()
{
    m_page->setQuestion(question(), QStringLiteral("en"));
    const QString all = said();
    for (const char *text : {"Release", "make install", "https://example.org", "/srv/data",
                             "team/api:1", "TOKEN", "/repo/a.checklist.yaml", "g.yaml"})
        QVERIFY2(all.contains(QLatin1String(text)), qPrintable(all));
}

void TestTrustPage::nothingIsLeftOutOfALongList()
{
    TrustQuestion many = question();
    for (int i = 0; i < 1000; ++i)
        many.touches.things.append({Reach::Path,
                                    Message("%1", {QStringLiteral("/place/%1/").arg(i)}),
                                    {},
                                    {QStringLiteral("s")}});
    m_page->setQuestion(many, QStringLiteral("en"));
    const QString all = said();
    for (int i = 0; i < 1000; ++i)
        QVERIFY2(all.contains(QStringLiteral("/place/%1/").arg(i)), qPrintable(QString::number(i)));
}

void TestTrustPage::whatIsNewIsMarked()
{
    TrustQuestion changed = question();
    changed.touches.things[0].isNew = true;
    m_page->setQuestion(changed, QStringLiteral("en"));
    QVERIFY(said().contains(QLatin1String("+ make install")));
    QVERIFY(!said().contains(QLatin1String("+ /srv/data")));
}

void TestTrustPage::theEngineOfContainersIsWarnedOf()
{
    TrustQuestion engine = question();
    m_page->setQuestion(engine, QStringLiteral("en"));
    QVERIFY(!said().contains(QLatin1String("root")));
    engine.touches.usesEngine = true;
    m_page->setQuestion(engine, QStringLiteral("en"));
    QVERIFY(said().contains(QLatin1String("as root")));
}

void TestTrustPage::theTextIsShownWholeTheFirstTime()
{
    m_page->setQuestion(question(), QStringLiteral("en"));
    m_page->showTab(QStringLiteral("text"));
    const auto *text = m_page->findChild<DiffView *>();
    QVERIFY(text->isVisible());
    QCOMPARE(text->files().size(), 2);
    QVERIFY(text->files().first().isNew);
    QTRY_VERIFY(!text->isComparing());
}

void TestTrustPage::onlyWhatChangedIsShownLater()
{
    TrustQuestion changed = question();
    changed.before = TrustRecord{changed.bundle, QStringLiteral("ana"), 1000};
    changed.before->bundle.files[1].bytes = "old group\n";
    changed.before->bundle.files.append({QStringLiteral("gone.yaml"), "x\n", QStringLiteral("d")});
    m_page->setQuestion(changed, QStringLiteral("en"));
    const DiffFiles files = m_page->findChild<DiffView *>()->files();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[0].before, QByteArray("old group\n"));
    QCOMPARE(files[0].after, QByteArray("group\n"));
    QVERIFY(files[1].isGone);
    QVERIFY(said().contains(QLatin1String("ana")));
    QTRY_VERIFY(!m_page->findChild<DiffView *>()->isComparing());
}

void TestTrustPage::whatWasShownIsTrusted()
{
    m_page->setQuestion(question(), QStringLiteral("en"));
    QString digest;
    connect(m_page.get(), &TrustPage::trusted, this,
            [&](const TrustQuestion &trusted) { digest = trusted.bundle.digest(); });
    m_page->bar()->button(QStringLiteral("trust"))->click();
    QCOMPARE(digest, question().bundle.digest());
}

void TestTrustPage::notNowTrustsNothing()
{
    m_page->setQuestion(question(), QStringLiteral("en"));
    bool isTrusted = false;
    connect(m_page.get(), &TrustPage::trusted, this, [&] { isTrusted = true; });
    QSignalSpy declined(m_page.get(), &TrustPage::declined);
    m_page->bar()->button(QStringLiteral("later"))->click();
    QCOMPARE(declined.size(), 1);
    QVERIFY(!isTrusted);
}

void TestTrustPage::theLanguageCanChange()
{
    m_page->setQuestion(question(), QStringLiteral("en"));
    QCOMPARE(m_page->placeTitle(), QStringLiteral("Release"));
    m_page->setLanguage(QStringLiteral("pt_BR"));
    QCOMPARE(m_page->placeTitle(), QString::fromUtf8("Lançar"));
    QVERIFY(said().contains(QString::fromUtf8("Lançar")));
}

QTEST_MAIN(TestTrustPage)
#include "tst_trustpage.moc"
