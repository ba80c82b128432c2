// SPDX-License-Identifier: MIT
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/settlepane.h"
#include "ui/compare/sourcechip.h"
#include "ui/compare/sourcepicker.h"
#include "ui/compare/sourcestrip.h"
#include "ui/diff/diffview.h"
#include "ui/pages/packagespane.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/facttable.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/searchfield.h"
#include "ui/table/packagerows.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QMenu>
#include <QMutex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

namespace {

constexpr int answerMs = 20'000;

InstalledPackage package(const char *name, const char *version)
{
    const QString text = QString::fromUtf8(version);
    return {QString::fromUtf8(name), text, Version::parse(text)};
}

/// What the pages ask, answered from a table; a source may be held back until it is released.
struct FakeMachine
{
    QMutex lock;
    QMap<QString, QList<Inventory>> sources;
    QStringList asked;
    QSemaphore held; ///< one for each answer of "image:held"
    QMap<QString, QByteArray> saved;

    void put(const QString &source, const QList<InstalledPackage> &packages)
    {
        const QMutexLocker guard(&lock);
        sources[source] = {Inventory::of(source, packages)};
    }
    Result<SourceReading> read(const QString &source, const std::stop_token &stop)
    {
        while (source == u"image:held" && !held.tryAcquire(1, 5)) {
            if (stop.stop_requested())
                return Error(QStringLiteral("program.stopped"), "Stopped.");
        }
        const QMutexLocker guard(&lock);
        asked.append(source);
        if (!sources.contains(source))
            return Error(QStringLiteral("docker.no-image"), "There is no %1.", {source})
                .withDetail(QStringLiteral("raw words of the engine"));
        return SourceReading{sources.value(source), {}};
    }
    QByteArray written()
    {
        const QMutexLocker guard(&lock);
        return saved.value(QStringLiteral("/repository/Dockerfile"));
    }
    static Result<Settling> settle(const QList<Inventory> &inventories, const QStringList &files)
    {
        SameVersion rule;
        for (const Inventory &inventory : inventories)
            rule.addInventory(inventory);
        const QList<Disagreement> found = rule.disagreements();
        Settling settling{found, {}};
        for (const QString &file : files)
            settling.edits.append({file + QStringLiteral("/Dockerfile"),
                                   "RUN pip install numpy==1.9\n",
                                   "RUN pip install numpy==1.10\n"});
        return settling;
    }
    CompareServices services()
    {
        CompareServices services;
        services.settle = settle;
        services.write = [this](const Settlement::Edit &edit) {
            const QMutexLocker guard(&lock);
            saved.insert(edit.file, edit.after);
            return Result<void>();
        };
        services.read = [this](const QString &source, ImageReading, std::stop_token stop) {
            return read(source, stop);
        };
        services.offers = [](std::stop_token) -> Result<QList<SourceOffer>> {
            return QList<SourceOffer>{
                {SourceOffer::Kind::Image, QStringLiteral("image:one"), QStringLiteral("one"),
                 QStringLiteral("1 GB")},
                {SourceOffer::Kind::Image, QStringLiteral("image:two"), QStringLiteral("two"), {}}};
        };
        services.save = [this](const QString &file, const QByteArray &bytes) {
            const QMutexLocker guard(&lock);
            saved.insert(file, bytes);
            return Result<void>();
        };
        return services;
    }
};

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }

    void sourcesAreReadAndCompared();
    void filtersAndOrderWork();
    void theChosenPackageStaysChosen();
    void detailsTellEverySource();
    void anotherBaselineTurnsTheChangesRound();
    void twoAreSwapped();
    void anErrorIsSaidInPlaceAndTheRestIsCompared();
    void readingCanBeCancelled();
    void readingAgainBringsWhatIsNew();
    void sourcesAreTickedInTheList();
    void aWrittenSourceIsOffered();
    void everyFormatIsExported();
    void hostileTextIsShownAsItIs();
    void severalPythonsStandApart();
    void whatAStepLeftIsComparedWithoutReading();
    void differencesAreSettledInFiles();
    void theWayBackClosesOneThingAtATime();

private:
    void open(const QStringList &sources);
    QString cell(int row, int column) const;
    QStringList names() const;
    QString said() const;

    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<FakeMachine> m_machine;
    std::unique_ptr<ComparePage> m_page;
};

