// SPDX-License-Identifier: MIT
// The real window with a real engine and a real keyring: secrets are typed on its pages and reach
// programs, and nothing else.
#include "app/console/console.h"
#include "tests/app/scratchhome.h"
#include "tests/app/testkeyring.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/secretspane.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QLineEdit>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int answerMs = 30'000;
const QString value = QStringLiteral("c4n4ry-7f3b'9\"e1");

constexpr char checklist[] = R"yaml(slipway: 1
name: NAME
title: Uses a secret
inputs:
  token: {type: secret, title: The token, required: true}
stages:
  - name: only
    steps:
      - id: uses
        title: Uses it
        uses: command
        with:
          run: [bash, -c, 'echo "$TOKEN"; [ "$TOKEN" = "$(cat)" ] && [ ${#TOKEN} = 16 ]']
          stdin: ${{ secrets.token }}
        env: {TOKEN: '${{ secrets.token }}'}
)yaml";

} // namespace

class TestWindowSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_console.reset(); }
    void cleanupTestCase();
    void whatIsTypedReachesTheProgramAndTheKeyring();
    void aRunWaitsForASecretAndGoesOnOnceItIsGiven();

private:
    void open();
    QString file(const QByteArray &name) const
    {
        return m_home->write(QString::fromUtf8(name) + QStringLiteral(".checklist.yaml"),
                             QByteArray(checklist).replace("NAME", name));
    }
    bool waitFor(RunState state) const
    {
        return QTest::qWaitFor([&] { return page()->run().state == state; }, answerMs);
    }
    /// A sentence that stands on the page of the inputs.
    bool waitForSentence(const QString &part) const
    {
        return QTest::qWaitFor(
            [&] {
                const auto labels = m_console->window().inputs()->findChildren<ProseLabel *>();
                return std::any_of(labels.cbegin(), labels.cend(), [&](const ProseLabel *label) {
                    return label->isVisible() && label->text().contains(part);
                });
            },
            answerMs);
    }
    QStringList filesWithTheValue() const;
    RunPage *page() const { return m_console->window().run(); }

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<TestKeyring> m_keyring; // one for all: a process has one bus
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
};

void TestWindowSecrets::initTestCase()
{
    if (!TestKeyring::isInstalled())
        QSKIP("gnome-keyring or dbus-daemon is not installed.");
    m_home = std::make_unique<ScratchHome>();
    m_keyring = std::make_unique<TestKeyring>(m_home->path(QStringLiteral("keyring")),
                                              TestKeyring::State::Unlocked);
    QVERIFY2(m_keyring->problem().isEmpty(), qPrintable(m_keyring->problem()));
    m_theme = std::make_unique<Theme>();
}

void TestWindowSecrets::cleanupTestCase()
{
    m_theme.reset();
    m_keyring.reset();
    m_home.reset();
}

/// As another process would: what one session knows, another does not.
void TestWindowSecrets::open()
{
    m_console = std::make_unique<Console>(Places::fromEnvironment(), *m_theme);
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

QStringList TestWindowSecrets::filesWithTheValue() const
{
    QStringList found;
    QDirIterator it(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile bytes(it.next());
        if (bytes.open(QIODevice::ReadOnly) && bytes.readAll().contains(value.toUtf8()))
            found.append(bytes.fileName());
    }
    return found;
}

void TestWindowSecrets::whatIsTypedReachesTheProgramAndTheKeyring()
{
    open();
    m_console->openChecklist(file("typed"));
    QVERIFY(waitForSentence(QStringLiteral("It will be kept in the keyring")));
    auto *field = m_console->window().inputs()->findChild<QLineEdit *>();
    field->setText(value);
    m_console->window().inputs()->startNow();
    QVERIFY(QTest::qWaitFor([&] { return page()->isVisible(); }, answerMs));
    QVERIFY2(waitFor(RunState::Succeeded), qPrintable(stateName(page()->run().state)));
    open();
    m_console->openChecklist(file("typed"));
    QVERIFY(waitForSentence(QStringLiteral("Kept in the keyring of this desktop")));
    QCOMPARE(filesWithTheValue(), QStringList());
}

void TestWindowSecrets::aRunWaitsForASecretAndGoesOnOnceItIsGiven()
{
    open();
    Q_EMIT m_console->window().startRun(file("waits"), {}, false);
    QVERIFY(QTest::qWaitFor([&] { return page()->isVisible(); }, answerMs));
    QVERIFY(waitFor(RunState::Waiting));
    SecretsPane *pane = page()->sheet()->secrets();
    QVERIFY(QTest::qWaitFor([&] { return pane->isVisible(); }, answerMs));
    auto *field = pane->findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, value);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY2(waitFor(RunState::Succeeded), qPrintable(stateName(page()->run().state)));
    QVERIFY(QTest::qWaitFor([&] { return !pane->isVisible(); }, answerMs));
    QCOMPARE(filesWithTheValue(), QStringList());
}

QTEST_MAIN(TestWindowSecrets)
#include "tst_windowsecrets.moc"
