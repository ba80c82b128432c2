// SPDX-License-Identifier: MIT
// What is installed in an image, told in four ways that must agree: its files looked at, its
// Python asked by Slipway, pip's own list, and importlib.metadata. The images are made of this
// machine's Python.
#include "core/packages/packagename.h"
#include "core/packages/packagesource.h"
#include "tests/docker/testengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

namespace {

const QString systemPython = QStringLiteral("/usr/bin/python3");

QByteArray run(const QStringList &argv)
{
    QProcess process;
    process.start(argv.first(), argv.mid(1));
    if (!process.waitForFinished(200'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(argv.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed();
}

QString wheelOfPip()
{
    const QDir wheels(QStringLiteral("/usr/share/python-wheels"));
    const QStringList found = wheels.entryList({QStringLiteral("pip-*.whl")});
    return found.isEmpty() ? QString() : wheels.filePath(found.first());
}

/// "name==version" with normal names, sorted.
QStringList sorted(const QSet<QString> &packages)
{
    QStringList list(packages.cbegin(), packages.cend());
    list.sort();
    return list;
}

QStringList linesOf(const QByteArray &freeze)
{
    QSet<QString> packages;
    const QStringList lines = QString::fromUtf8(freeze).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        packages.insert(normalPackageName(line.section(QLatin1String("=="), 0, 0)) + u' ' +
                        line.section(QLatin1String("=="), 1).remove(u'='));
    return sorted(packages);
}

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void fourWaysTellTheSame_data();
    void fourWaysTellTheSame();
    void whatWasAskedForIsTheSame();
    void theSecondLookComesFromTheCache();
    void aStoppedContainerIsNotStarted();
    void savedImagesTellTheSame();
    void whatIsStoppedLeavesNoContainerBehind();

private:
    void makeRoot();
    void copyLibraries();
    void write(const QString &path, const QByteArray &bytes, bool isProgram = false) const;
    void writePackage(const QString &site, const QByteArray &name, const QByteArray &version,
                      const QByteArray &folder = {}) const;
    void unpackPip(const QString &site) const;
    void import(const QString &tag, const QStringList &changes) const;
    Result<QList<Inventory>> read(const QString &source, ImageReading images,
                                  PackageReadingReport *report = nullptr) const;

    QTemporaryDir m_folder;
    QString m_root;
    QString m_version; // "3.11"
    const QString m_plain =
        QStringLiteral("slipway-test-agreement:plain%1").arg(QCoreApplication::applicationPid());
    const QString m_venv =
        QStringLiteral("slipway-test-agreement:venv%1").arg(QCoreApplication::applicationPid());
};

void TestAgreement::write(const QString &path, const QByteArray &bytes, bool isProgram) const
{
    const QString file = m_root + u'/' + path;
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file));
    if (isProgram)
        out.setPermissions(QFile::Permissions(0x7755));
}

void TestAgreement::writePackage(const QString &site, const QByteArray &name,
                                 const QByteArray &version, const QByteArray &folder) const
{
    const QByteArray entry = folder.isEmpty() ? name + '-' + version + ".dist-info" : folder;
    write(site + u'/' + QString::fromUtf8(entry) + QStringLiteral("/METADATA"),
          "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n\nText.\n");
    write(site + u'/' + QString::fromUtf8(entry) + QStringLiteral("/INSTALLER"), "pip\n");
    write(site + u'/' + QString::fromUtf8(entry) + QStringLiteral("/RECORD"), "");
}

void TestAgreement::unpackPip(const QString &site) const
{
    QDir().mkpath(m_root + u'/' + site);
    run({systemPython, QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"),
         wheelOfPip(), m_root + u'/' + site});
}