void TestComparePage::init()
{
    m_machine = std::make_unique<FakeMachine>();
    m_machine->put(QStringLiteral("image:one"),
                   {package("numpy", "1.9"), package("pika", "1.3.2"), package("rich", "15.0"),
                    package("Zope_Interface", "5.0")});
    m_machine->put(QStringLiteral("image:two"),
                   {package("numpy", "1.10"), package("pika", "1.3.2"), package("attrs", "23.1"),
                    package("zope.interface", "4.9")});
    m_page = std::make_unique<ComparePage>(m_machine->services());
    m_page->resize(1200, 760);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestComparePage::open(const QStringList &sources)
{
    m_page->compare(sources);
    const bool isRead = QTest::qWaitFor(
        [&] { return !m_page->isReading() && m_page->rows().labels.size() == sources.size(); },
        answerMs);
    QVERIFY(isRead);
}

QString TestComparePage::cell(int row, int column) const
{
    return m_page->table()->model()->index(row, column).data().toString();
}

QStringList TestComparePage::names() const
{
    QStringList names;
    for (int row = 0; row < m_page->table()->model()->rowCount(); ++row)
        names.append(cell(row, 0));
    return names;
}

QString TestComparePage::said() const
{
    QCoreApplication::processEvents();
    QStringList all;
    const auto labels = m_page->findChildren<ProseLabel *>();
    for (const ProseLabel *label : labels) {
        if (label->isVisible())
            all.append(label->text());
    }
    return all.join(u'\n');
}

void TestComparePage::sourcesAreReadAndCompared()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    const QAbstractItemModelTester tester(m_page->table()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(names(), QStringList({QStringLiteral("attrs"), QStringLiteral("numpy"),
                                   QStringLiteral("rich"), QStringLiteral("Zope_Interface")}));
    QCOMPARE(cell(0, 1), QStringLiteral("added"));
    QCOMPARE(cell(1, 1), QStringLiteral("minor \u2191"));
    QCOMPARE(cell(1, 2), QStringLiteral("1.9"));
    QCOMPARE(cell(1, 3), QStringLiteral("1.10"));
    QCOMPARE(cell(1, 4), QStringLiteral("disagree"));
    QCOMPARE(cell(2, 1), QStringLiteral("removed"));
    QCOMPARE(cell(2, 4), QString());
    QCOMPARE(cell(3, 1), QStringLiteral("downgrade \u2193"));
    QVERIFY2(said().contains(QLatin1String("4 differ")), qPrintable(said()));
}

void TestComparePage::filtersAndOrderWork()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->setWanted({});
    QCOMPARE(names().size(), 5);
    m_page->setWanted({.text = {}, .onlyDisagreeing = true});
    QCOMPARE(names(), QStringList({QStringLiteral("numpy"), QStringLiteral("Zope_Interface")}));
    m_page->setWanted({.text = {}, .onlyMajor = true});
    QCOMPARE(names(), QStringList({QStringLiteral("rich"), QStringLiteral("Zope_Interface")}));
    m_page->setWanted({.text = QStringLiteral(" PIK ")});
    QCOMPARE(names(), QStringList({QStringLiteral("pika")}));
    m_page->setWanted({});
    m_page->table()->sortByColumn(2, Qt::DescendingOrder);
    QCOMPARE(names(), QStringList({QStringLiteral("rich"), QStringLiteral("Zope_Interface"),
                                   QStringLiteral("numpy"), QStringLiteral("pika"),
                                   QStringLiteral("attrs")}));
    QTest::keyClick(m_page.get(), Qt::Key_F, Qt::ControlModifier);
    m_page->find();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("attr"));
    QCOMPARE(names(), QStringList({QStringLiteral("attrs")}));
}

void TestComparePage::theChosenPackageStaysChosen()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->table()->selectRow(1);
    const auto chosen = [&] {
        const int package = m_page->table()->currentPackage();
        return package < 0 ? QString() : m_page->rows().rows[package].name;
    };
    QCOMPARE(chosen(), QStringLiteral("numpy"));
    m_page->setWanted({});
    QCOMPARE(chosen(), QStringLiteral("numpy"));
    m_page->table()->sortByColumn(0, Qt::DescendingOrder);
    m_page->setWanted({.text = QStringLiteral("pika")});
    QCOMPARE(chosen(), QString());
}

void TestComparePage::detailsTellEverySource()
{
    InstalledPackage editable = package("numpy", "2.0+cu118");
    editable.isEditable = true;
    editable.origin = QStringLiteral("/src/numpy");
    editable.isRequested = true;
    m_machine->put(QStringLiteral("image:two"), {editable});
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->table()->selectRow(0);
    const QString text = said();
    QVERIFY2(text.contains(QLatin1String("editable, from /src/numpy")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("no index has it")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("asked for by a person")), qPrintable(text));
    m_page->setWanted({.text = {}, .onlyTopLevel = true});
    QCOMPARE(names(), QStringList({QStringLiteral("numpy")}));
}

