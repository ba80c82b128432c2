// SPDX-License-Identifier: MIT
#include "tests/app/programs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using TestPrograms::Finished;

/// `slipway trust` and what is refused without it, with the real program. Nothing here trusts by
/// itself, as other tests do.
class TestTrustLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsNotTrustedDoesNotRun_data();
    void whatIsNotTrustedDoesNotRun();
    void whatWasTrustedRuns();
    void aChangedIncludeAsksAgainWithTheDiff();
    void aScriptThatDoesNotSayYesAgreesToNothing();
    void aContinuedRunAsksForWhatChanged();
    void aRunThatBeganGoesOnWhateverHappensToItsTrust();
    void bundledChecklistsNeedNoTrust();
    void theListIsHarmless();
    void trustIsListedAndForgotten();
    void swappedFilesNeverRun();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    Finished call(const char *arguments) const;
    QJsonObject json(const char *arguments) const;
    bool hasRun() const { return QFile::exists(path(QStringLiteral("ran"))); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString list = QStringLiteral("a.checklist.yaml");
const QString group = QStringLiteral("groups/g.yaml");
const QByteArray listText = "slipway: 1\nname: a\ntitle: The release\nstages:\n- name: s\n  "
                            "steps:\n  - {include: groups/g.yaml, id: g}\n";

QByteArray groupText(const QByteArray &command)
{
    return "slipway: 1\nsteps:\n- {id: b, uses: command, with: {run: [" + command + "]}}\n";
}

} // namespace

void TestTrustLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("SLIPWAY_HOME", path(QStringLiteral("home")).toUtf8());
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    write(list, listText);
    write(group, groupText("touch, '" + path(QStringLiteral("ran")).toUtf8() + "'"));
}

void TestTrustLine::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

Finished TestTrustLine::call(const char *arguments) const
{
    return TestPrograms::run(QStringList{QStringLiteral(SLIPWAY_PROGRAM)} +
                                 QString::fromUtf8(arguments).split(u' '),
                             m_folder->path());
}

QJsonObject TestTrustLine::json(const char *arguments) const
{
    return QJsonDocument::fromJson(call(arguments).output.toUtf8()).object();
}

void TestTrustLine::whatIsNotTrustedDoesNotRun_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("run") << QByteArray("run a.checklist.yaml");
    QTest::newRow("until") << QByteArray("run a.checklist.yaml --until g.b");
    QTest::newRow("rehearsal") << QByteArray("run a.checklist.yaml --rehearse");
    QTest::newRow("confirmed") << QByteArray("run a.checklist.yaml --yes");
}

void TestTrustLine::whatIsNotTrustedDoesNotRun()
{
    QFETCH(QByteArray, arguments);
    const Finished refused = call(arguments.constData());
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.output, QString());
    QVERIFY2(refused.errors.contains(QLatin1String("slipway trust ") + path(list)),
             refused.text().constData());
    QVERIFY(!hasRun());
    QVERIFY(!QDir(path(QStringLiteral("home"))).exists());
}

void TestTrustLine::whatWasTrustedRuns()
{
    const Finished trusted = call("trust a.checklist.yaml --yes");
    QVERIFY2(trusted.status == 0, trusted.text().constData());
    QVERIFY(trusted.output.contains(path(QStringLiteral("ran"))));
    QVERIFY(!hasRun());
    const Finished ran = call("run a.checklist.yaml");
    QVERIFY2(ran.status == 0, ran.text().constData());
    QVERIFY(hasRun());
}

void TestTrustLine::aChangedIncludeAsksAgainWithTheDiff()
{
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    write(group, groupText("touch, '" + path(QStringLiteral("ran")).toUtf8() + "', more"));
    QCOMPARE(call("run a.checklist.yaml").status, 2);
    QVERIFY(!hasRun());
    const Finished asked = call("trust a.checklist.yaml");
    QCOMPARE(asked.status, 1);
    QVERIFY2(asked.output.contains(QLatin1String("--- a/groups/g.yaml")), asked.text().constData());
    QVERIFY(asked.output.contains(QLatin1String("\n+ touch ")));
    QVERIFY(!asked.output.contains(QLatin1String("a/a.checklist.yaml")));
    const QJsonObject told = json("trust a.checklist.yaml --json");
    QCOMPARE(told[QLatin1String("why")].toString(), QStringLiteral("trust.changed"));
    QCOMPARE(told[QLatin1String("changes")].toArray().size(), 1);
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    QCOMPARE(call("run a.checklist.yaml").status, 0);
}

