// SPDX-License-Identifier: MIT
#include "ui/parts/actionbar.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestActionBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyWorksAsSoonAsTheButtonIsOffered();
    void aButtonThatIsOffIsNotPressed();
};

void TestActionBar::theKeyWorksAsSoonAsTheButtonIsOffered()
{
    const Theme theme;
    ActionBar bar;
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    const QSignalSpy triggered(&bar, &ActionBar::triggered);
    for (const char *id : {"go", "go-on"}) {
        bar.setActions(
            {{QString::fromLatin1(id), QStringLiteral("Go"), Button::Kind::Primary, true, {}}});
        QTest::keyClick(&bar, Qt::Key_Return, Qt::ControlModifier);
    }
    QCOMPARE(triggered.size(), 2);
    QCOMPARE(triggered[1].first().toString(), QStringLiteral("go-on"));
}

void TestActionBar::aButtonThatIsOffIsNotPressed()
{
    const Theme theme;
    ActionBar bar;
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    const QSignalSpy triggered(&bar, &ActionBar::triggered);
    bar.setActions(
        {{QStringLiteral("quiet"), QStringLiteral("Quiet"), Button::Kind::Quiet, true, {}},
         {QStringLiteral("go"), QStringLiteral("Go"), Button::Kind::Primary, false, {}}});
    QTest::keyClick(&bar, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(triggered.isEmpty());
    bar.hide();
    bar.setActions({{QStringLiteral("go"), QStringLiteral("Go"), Button::Kind::Primary, true, {}}});
    QTest::keyClick(&bar, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(triggered.isEmpty());
}

QTEST_MAIN(TestActionBar)
#include "tst_actionbar.moc"
