// SPDX-License-Identifier: MIT
#include "tests/app/windowdriver.h"

#include "ui/pages/askstrip.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/homepage.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

using namespace Slipway;

WindowDriver::WindowDriver()
    : m_theme(std::make_unique<Theme>())
    , m_console(std::make_unique<Console>(Places::fromEnvironment(), *m_theme))
{
    Q_EMIT window().languageChosen(QStringLiteral("en"));
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

WindowDriver::~WindowDriver() = default;

Card *WindowDriver::card(const QString &name) const
{
    const auto cards = window().home()->findChildren<Card *>();
    for (Card *one : cards) {
        if (one->accessibleName() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

InputRow *WindowDriver::row(const char *input) const
{
    const auto rows = window().inputs()->findChildren<InputRow *>();
    for (InputRow *one : rows) {
        if (one->spec().name == QLatin1String(input))
            return one;
    }
    return nullptr;
}

void WindowDriver::type(const char *input, const QString &text) const
{
    auto *field = row(input) ? row(input)->findChild<QLineEdit *>() : nullptr;
    QVERIFY2(field, input);
    field->setFocus();
    QTest::keyClicks(field, text);
    QCOMPARE(row(input)->value().display(), text);
}

Button *WindowDriver::button(const char *name) const
{
    return page()->bar()->button(QString::fromLatin1(name));
}

void WindowDriver::pressPrimary() const
{
    QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
}

void WindowDriver::start() const
{
    const QString before = page()->run().id;
    auto *bar = window().inputs()->findChild<ActionBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->button(QStringLiteral("start"))->isEnabled(), answerMs);
    pressPrimary();
    QTRY_VERIFY_WITH_TIMEOUT(
        page()->isVisible() && !page()->run().id.isEmpty() && page()->run().id != before, answerMs);
}

bool WindowDriver::waitFor(RunState state) const
{
    return QTest::qWaitFor(
               [&] {
                   const RunState now = page()->run().state;
                   return now == state || (now == RunState::Failed && state != RunState::Failed);
               },
               wayMs) &&
           page()->run().state == state;
}

bool WindowDriver::isAt(const char *step) const
{
    return QTest::qWaitFor([&] { return page()->sheet()->step().id == QLatin1String(step); },
                           answerMs);
}

QByteArray WindowDriver::where() const
{
    const StepView *step = page()->run().current();
    QStringList said{stateName(page()->run().state), page()->run().problem};
    if (step)
        said += {step->id, step->instance, step->errorText, step->errorDetail};
    said.append(window().findChild<NoticeBar *>()->findChild<ProseLabel *>()->text());
    return said.join(u' ').toUtf8();
}

void WindowDriver::approve(const char *gate) const
{
    QVERIFY2(waitFor(RunState::Waiting), where());
    QVERIFY2(isAt(gate), where());
    QCOMPARE(page()->sheet()->gate()->comment(), QString()); // that of a rejection went with it
    picture(gate);
    const auto boxes = page()->sheet()->gate()->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->isVisibleTo(page()))
            QTest::mouseClick(box, Qt::LeftButton);
    }
    QCOMPARE(page()->sheet()->gate()->tickedItems().size(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(button("approve")->isEnabled(), answerMs);
    pressPrimary();
    const auto isApproved = [&] {
        return page()->run().find(QString::fromLatin1(gate), {})->state == StepState::Succeeded;
    };
    QVERIFY2(QTest::qWaitFor(isApproved, answerMs), where());
}

void WindowDriver::reject(const char *gate, const QString &comment) const
{
    QVERIFY2(waitFor(RunState::Waiting), where());
    QVERIFY2(isAt(gate), where());
    page()
        ->sheet()
        ->gate()
        ->findChild<QPlainTextEdit *>(QStringLiteral("comment"))
        ->setPlainText(comment);
    QTest::mouseClick(button("reject"), Qt::LeftButton);
    answerQuestion(QStringLiteral("reject"));
    QVERIFY2(waitFor(RunState::Failed), where());
}

void WindowDriver::goAgain() const
{
    QVERIFY(button("reset"));
    QTest::mouseClick(button("reset"), Qt::LeftButton);
    answerQuestion(QStringLiteral("reset"));
    QTRY_VERIFY_WITH_TIMEOUT(page()->run().state != RunState::Failed, answerMs);
    if (page()->run().state == RunState::Stopped)
        pressPrimary();
    QVERIFY2(waitFor(RunState::Waiting), where());
}

void WindowDriver::answerQuestion(const QString &id) const
{
    QTRY_VERIFY_WITH_TIMEOUT(page()->question()->isVisible(), answerMs);
    QCOMPARE(page()->question()->questionId(), id);
    picture("question-" + id.toUtf8());
    Button *last = nullptr;
    const auto buttons = page()->question()->findChildren<Button *>();
    for (Button *one : buttons) {
        if (one->kind() != Button::Kind::Quiet)
            last = one;
    }
    QVERIFY(last);
    QTest::mouseClick(last, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page()->question()->isVisible(), answerMs);
}

void WindowDriver::picture(const QByteArray &name) const
{
    const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QString file = folder + u'/' + QString::fromUtf8(name);
    QTest::qWait(300);
    QVERIFY(window().grab().save(file + QLatin1String(".png")));
    const QSize usual = window().size();
    window().resize(m_theme->px(760), m_theme->px(560));
    Q_EMIT window().languageChosen(QStringLiteral("pt_BR"));
    QTest::qWait(800);
    QVERIFY(window().grab().save(file + QLatin1String("-pt-small.png")));
    window().resize(usual);
    Q_EMIT window().languageChosen(QStringLiteral("en"));
    QTest::qWait(800);
}