void TestTrustLine::aScriptThatDoesNotSayYesAgreesToNothing()
{
    QCOMPARE(call("trust a.checklist.yaml").status, 1);
    QCOMPARE(call("trust a.checklist.yaml --json").status, 1);
    QCOMPARE(call("run a.checklist.yaml").status, 2);
    QVERIFY(!QDir(path(QStringLiteral("home/data/trust"))).exists());
}

void TestTrustLine::aContinuedRunAsksForWhatChanged()
{
    write(group, groupText("'false'"));
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    QCOMPARE(call("run a.checklist.yaml").status, 1);
    write(group, groupText("'true'"));
    const Finished refused = call("run --continue-from last --yes-carry");
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.errors.contains(QLatin1String("slipway trust")));
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    QCOMPARE(call("run --continue-from last --yes-carry").status, 0);
}

void TestTrustLine::aRunThatBeganGoesOnWhateverHappensToItsTrust()
{
    write(list, listText + "  - {id: ask, uses: manual, with: {text: Look}}\n");
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    QCOMPARE(call("run a.checklist.yaml").status, 3);
    QCOMPARE(call("trust a.checklist.yaml --forget").status, 0);
    write(list, "other bytes");
    QCOMPARE(call("tick last ask").status, 0);
    QCOMPARE(call("resume last").status, 0);
}

void TestTrustLine::bundledChecklistsNeedNoTrust()
{
    const Finished shown = call("trust package-update");
    QCOMPARE(shown.status, 0);
    QVERIFY(shown.output.contains(QLatin1String("comes with Slipway")));
    const Finished begun = call("run package-update");
    QVERIFY2(begun.status != 2 && !begun.errors.contains(QLatin1String("slipway trust")),
             begun.text().constData());
}

void TestTrustLine::theListIsHarmless()
{
    write(group, "slipway: 1\nsteps:\n- {id: b, uses: command, with: {run: [\"a\\u202eb\\u200b\"]}}"
                 "\n");
    const Finished shown = call("trust a.checklist.yaml");
    for (const QChar c : shown.output + shown.errors)
        QVERIFY2(c == u'\n' || (c.isPrint() && c.category() != QChar::Other_Format),
                 qPrintable(QString::number(c.unicode(), 16)));
}

void TestTrustLine::trustIsListedAndForgotten()
{
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    const QJsonArray all = json("trust --list --json")[QLatin1String("trusted")].toArray();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().toObject()[QLatin1String("checklist")].toString(),
             QFileInfo(path(list)).canonicalFilePath());
    QCOMPARE(call("trust a.checklist.yaml --forget").status, 0);
    QCOMPARE(call("run a.checklist.yaml").status, 2);
    QVERIFY(json("trust --list --json")[QLatin1String("trusted")].toArray().isEmpty());
}

/// Whoever swaps the file while runs begin gets the trusted bytes run, or nothing.
void TestTrustLine::swappedFilesNeverRun()
{
    const QByteArray good = groupText("'true'");
    const QByteArray evil = groupText("touch, '" + path(QStringLiteral("ran")).toUtf8() + "'");
    write(group, good);
    QCOMPARE(call("trust a.checklist.yaml --yes").status, 0);
    write(QStringLiteral("evil.yaml"), evil);
    write(QStringLiteral("good.yaml"), good);
    QProcess swapper;
    swapper.setWorkingDirectory(m_folder->path());
    swapper.start(QStringLiteral("bash"),
                  {QStringLiteral("-c"),
                   QStringLiteral("while :; do ln -sf ../evil.yaml groups/t; mv -T groups/t "
                                  "groups/g.yaml; cp good.yaml groups/t; mv -T groups/t "
                                  "groups/g.yaml; done")});
    QVERIFY(swapper.waitForStarted());
    for (int i = 0; i < 25; ++i) {
        const int status = call("run a.checklist.yaml").status;
        QVERIFY2(status == 0 || status == 2, qPrintable(QString::number(status)));
    }
    swapper.kill();
    swapper.waitForFinished();
    QVERIFY(!hasRun());
}

QTEST_GUILESS_MAIN(TestTrustLine)
#include "tst_trustline.moc"
