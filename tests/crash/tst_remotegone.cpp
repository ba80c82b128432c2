// SPDX-License-Identifier: MIT
#include "tests/crash/crashworld.h"

#include "tests/crash/journalcheck.h"

#include <QDir>
#include <QFile>
#include <QTest>

using TestPrograms::Finished;

namespace {

const QByteArray checklist = R"yaml(slipway: 1
name: remote-gone
title: Remote gone
stages:
  - name: all
    title: All
    steps:
      - {id: clone, uses: git.clone, with: {url: '@/remote.git', to: clone}}
      - {id: branch, uses: git.branch, with: {in: clone, name: update}}
      - {id: edit, uses: files.replace, with: {in: clone, file: count.txt, find: 'value 0', replace: 'value 1'}}
      - {id: commit, uses: git.commit, with: {in: clone, message: 'Change it', paths: [count.txt]}}
      - {id: between, uses: command, with: {run: '@/between', in: '@'}}
      - {id: push, uses: git.push, with: {in: clone, branch: update}}
)yaml";

} // namespace

/// The remote disappears between two steps, or while it is pushed to.
class TestRemoteGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePushFailsAndIsRepeated_data();
    void thePushFailsAndIsRepeated();
};

void TestRemoteGone::thePushFailsAndIsRepeated_data()
{
    QTest::addColumn<QByteArray>("between"); // run before the push
    QTest::addColumn<QString>("hook");       // of the remote, empty: none
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("mayArrive"); // the effect may be there although it was not answered
    QTest::newRow("away before the push")
        << QByteArray("mv remote.git away.git\n") << QString() << QByteArray() << false;
    QTest::newRow("away in the middle of the push")
        << QByteArray("true\n") << QStringLiteral("pre-receive")
        << QByteArray("cd / && mv @/remote.git @/away.git && exit 1\n") << false;
    QTest::newRow("dies before it takes the push")
        << QByteArray("true\n") << QStringLiteral("pre-receive") << QByteArray("kill -9 $PPID\n")
        << false;
    QTest::newRow("dies before it answers")
        << QByteArray("true\n") << QStringLiteral("post-receive") << QByteArray("kill -9 $PPID\n")
        << true;
}

void TestRemoteGone::thePushFailsAndIsRepeated()
{
    QFETCH(QByteArray, between);
    QFETCH(QString, hook);
    QFETCH(QByteArray, script);
    QFETCH(bool, mayArrive);
    const CrashWorld world;
    const QByteArray here = world.path().toUtf8();
    const QString remote =
        world.makeRemote(QStringLiteral("remote"), {{QStringLiteral("count.txt"), "value 0\n"}});
    QByteArray text = checklist;
    world.write(QStringLiteral("gone.checklist.yaml"), text.replace('@', here));
    world.write(QStringLiteral("between"), "#!/bin/sh\n" + between, true);
    const QString hookFile = QStringLiteral("remote.git/hooks/") + hook;
    if (!hook.isEmpty())
        world.write(hookFile, "#!/bin/sh\n" + script.replace('@', here), true);

    const Finished ran =
        world.slipway({QStringLiteral("run"), QStringLiteral("gone.checklist.yaml")});
    const QString run = ran.output.section(u'\n', 0, 0).trimmed();
    const QString away = world.path(QStringLiteral("away.git"));
    const bool isAway = QFile::exists(away);
    const auto branches = [&] {
        return world.git(isAway && !QFile::exists(remote) ? away : remote,
                         {QStringLiteral("for-each-ref"), QStringLiteral("--format=%(refname)")});
    };
    const bool hasArrived = branches().contains("refs/heads/update");
    QCOMPARE(hasArrived, mayArrive);
    // Never a false success; a failure with a sentence.
    QVERIFY2(hasArrived ? ran.status <= 1 : ran.status == 1, ran.text());
    QVERIFY2(ran.status == 0 || ran.errors.contains(QStringLiteral("✗ push")), ran.text());

    if (isAway)
        QVERIFY(QDir().rename(away, remote));
    if (!hook.isEmpty())
        QVERIFY(QFile::remove(world.path(hookFile)));
    if (ran.status == 1) {
        const Finished retried =
            world.slipway({QStringLiteral("retry"), run, QStringLiteral("push")});
        QVERIFY2(retried.status == 0, retried.text());
    }
    const Finished resumed = world.slipway({QStringLiteral("resume"), run});
    QVERIFY2(resumed.status == 0, resumed.text());
    QCOMPARE(world.git(remote, {QStringLiteral("log"), QStringLiteral("--format=%s"),
                                QStringLiteral("update")}),
             QByteArray("Change it\nBegin"));
    QCOMPARE(branches(), QByteArray("refs/heads/main\nrefs/heads/update"));
    const QStringList wrongs = journalWrongs(world.home(), run, 0, true);
    QVERIFY2(wrongs.isEmpty(), qPrintable(wrongs.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRemoteGone)
#include "tst_remotegone.moc"