/// The Python itself, as small as it goes, and every library that it or its modules need.
void TestAgreement::copyLibraries()
{
    const QString python = QStringLiteral("/usr/bin/python") + m_version;
    const QString library = QStringLiteral("/usr/lib/python") + m_version;
    run({QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("set -e; mkdir -p \"$1/usr/bin\" \"$1/usr/lib\" \"$1/tmp\" \"$1/root\"; "
                        "cp -L \"$2\" \"$1/usr/bin/\"; "
                        "tar -C / --exclude=__pycache__ --exclude='*/test' --exclude=idlelib "
                        "--exclude=tkinter --exclude='config-*' --exclude=ensurepip "
                        "-cf - \"${3#/}\" | tar -C \"$1\" -xf -; "
                        "for f in \"$2\" \"$3\"/lib-dynload/*.so; do ldd \"$f\" || true; done "
                        "2>/dev/null | grep -o '/[^ ]*' | sort -u | while read -r l; do "
                        "mkdir -p \"$1$(dirname \"$l\")\"; cp -L \"$l\" \"$1$l\"; done; "
                        "ln -s python\"$4\" \"$1/usr/bin/python3\""),
         QStringLiteral("sh"), m_root, python, library, m_version});
}

/// Wheels, Debian's packages in both shapes of egg-info, a user's site, an editable install, a
/// local version, and what failed uninstalls leave behind.
void TestAgreement::makeRoot()
{
    copyLibraries();
    const QString local = QStringLiteral("usr/local/lib/python%1/dist-packages").arg(m_version);
    const QString debian = QStringLiteral("usr/lib/python3/dist-packages");
    const QString user = QStringLiteral("root/.local/lib/python%1/site-packages").arg(m_version);
    unpackPip(local);
    write(QStringLiteral("usr/bin/pip"),
          "#!/usr/bin/python3\nimport sys\nfrom pip._internal.cli.main import main\n"
          "sys.exit(main())\n",
          true);
    writePackage(local, "numpy", "1.26.4");
    write(local + QStringLiteral("/numpy-1.26.4.dist-info/REQUESTED"), "");
    writePackage(local, "Zope.Interface", "5.0", "zope.interface-5.0.dist-info");
    writePackage(local, "torch", "2.1.0+cu118");
    writePackage(local, "mylib", "0.1.dev3");
    write(local + QStringLiteral("/mylib-0.1.dev3.dist-info/direct_url.json"),
          R"({"url": "file:///src/mylib", "dir_info": {"editable": true}})");
    writePackage(local, "numpy", "1.20.0", "~umpy-1.20.0.dist-info");
    QDir().mkpath(m_root + u'/' + local + QStringLiteral("/gone-1.0.dist-info"));
    writePackage(debian, "six", "1.16.0");
    writePackage(debian, "requests", "2.28.1");
    writePackage(local, "requests", "2.31.0"); // stands before Debian's
    write(debian + QStringLiteral("/python_apt-2.6.0.egg-info"),
          "Metadata-Version: 2.1\nName: python-apt\nVersion: 2.6.0\n\n");
    write(debian + QStringLiteral("/PyJWT-2.6.0.egg-info/PKG-INFO"),
          "Metadata-Version: 2.1\nName: PyJWT\nVersion: 2.6.0\n\n");
    writePackage(user, "rich", "13.0");
    writePackage(user, "six", "1.15.0"); // stands before all
    // An environment of its own, which sees nothing of the above.
    const QString site = QStringLiteral("opt/venv/lib/python%1/site-packages").arg(m_version);
    write(QStringLiteral("opt/venv/pyvenv.cfg"),
          "home = /usr/bin\ninclude-system-site-packages = false\nversion = " + m_version.toUtf8() +
              ".0\n");
    QDir().mkpath(m_root + QStringLiteral("/opt/venv/bin"));
    QFile::link(QStringLiteral("/usr/bin/python3"),
                m_root + QStringLiteral("/opt/venv/bin/python3"));
    unpackPip(site);
    writePackage(site, "pika", "1.3.2");
    write(QStringLiteral("opt/venv/bin/pip"),
          "#!/opt/venv/bin/python3\nimport sys\nfrom pip._internal.cli.main import main\n"
          "sys.exit(main())\n",
          true);
}

void TestAgreement::import(const QString &tag, const QStringList &changes) const
{
    QStringList argv{QStringLiteral("docker"), QStringLiteral("import")};
    for (const QString &change : changes)
        argv += {QStringLiteral("--change"), change};
    run(argv + QStringList{m_folder.filePath(QStringLiteral("root.tar")), tag});
}

void TestAgreement::initTestCase()
{
    SLIPWAY_NEED_ENGINE();
    if (wheelOfPip().isEmpty() && !TestEngine::isRequired())
        QSKIP("there is no python3-pip-whl here");
    QVERIFY(!wheelOfPip().isEmpty());
    m_root = m_folder.filePath(QStringLiteral("root"));
    m_version = QString::fromUtf8(
        run({systemPython, QStringLiteral("-c"),
             QStringLiteral("import sys; print('%d.%d' % sys.version_info[:2])")}));
    makeRoot();
    run({QStringLiteral("tar"), QStringLiteral("-C"), m_root, QStringLiteral("--owner=0"),
         QStringLiteral("--group=0"), QStringLiteral("-cf"),
         m_folder.filePath(QStringLiteral("root.tar")), QStringLiteral(".")});
    import(m_plain, {QStringLiteral("ENV HOME=/root PATH=/usr/local/bin:/usr/bin:/bin")});
    import(m_venv, {QStringLiteral("ENV HOME=/root PATH=/opt/venv/bin:/usr/bin:/bin")});
}

void TestAgreement::cleanupTestCase()
{
    for (const QString &image : {m_plain, m_venv}) {
        QProcess process;
        process.start(QStringLiteral("docker"),
                      {QStringLiteral("rmi"), QStringLiteral("-f"), image});
        process.waitForFinished(60'000);
    }
}

Result<QList<Inventory>> TestAgreement::read(const QString &text, ImageReading images,
                                             PackageReadingReport *report) const
{
    const auto source = PackageSource::parse(text, QStringLiteral("/"));
    if (!source)
        return source.error();
    PackageReading how;
    how.images = images;
    how.ask = [](const Question &question) { return ask(question); };
    how.cache = m_folder.filePath(QStringLiteral("cache"));
    how.report = report;
    return readPackages(*source, how);
}

void TestAgreement::fourWaysTellTheSame_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("one"); // a package that must be among them
    QTest::addRow("of the system") << m_plain << QStringLiteral("six 1.15.0");
    QTest::addRow("environment") << m_venv << QStringLiteral("pika 1.3.2");
}

void TestAgreement::fourWaysTellTheSame()
{
    QFETCH(QString, image);
    QFETCH(QString, one);
    const auto inside = [&](const QStringList &program) {
        return run(QStringList{QStringLiteral("docker"), QStringLiteral("run"),
                               QStringLiteral("--rm"), QStringLiteral("--network"),
                               QStringLiteral("none"), image} +
                   program);
    };
    const QStringList pip = linesOf(
        inside({QStringLiteral("pip"), QStringLiteral("list"), QStringLiteral("--format=freeze"),
                QStringLiteral("--disable-pip-version-check")}));
    const QStringList library = linesOf(inside(
        {QStringLiteral("python3"), QStringLiteral("-c"),
         QStringLiteral("import importlib.metadata as m\nseen = {}\n"
                        "for d in m.distributions():\n"
                        "    if d.metadata and d.metadata['Name'] and not "
                        "d._path.name.startswith('~'):\n"
                        "        seen.setdefault(d.metadata['Name'].lower(), d)\n"
                        "for d in seen.values(): print(d.metadata['Name'] + '==' + d.version)")}));
    const auto scanned = read(QStringLiteral("image:") + image, ImageReading::Scan);
    QVERIFY2(scanned, qPrintable(scanned ? QString() : scanned.error().message()));
    const auto asked = read(QStringLiteral("image:") + image, ImageReading::Ask);
    QVERIFY2(asked, qPrintable(asked ? QString() : asked.error().message()));
    QVERIFY2(pip.contains(one), qPrintable(pip.join(u'\n')));
    QCOMPARE(library, pip);
    QCOMPARE(linesOf(scanned->first().toFreeze()), pip);
    QCOMPARE(linesOf(asked->first().toFreeze()), pip);
}

void TestAgreement::whatWasAskedForIsTheSame()
{
    for (const ImageReading images : {ImageReading::Scan, ImageReading::Ask}) {
        const auto found = read(QStringLiteral("image:") + m_plain, images);
        QVERIFY(found);
        const InstalledPackage *numpy = found->first().find(QStringLiteral("numpy"));
        const InstalledPackage *torch = found->first().find(QStringLiteral("torch"));
        const InstalledPackage *mylib = found->first().find(QStringLiteral("mylib"));
        QVERIFY(numpy && torch && mylib);
        QCOMPARE(numpy->isRequested, std::optional<bool>(true));
        QCOMPARE(torch->isRequested, std::optional<bool>(false));
        QVERIFY(torch->isLocal());
        QVERIFY(mylib->isEditable);
        QCOMPARE(mylib->origin, QStringLiteral("file:///src/mylib"));
    }
}

void TestAgreement::theSecondLookComesFromTheCache()
{
    PackageReadingReport report;
    const auto first = read(QStringLiteral("image:") + m_plain, ImageReading::Scan);
    const auto second = read(QStringLiteral("image:") + m_plain, ImageReading::Scan, &report);
    QVERIFY(first && second);
    QVERIFY(report.isFromCache);
    QVERIFY(!report.wasAsked);
    QCOMPARE(second->first().packages(), first->first().packages());
    QCOMPARE(second->first().notes(), first->first().notes());
}

void TestAgreement::aStoppedContainerIsNotStarted()
{
    const QString name =
        QStringLiteral("slipway-test-agreement-%1").arg(QCoreApplication::applicationPid());
    run({QStringLiteral("docker"), QStringLiteral("create"), QStringLiteral("--name"), name,
         m_plain, QStringLiteral("python3")});
    PackageReadingReport report;
    const auto found = read(QStringLiteral("container:") + name, ImageReading::Ask, &report);
    const QByteArray state =
        run({QStringLiteral("docker"), QStringLiteral("inspect"), QStringLiteral("--format"),
             QStringLiteral("{{.State.Status}}"), name});
    TestEngine::remove(name);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message()));
    QVERIFY(found->first().find(QStringLiteral("rich")));
    QCOMPARE(state, QByteArray("created"));
    QVERIFY(!report.wasAsked);
}