void TestComparePage::anotherBaselineTurnsTheChangesRound()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->setBaseline(m_page->sources()[1].id);
    QTRY_COMPARE_WITH_TIMEOUT(cell(1, 1), QStringLiteral("downgrade \u2193"), answerMs);
    QCOMPARE(cell(1, 2), QStringLiteral("1.9")); // the columns stay where they are
    m_page->removeSource(m_page->sources()[1].id);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 1, answerMs);
    QCOMPARE(m_page->baseline(), m_page->sources()[0].id);
}

void TestComparePage::twoAreSwapped()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->swap();
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, 1), QStringLiteral("removed"), answerMs);
    QCOMPARE(m_page->rows().labels, QStringList({QStringLiteral("two"), QStringLiteral("one")}));
}

void TestComparePage::anErrorIsSaidInPlaceAndTheRestIsCompared()
{
    m_page->compare(
        {QStringLiteral("image:one"), QStringLiteral("image:gone"), QStringLiteral("image:two")});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 2, answerMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), answerMs);
    QVERIFY2(said().contains(QLatin1String("There is no image:gone.")), qPrintable(said()));
    QVERIFY(!said().contains(QLatin1String("raw words")));
    const auto links = m_page->findChildren<LinkLabel *>();
    const auto link = [&](const char *label) {
        for (LinkLabel *one : links) {
            if (one->isVisible() && one->label() == QLatin1String(label))
                return one;
        }
        return static_cast<LinkLabel *>(nullptr);
    };
    QVERIFY(link("Details"));
    link("Details")->click();
    QVERIFY(said().contains(QLatin1String("raw words of the engine")));
    m_machine->put(QStringLiteral("image:gone"), {package("pika", "1.3.3")});
    m_page->readAgain(m_page->sources()[1].id);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 3, answerMs);
    QVERIFY(!said().contains(QLatin1String("There is no")));
}

void TestComparePage::readingCanBeCancelled()
{
    m_page->compare({QStringLiteral("image:one"), QStringLiteral("image:held")});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 1, answerMs);
    QVERIFY(m_page->isReading());
    Button *cancel = m_page->bar()->button(QStringLiteral("cancel"));
    QVERIFY(cancel);
    cancel->click();
    QVERIFY(!m_page->isReading());
    QCOMPARE(int(m_page->sources()[1].state), int(CompareSource::State::Failed));
    QVERIFY(said().contains(QLatin1String("Reading was cancelled.")));
    // Its end does not wait for a reading either.
    m_page->readAgain(m_page->sources()[1].id);
    m_page.reset();
}

void TestComparePage::readingAgainBringsWhatIsNew()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_machine->put(QStringLiteral("image:two"), {package("numpy", "3.0")});
    m_page->lookAgain();
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, 3), QStringLiteral("3.0"), answerMs);
}

void TestComparePage::sourcesAreTickedInTheList()
{
    m_page->compare({});
    QListView *list = m_page->picker()->list();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, answerMs);
    Button *done = m_page->bar()->button(QStringLiteral("done"));
    QVERIFY(done && !done->isEnabled());
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Space);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(m_page->sources().size(), 2);
    QTest::keyClick(list, Qt::Key_Return); // the second again: away with it
    QCOMPARE(m_page->sources().size(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 2, answerMs);
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_page->table()->isVisible());
    QVERIFY(!list->isVisible());
}

void TestComparePage::aWrittenSourceIsOffered()
{
    m_machine->put(QStringLiteral("venv:/there/.venv"), {package("pika", "1")});
    m_page->compare({});
    SearchField *field = m_page->picker()->field();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->picker()->list()->model()->rowCount(), 2, answerMs);
    field->setText(QStringLiteral("nothing like it"));
    QVERIFY(!m_page->picker()->list()->isVisible());
    field->setText(QStringLiteral("venv:/there/.venv"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_page->sources().size(), 1);
    QCOMPARE(m_page->sources()[0].source, QStringLiteral("venv:/there/.venv"));
}

void TestComparePage::everyFormatIsExported()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    for (const char *name : {"a.csv", "a.json", "a.md", "a.html"})
        m_page->exportTo(QString::fromLatin1(name));
    const auto saved = [&](const char *name) {
        const QMutexLocker guard(&m_machine->lock);
        return m_machine->saved.value(QString::fromLatin1(name));
    };
    QTRY_VERIFY_WITH_TIMEOUT(!saved("a.html").isEmpty() && !saved("a.json").isEmpty() &&
                                 !saved("a.csv").isEmpty() && !saved("a.md").isEmpty(),
                             answerMs);
    QVERIFY(saved("a.csv").contains("\"numpy\",\"1.9\",\"1.10\",\"upgraded\",\"minor\""));
    QVERIFY(saved("a.json").contains("\"change\":\"upgraded\""));
    QVERIFY(saved("a.md").contains("| numpy | 1.9 | 1.10 | upgraded |"));
    QVERIFY(saved("a.html").contains("<td>numpy</td><td class=\"v\">1.9</td>"));
    m_page->bar()->button(QStringLiteral("copy"))->click();
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("| numpy |")));
    QVERIFY(!QApplication::clipboard()->text().contains(QLatin1String("| pika |")));
}

