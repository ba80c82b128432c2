// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "ui/pages/imagechoicerow.h"
#include "ui/pages/imagespane.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace Slipway;

/// Two images to be decided about: one with tags to choose from, one whose registry did not
/// answer; and a third that needs nobody.
class TestImagesPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatIsToBeDecided();
    void answersWithATagThatIsChosen();
    void takesAnotherTagThatIsTyped();
    void saysWhyNoOther();
    void belongsToStepsThatAsk();

private:
    QAbstractButton *chip(const QString &tag) const;

    Theme m_theme;
    ImageChoices m_choices;
    StepView m_step;
    std::unique_ptr<ImagesPane> m_pane;
};

void TestImagesPane::init()
{
    const TagChoice choice = chooseTag(
        QStringLiteral("7.0.2-jammy"),
        {QStringLiteral("7.0.9-jammy"), QStringLiteral("8.2.6-noble"), QStringLiteral("latest")});
    TagChoice unasked;
    unasked.current = QStringLiteral("1.4");
    m_choices.file = QStringLiteral("/stack/docker-compose.yml");
    m_choices.images = {
        {QStringLiteral("database"),
         {},
         3,
         QStringLiteral("mongo:7.0.2-jammy"),
         {},
         choice,
         true,
         {}},
        {QStringLiteral("files"),
         {},
         5,
         QStringLiteral("files:1.4"),
         {},
         unasked,
         true,
         Error(QStringLiteral("http.no-host"), "offline")},
        {QStringLiteral("queue"), {}, 7, QStringLiteral("queue:1"), {}, {}, false, {}}};
    m_step = {};
    m_step.id = QStringLiteral("images");
    m_step.isAsking = true;
    EvidenceView evidence;
    evidence.evidence.type = QStringLiteral("images");
    evidence.evidence.digest = QStringLiteral("1");
    m_step.evidence = {evidence};
    const QByteArray bytes = canonicalJson(m_choices.toJson()).valueOr({});
    m_pane = std::make_unique<ImagesPane>(
        [bytes](const QString &) -> Result<QByteArray> { return bytes; });
    m_pane->setStep(m_step, false);
    m_pane->show();
    QTRY_COMPARE(m_pane->rows().size(), 2);
}

QAbstractButton *TestImagesPane::chip(const QString &tag) const
{
    const auto buttons = m_pane->rows().value(0)->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->property("tag").toString() == tag)
            return button;
    }
    return nullptr;
}

void TestImagesPane::showsWhatIsToBeDecided()
{
    QCOMPARE(m_pane->open(), 2);
    QVERIFY(!m_pane->canGoOn());
    QVERIFY(chip(QStringLiteral("7.0.9-jammy")) && chip(QStringLiteral("8.2.6-noble")));
    QVERIFY(chip(QStringLiteral("7.0.2-jammy")) && !chip(QStringLiteral("latest")));
    m_step.answers = {
        {QStringLiteral("database"),
         ImageAnswer::take(m_choices.images[0], QStringLiteral("8.2.6-noble"))},
        {QStringLiteral("files"), ImageAnswer::take(m_choices.images[1], QStringLiteral("1.5"))}};
    m_pane->setStep(m_step, true);
    QVERIFY(m_pane->canGoOn());
    QVERIFY(chip(QStringLiteral("8.2.6-noble"))->isChecked());
    QVERIFY(!chip(QStringLiteral("7.0.9-jammy"))->isChecked());
    QCOMPARE(m_pane->rows().value(1)->findChild<QLineEdit *>()->text(), QStringLiteral("1.5"));
}

void TestImagesPane::answersWithATagThatIsChosen()
{
    QSignalSpy answered(m_pane.get(), &ImagesPane::answered);
    QTest::mouseClick(chip(QStringLiteral("8.2.6-noble")), Qt::LeftButton);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toString(), QStringLiteral("database"));
    const auto said = answered[0][1].value<Value::Map>();
    QCOMPARE(said[QStringLiteral("take")].text(), QStringLiteral("8.2.6-noble"));
    QCOMPARE(said[QStringLiteral("instead")].text(), QStringLiteral("7.0.2-jammy"));
}

void TestImagesPane::takesAnotherTagThatIsTyped()
{
    QSignalSpy answered(m_pane.get(), &ImagesPane::answered);
    auto *other = m_pane->rows().value(1)->findChild<QLineEdit *>();
    QTest::keyClicks(other, QStringLiteral("no tag"));
    QTest::keyClick(other, Qt::Key_Return);
    QCOMPARE(answered.size(), 0);
    other->clear();
    QTest::keyClicks(other, QStringLiteral("1.5"));
    QTest::keyClick(other, Qt::Key_Return);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][1].value<Value::Map>()[QStringLiteral("take")].text(),
             QStringLiteral("1.5"));
}

void TestImagesPane::saysWhyNoOther()
{
    const auto buttons = m_pane->rows().value(0)->findChildren<QAbstractButton *>();
    const int before = int(m_pane->rows().value(0)->findChildren<QWidget *>().size());
    buttons.last()->click();
    QVERIFY(m_pane->rows().value(0)->findChildren<QWidget *>().size() > before);
}

void TestImagesPane::belongsToStepsThatAsk()
{
    QVERIFY(ImagesPane::hasImages(m_step));
    m_step.isAsking = false;
    QVERIFY(!ImagesPane::hasImages(m_step));
}

QTEST_MAIN(TestImagesPane)
#include "tst_imagespane.moc"
