// SPDX-License-Identifier: MIT
// Two people decide under a policy: one in the real window with a key in a real agent, the other on
// the command line.
#include "app/console/console.h"
#include "tests/app/scratchhome.h"
#include "tests/signing/testkeys.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/gateside.h"
#include "ui/pages/runpage.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/personrow.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/theme.h"

#include <QtTest>

using namespace Slipway;

namespace {

constexpr int answerMs = 30'000;
const QString me = QStringLiteral("me");
const QString bruno = QStringLiteral("bruno");

} // namespace

class TestWindowApprovals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWindowSignsAndAnotherOnTheCommandLine();
    void whoMayNotDecideIsNotAskedTo();
    void withoutAKeyTheWindowSaysSo();

private:
    void begin(const QByteArray &gates);
    RunPage *page() const { return m_console->window().run(); }
    Button *button(const char *name) const
    {
        return page()->bar()->button(QString::fromLatin1(name));
    }
    const GateView *gate() const
    {
        const StepView *step = page()->run().find(QStringLiteral("sign-off"), {});
        return step && step->gate ? &*step->gate : nullptr;
    }
    void tickAll() const;

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<TestKeys> m_keys;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
};

void TestWindowApprovals::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_keys = std::make_unique<TestKeys>();
    m_keys->make(me);
    m_keys->make(bruno);
    m_keys->startAgent();
}

void TestWindowApprovals::cleanup()
{
    m_console.reset();
    m_theme.reset();
    m_home.reset();
    m_keys.reset();
}

void TestWindowApprovals::begin(const QByteArray &gates)
{
    QByteArray user;
    TestKeys::run({QStringLiteral("id"), QStringLiteral("-un")}, {}, &user);
    m_home->write(QStringLiteral("home/config/allowed_signers"),
                  m_keys->signer(QStringLiteral("me@example.com"), me) +
                      m_keys->signer(QStringLiteral("bruno@example.com"), bruno));
    m_home->write(QStringLiteral("home/config/policy.yaml"),
                  "slipway-policy: 1\nsigners: allowed_signers\npeople:\n"
                  "  me: {name: Ana Souza, principal: me@example.com, users: [" +
                      user.trimmed() +
                      "]}\n"
                      "  bruno: {name: Bruno Lima, principal: bruno@example.com}\n"
                      "gates:\n" +
                      gates);
    m_theme = std::make_unique<Theme>();
    m_console = std::make_unique<Console>(Places::fromEnvironment(), *m_theme);
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    const QString file = m_home->write(
        QStringLiteral("r.checklist.yaml"),
        "slipway: 1\nname: r\ntitle: R\nstages:\n  - name: only\n    steps:\n"
        "      - {id: sign-off, uses: approval, with: {items: [It works, It is tested]}}\n");
    Q_EMIT m_console->window().startRun(file, {}, false);
    QVERIFY(QTest::qWaitFor(
        [&] { return page()->isVisible() && page()->run().state == RunState::Waiting && gate(); },
        answerMs));
}

void TestWindowApprovals::tickAll() const
{
    auto *pane = page()->findChild<GatePane *>();
    const auto rows = pane->findChildren<EvidenceRow *>();
    for (EvidenceRow *row : rows)
        row->setTicked(true);
    QVERIFY(QTest::qWaitFor([&] { return pane->itemsLeft() == 0; }, answerMs));
}

void TestWindowApprovals::theWindowSignsAndAnotherOnTheCommandLine()
{
    m_keys->addToAgent(me);
    begin("  - {from: [me, bruno], quorum: 2, own-run: true}\n");
    QCOMPARE(gate()->people.size(), 2);
    QVERIFY(gate()->isSigned);
    tickAll();
    QVERIFY(QTest::qWaitFor([&] { return button("approve")->isEnabled(); }, answerMs));
    QVERIFY(button("approve")->text().contains(QLatin1String("sign")));
    button("approve")->click();
    QVERIFY(QTest::qWaitFor([&] { return gate()->approvals == 1; }, answerMs));
    QCOMPARE(gate()->decisions.last().author, QStringLiteral("Ana Souza"));
    QVERIFY(gate()->decisions.last().fingerprint.startsWith(QLatin1String("SHA256:")));
    QVERIFY(QTest::qWaitFor([&] { return button("withdraw") != nullptr; }, answerMs));
    const auto rows = page()->findChild<GateSide *>()->findChildren<PersonRow *>();
    QCOMPARE(rows.size(), 2); // who signed, and who is missing
    button("withdraw")->click();
    QVERIFY(QTest::qWaitFor([&] { return gate()->approvals == 0; }, answerMs));
    button("approve")->click();
    QVERIFY(QTest::qWaitFor([&] { return gate()->approvals == 1; }, answerMs));
    const auto done =
        m_home->slipway({QStringLiteral("approve"), page()->run().id, QStringLiteral("sign-off"),
                         QStringLiteral("--tick"), QStringLiteral("all"), QStringLiteral("--as"),
                         bruno, QStringLiteral("--key"), m_keys->file(bruno)});
    QVERIFY2(done.status == 0, done.text());
    QVERIFY(QTest::qWaitFor([&] { return page()->run().state == RunState::Succeeded; }, answerMs));
}

void TestWindowApprovals::whoMayNotDecideIsNotAskedTo()
{
    m_keys->addToAgent(me);
    begin("  - {from: [me, bruno]}\n");
    QVERIFY(!gate()->closedBecause.isEmpty());
    QVERIFY(!button("approve"));
    QVERIFY(!button("reject"));
    QVERIFY(!button("skip"));
}

void TestWindowApprovals::withoutAKeyTheWindowSaysSo()
{
    begin("  - {from: [me], own-run: true}\n");
    QSignalSpy failed(m_console->window().run()->requests(), &RunRequests::approve);
    tickAll();
    QVERIFY(QTest::qWaitFor([&] { return button("approve")->isEnabled(); }, answerMs));
    button("approve")->click();
    QCOMPARE(failed.size(), 1);
    const auto isSaid = [&] {
        const auto labels = m_console->window().findChildren<ProseLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const ProseLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String("ssh-add"));
        });
    };
    QVERIFY(QTest::qWaitFor(isSaid, answerMs));
    QCOMPARE(gate()->approvals, 0);
}

QTEST_MAIN(TestWindowApprovals)
#include "tst_windowapprovals.moc"