void TestComparePage::hostileTextIsShownAsItIs()
{
    m_machine->put(QStringLiteral("image:two"),
                   {package("numpy", "1.0"),
                    {QStringLiteral("x<b>y</b>\n\u202ez"), QStringLiteral("1\x1b[2J<i>"), {}}});
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->setWanted({.text = QStringLiteral("x<b>")});
    QCOMPARE(cell(0, 0), QStringLiteral("x<b>y</b>^J\u2039U+202E\u203az"));
    QCOMPARE(cell(0, 3), QStringLiteral("1^[[2J<i>"));
    m_page->table()->selectRow(0);
    QVERIFY2(said().contains(QLatin1String("x<b>y</b>^J")), qPrintable(said()));
    m_page->exportTo(QStringLiteral("a.html"));
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const QMutexLocker guard(&m_machine->lock);
            return m_machine->saved.value(QStringLiteral("a.html")).contains("x&lt;b&gt;y");
        }(),
        answerMs);
}

void TestComparePage::severalPythonsStandApart()
{
    m_machine->sources[QStringLiteral("image:two")] = {
        Inventory::of(QStringLiteral("image:two (/usr/local/bin/python3)"),
                      {package("numpy", "1.9")}),
        Inventory::of(QStringLiteral("image:two (/usr/bin/python3)"), {package("numpy", "1.1")})};
    m_page->compare({QStringLiteral("image:one"), QStringLiteral("image:two")});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 3, answerMs);
    QCOMPARE(m_page->rows().labels[1], QStringLiteral("two (/usr/local/bin/python3)"));
    QCOMPARE(m_page->rows().labels[2], QStringLiteral("two (/usr/bin/python3)"));
    QCOMPARE(cell(0, 4), QStringLiteral("1.1"));
}

void TestComparePage::whatAStepLeftIsComparedWithoutReading()
{
    PackageRows rows;
    rows.sources = {QStringLiteral("before"), QStringLiteral("after")};
    rows.add(QStringLiteral("numpy"), {QStringLiteral("1.9"), QStringLiteral("2.0")});
    rows.add(QStringLiteral("rich"), {QString(), QStringLiteral("15.0")});
    m_page->compareRead(inventoriesOf(rows));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 2, answerMs);
    QCOMPARE(names(), QStringList({QStringLiteral("numpy"), QStringLiteral("rich")}));
    m_page->addSource(QStringLiteral("image:one"));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->rows().labels.size(), 3, answerMs);
    QCOMPARE(m_machine->asked, QStringList({QStringLiteral("image:one")}));
}

void TestComparePage::differencesAreSettledInFiles()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->bar()->button(QStringLiteral("settle"))->click();
    QVERIFY(m_page->settlement()->isVisible());
    QVERIFY(!m_page->table()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QLatin1String("anew: one, two")), answerMs);
    QVERIFY(!m_page->bar()->button(QStringLiteral("write"))); // there is no file yet
    m_page->addFolder(QStringLiteral("/repository"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->bar()->button(QStringLiteral("write")), answerMs);
    QCOMPARE(m_page->settlement()->diff()->files().size(), 1);
    QCOMPARE(m_page->settlement()->diff()->files()[0].title, QStringLiteral("Dockerfile"));
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->written(), QByteArray("RUN pip install numpy==1.10\n"),
                              answerMs);
    QVERIFY(m_page->stepBack());
    QVERIFY(m_page->table()->isVisible());
}

void TestComparePage::theWayBackClosesOneThingAtATime()
{
    open({QStringLiteral("image:one"), QStringLiteral("image:two")});
    m_page->table()->selectRow(0);
    m_page->strip()->addButton()->click();
    QVERIFY(m_page->picker()->isVisible());
    QVERIFY(m_page->stepBack());
    QVERIFY(!m_page->picker()->isVisible());
    QVERIFY(m_page->stepBack());
    QCOMPARE(m_page->table()->currentPackage(), -1);
    QVERIFY(!m_page->stepBack());
    QTest::keyClick(m_page->strip()->chip(m_page->sources()[0].id), Qt::Key_Delete);
    QCOMPARE(m_page->sources().size(), 1);
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
