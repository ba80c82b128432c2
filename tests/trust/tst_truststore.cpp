// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/trust/truststore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Slipway;

/// What was trusted runs; nothing else does.
class TestTrustStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingIsTrustedByItself();
    void whatWasTrustedIsTrustedInThatPlaceOnly();
    void everyFlippedByteAsksAgain();
    void aLostOrAnAddedIncludeAsksAgain();
    void aLinkStandsForTheFileItLeadsTo();
    void whatIsForgottenAsksAgain();
    void theBytesAreKeptToShowWhatChanged();
    void everyDamagedByteOfTheRecordCountsForNothing();
    void aRecordOfAnotherChecklistCountsForNothing();
    void whatOthersCanWriteIsNotBelieved_data();
    void whatOthersCanWriteIsNotBelieved();
    void trustingAgainMendsWhatWasDamaged();
    void recordsAreListedByPath();
    void aResourceThatIsNotTheProgramsOwnIsRefused();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    static void overwrite(const QString &file, const QByteArray &bytes);
    Bundle read(const QString &name) const;
    QString codeOf(const Bundle &bundle) const;
    void trust(const Bundle &bundle) const;
    QString recordFile() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TrustStore> m_store;
};

namespace {

const QString list = QStringLiteral("repo/a.checklist.yaml");
const QString group = QStringLiteral("repo/groups/g.yaml");

const QByteArray listText = "slipway: 1\nname: a\nstages:\n- name: s\n  steps:\n"
                            "  - {include: groups/g.yaml, id: g}\n";
const QByteArray smallText =
    "slipway: 1\nname: b\nstages: [{name: s, steps: [{id: a, uses: manual}]}]\n";
const QByteArray groupText =
    "slipway: 1\nsteps:\n- {id: b, uses: command, with: {run: ['true']}}\n";

} // namespace

void TestTrustStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<TrustStore>(Places(path(QStringLiteral("data")),
                                                  path(QStringLiteral("config")),
                                                  path(QStringLiteral("cache"))));
    write(list, listText);
    write(group, groupText);
}

void TestTrustStore::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

Bundle TestTrustStore::read(const QString &name) const
{
    const auto bytes = readFile(path(name));
    const ReadChecklist read = readChecklist(bytes.valueOr({}), path(name));
    if (!read.checklist)
        qFatal("%s", qPrintable(read.errors.first().message()));
    return Bundle::of(*read.checklist, *bytes);
}

/// Its mode stays.
void TestTrustStore::overwrite(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file));
}

/// Empty: it is trusted.
QString TestTrustStore::codeOf(const Bundle &bundle) const
{
    const auto checked = m_store->check(bundle);
    if (checked)
        return {};
    if (!TrustStore::isRefusal(checked.error()) ||
        checked.error().arguments().value(0) != bundle.file)
        qFatal("%s", qPrintable(checked.error().message()));
    return checked.error().code();
}

void TestTrustStore::trust(const Bundle &bundle) const
{
    const auto trusted = m_store->trust({bundle, QStringLiteral("ana"), 42});
    QVERIFY2(trusted, qPrintable(trusted ? QString() : trusted.error().message()));
}

QString TestTrustStore::recordFile() const
{
    QDirIterator it(path(QStringLiteral("data/trust")), QDir::Files);
    return it.hasNext() ? it.next() : QString();
}

void TestTrustStore::nothingIsTrustedByItself()
{
    QCOMPARE(codeOf(read(list)), QStringLiteral("trust.never"));
    QVERIFY(!QDir(path(QStringLiteral("data"))).exists());
}

void TestTrustStore::whatWasTrustedIsTrustedInThatPlaceOnly()
{
    trust(read(list));
    QCOMPARE(codeOf(read(list)), QString());
    write(QStringLiteral("other/a.checklist.yaml"), listText);
    write(QStringLiteral("other/groups/g.yaml"), groupText);
    QCOMPARE(codeOf(read(QStringLiteral("other/a.checklist.yaml"))), QStringLiteral("trust.never"));
    const auto mode = QFile::permissions(recordFile());
    QCOMPARE(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

/// Each byte of the checklist and of its include, with each of its bits.
void TestTrustStore::everyFlippedByteAsksAgain()
{
    const Bundle good = read(list);
    trust(good);
    for (qsizetype file = 0; file < good.files.size(); ++file) {
        const QByteArray bytes = good.files[file].bytes;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = bytes;
                flipped[i] = char(flipped[i] ^ (1 << bit));
                Bundle bad = good;
                bad.files[file].bytes = flipped;
                bad.files[file].digest = sha256Hex(flipped);
                if (codeOf(bad) != QLatin1String("trust.changed"))
                    QFAIL(
                        qPrintable(QStringLiteral("%1, byte %2").arg(bad.files[file].path).arg(i)));
            }
        }
    }
    QCOMPARE(codeOf(good), QString());
}

void TestTrustStore::aLostOrAnAddedIncludeAsksAgain()
{
    const Bundle good = read(list);
    trust(good);
    Bundle less = good;
    less.files.removeLast();
    QCOMPARE(codeOf(less), QStringLiteral("trust.changed"));
    Bundle more = good;
    more.files.append({QStringLiteral("z.yaml"), {}, sha256Hex({})});
    QCOMPARE(codeOf(more), QStringLiteral("trust.changed"));
    Bundle renamed = good;
    renamed.files.last().path += u'x';
    QCOMPARE(codeOf(renamed), QStringLiteral("trust.changed"));
}