void TestAgreement::savedImagesTellTheSame()
{
    const QString file = m_folder.filePath(QStringLiteral("saved.tar"));
    run({QStringLiteral("docker"), QStringLiteral("save"), QStringLiteral("-o"), file, m_plain});
    const auto saved = read(QStringLiteral("tar:") + file, ImageReading::Auto);
    const auto scanned = read(QStringLiteral("image:") + m_plain, ImageReading::Scan);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message()));
    QVERIFY(scanned);
    QCOMPARE(saved->size(), scanned->size());
    QCOMPARE(saved->first().packages(), scanned->first().packages());
}

void TestAgreement::whatIsStoppedLeavesNoContainerBehind()
{
    const auto source = PackageSource::parse(QStringLiteral("image:") + m_plain, {});
    QVERIFY(source);
    std::stop_source stop;
    PackageReading how;
    how.images = ImageReading::Scan;
    how.ask = [&stop](const Question &question) {
        if (question.argv.contains(QStringLiteral("cp"))) // its container is there by now
            stop.request_stop();
        return ask(question, stop.get_token());
    };
    how.tidy = [](const Question &question) { return ask(question); };
    how.stop = stop.get_token();
    const auto found = readPackages(*source, how);
    QVERIFY(!found);
    QCOMPARE(found.error().code(), QStringLiteral("program.stopped"));
    const QByteArray left =
        run({QStringLiteral("docker"), QStringLiteral("ps"), QStringLiteral("-aq"),
             QStringLiteral("--filter"), QStringLiteral("label=slipway.purpose=read"),
             QStringLiteral("--filter"), QStringLiteral("ancestor=") + m_plain});
    QCOMPARE(left, QByteArray());
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
