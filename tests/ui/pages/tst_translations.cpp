// SPDX-License-Identifier: MIT
#include "app/translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Slipway;

namespace {

struct Entry
{
    QString context;
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

QString catalogueOf(const QString &language)
{
    return QStringLiteral(SLIPWAY_SOURCE_DIR "/translations/slipway_%1.ts").arg(language);
}

QList<Entry> entriesOf(const QString &path)
{
    QFile file(path);
    QList<Entry> entries;
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            entries.append({context, {}, {}, false});
        } else if (xml.name() == QLatin1String("source")) {
            entries.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            Entry &entry = entries.last();
            entry.isUnfinished = !xml.attributes().value(QLatin1String("type")).isEmpty();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            entry.translations.append(text.trimmed());
        }
    }
    return entries;
}

QStringList placesOf(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("%[1-9]"));
    QStringList places;
    auto matches = mark.globalMatch(text);
    while (matches.hasNext())
        places.append(matches.next().captured());
    places.removeDuplicates();
    places.sort();
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void noTextOfTheProgramsIsMissing();
    void everyPlaceOfAnArgumentIsKept();
    void aTextChangesWithTheLanguage();
    void pluralsAreFormedInBothLanguages();
};

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English plurals") << QStringLiteral("en");
    QTest::newRow("Portuguese") << QStringLiteral("pt_BR");
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, language);
    const QList<Entry> entries = entriesOf(catalogueOf(language));
    QVERIFY(entries.size() > 10);
    QStringList open;
    for (const Entry &entry : entries) {
        if (entry.isUnfinished || entry.translations.value(0).isEmpty())
            open.append(entry.context + QStringLiteral(": ") + entry.source);
    }
    QVERIFY2(open.isEmpty(), qPrintable(open.join(QLatin1Char('\n'))));
}

/// Gathers the texts anew into a copy of the catalogue: what is new there is not translated.
void TestTranslations::noTextOfTheProgramsIsMissing()
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("slipway_pt_BR.ts"));
    QVERIFY(QFile::copy(catalogueOf(QStringLiteral("pt_BR")), copy));
    const QString root = QStringLiteral(SLIPWAY_SOURCE_DIR);
    QStringList arguments;
    for (const char *name : {"/core", "/ui", "/app"})
        arguments.append(root + QLatin1String(name));
    arguments += {QStringLiteral("-I"),
                  root,
                  QStringLiteral("-I"),
                  root + QStringLiteral("/core"),
                  QStringLiteral("-I"),
                  root + QStringLiteral("/ui"),
                  QStringLiteral("-extensions"),
                  QStringLiteral("cpp,h"),
                  QStringLiteral("-no-obsolete"),
                  QStringLiteral("-locations"),
                  QStringLiteral("none"),
                  QStringLiteral("-ts"),
                  copy};
    QProcess lupdate;
    lupdate.start(QStringLiteral(SLIPWAY_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    QStringList open;
    const QList<Entry> entries = entriesOf(copy);
    for (const Entry &entry : entries) {
        if (entry.isUnfinished)
            open.append(entry.context + QStringLiteral(": ") + entry.source);
    }
    QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("Run update-translations and translate:\n") +
                                        open.join(QLatin1Char('\n'))));
}

void TestTranslations::everyPlaceOfAnArgumentIsKept()
{
    const QList<Entry> entries = entriesOf(catalogueOf(QStringLiteral("pt_BR")));
    for (const Entry &entry : entries)
        QCOMPARE(placesOf(entry.translations.value(0)), placesOf(entry.source));
}

void TestTranslations::aTextChangesWithTheLanguage()
{
    Translations translations;
    translations.install(QStringLiteral("pt_BR"));
    const auto yes = [] { return QCoreApplication::translate("Slipway::FlagEditor", "Yes"); };
    QCOMPARE(yes(), QStringLiteral("Sim"));
    QCOMPARE(QLocale().language(), QLocale::Portuguese);
    translations.install(QStringLiteral("en"));
    QCOMPARE(yes(), QStringLiteral("Yes"));
    translations.install(QStringLiteral("tlh"));
    QCOMPARE(translations.language(), QStringLiteral("en"));
}

void TestTranslations::pluralsAreFormedInBothLanguages()
{
    const auto files = [](int count) {
        return QCoreApplication::translate("Slipway::ChangesPane", "%n file(s)", nullptr, count);
    };
    Translations translations;
    translations.install(QStringLiteral("en"));
    QCOMPARE(files(1), QStringLiteral("1 file"));
    QCOMPARE(files(3), QStringLiteral("3 files"));
    translations.install(QStringLiteral("pt_BR"));
    QCOMPARE(files(1), QStringLiteral("1 arquivo"));
    QCOMPARE(files(3), QStringLiteral("3 arquivos"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