void TestTrustStore::aLinkStandsForTheFileItLeadsTo()
{
    trust(read(list));
    QVERIFY(QFile::link(path(list), path(QStringLiteral("repo/link.yaml"))));
    Checklist linked = *readChecklist(listText, path(list)).checklist;
    linked.file = path(QStringLiteral("repo/link.yaml"));
    QCOMPARE(Bundle::of(linked, listText).file, QFileInfo(path(list)).canonicalFilePath());
}

void TestTrustStore::whatIsForgottenAsksAgain()
{
    const Bundle bundle = read(list);
    trust(bundle);
    QVERIFY(*m_store->forget(bundle.file));
    QCOMPARE(codeOf(bundle), QStringLiteral("trust.never"));
    QVERIFY(!*m_store->forget(bundle.file));
}

void TestTrustStore::theBytesAreKeptToShowWhatChanged()
{
    trust(read(list));
    write(group, "slipway: 1\nsteps: [{id: c, uses: manual}]\n");
    const auto record = m_store->record(read(list).file);
    QVERIFY(record && *record);
    QCOMPARE((*record)->bundle.find(QStringLiteral("groups/g.yaml"))->bytes, groupText);
    QCOMPARE((*record)->bundle.find(QStringLiteral("a.checklist.yaml"))->bytes, listText);
    QCOMPARE((*record)->by, QStringLiteral("ana"));
    QCOMPARE((*record)->at, 42);
}

void TestTrustStore::everyDamagedByteOfTheRecordCountsForNothing()
{
    const Bundle bundle = read(list);
    trust(bundle);
    const QString file = recordFile();
    const QByteArray bytes = *readFile(file);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray flipped = bytes;
        flipped[i] = char(flipped[i] ^ 1);
        overwrite(file, flipped);
        const QString code = codeOf(bundle);
        QVERIFY2(code == QLatin1String("trust.damaged"),
                 qPrintable(QStringLiteral("byte %1: %2").arg(i).arg(code)));
    }
    QVERIFY(writeFileDurably(file, bytes.left(bytes.size() / 2)));
    QCOMPARE(codeOf(bundle), QStringLiteral("trust.damaged"));
    QVERIFY(writeFileDurably(file, {}));
    QCOMPARE(codeOf(bundle), QStringLiteral("trust.damaged"));
    QCOMPARE(m_store->records()->size(), 0);
}

void TestTrustStore::aRecordOfAnotherChecklistCountsForNothing()
{
    const Bundle first = read(list);
    trust(first);
    const QString record = recordFile();
    write(QStringLiteral("other.checklist.yaml"), smallText);
    const Bundle second = read(QStringLiteral("other.checklist.yaml"));
    trust(second);
    const QStringList names = QDir(path(QStringLiteral("data/trust"))).entryList(QDir::Files);
    QCOMPARE(names.size(), 2);
    for (const QString &name : names) {
        const QString other = path(QStringLiteral("data/trust/")) + name;
        if (other != record)
            QVERIFY(writeFileDurably(other, *readFile(record)));
    }
    QCOMPARE(codeOf(second), QStringLiteral("trust.damaged"));
    QCOMPARE(codeOf(first), QString());
}

void TestTrustStore::whatOthersCanWriteIsNotBelieved_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<int>("more");
    QTest::newRow("file group") << false << int(QFile::WriteGroup);
    QTest::newRow("file others") << false << int(QFile::WriteOther);
    QTest::newRow("folder group") << true << int(QFile::WriteGroup);
    QTest::newRow("folder others") << true << int(QFile::WriteOther);
    QTest::newRow("a link to a file") << false << 0;
    QTest::newRow("a link to a folder") << true << 0;
}

void TestTrustStore::whatOthersCanWriteIsNotBelieved()
{
    QFETCH(bool, isFolder);
    QFETCH(int, more);
    const Bundle bundle = read(list);
    trust(bundle);
    const QString place = isFolder ? path(QStringLiteral("data/trust")) : recordFile();
    if (more != 0) {
        QVERIFY(QFile::setPermissions(place, QFile::permissions(place) | QFile::Permissions(more)));
    } else {
        QVERIFY(QFile::rename(place, path(QStringLiteral("aside"))));
        QVERIFY(QFile::link(path(QStringLiteral("aside")), place));
    }
    QCOMPARE(codeOf(bundle), QStringLiteral("trust.open"));
    QCOMPARE(m_store->records()->size(), 0);
}

void TestTrustStore::trustingAgainMendsWhatWasDamaged()
{
    const Bundle bundle = read(list);
    trust(bundle);
    const QString file = recordFile();
    QVERIFY(writeFileDurably(file, "{}"));
    QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::WriteOther));
    QCOMPARE(codeOf(bundle), QStringLiteral("trust.open"));
    trust(bundle);
    QCOMPARE(codeOf(bundle), QString());
}

void TestTrustStore::recordsAreListedByPath()
{
    write(QStringLiteral("b.yaml"), smallText);
    trust(read(list));
    trust(read(QStringLiteral("b.yaml")));
    QStringList files;
    const auto records = m_store->records();
    for (const TrustRecord &record : *records)
        files.append(QFileInfo(record.bundle.file).fileName());
    QCOMPARE(files, QStringList({QStringLiteral("b.yaml"), QStringLiteral("a.checklist.yaml")}));
}

void TestTrustStore::aResourceThatIsNotTheProgramsOwnIsRefused()
{
    Checklist claimed = *readChecklist(smallText, {}).checklist;
    claimed.file = QStringLiteral(":/checklists/package-update.checklist.yaml");
    QCOMPARE(codeOf(Bundle::of(claimed, smallText)), QStringLiteral("trust.never"));
}

QTEST_GUILESS_MAIN(TestTrustStore)
#include "tst_truststore.moc"
