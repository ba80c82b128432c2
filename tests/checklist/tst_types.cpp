// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"
#include "core/checklist/types.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

namespace {

QString problemOf(const Value &value, const TypeSpec &spec, bool existing = false)
{
    const auto fitting = conform(value, spec, existing);
    return fitting ? QString() : fitting.error().message();
}

TypeSpec of(Type type)
{
    TypeSpec spec;
    spec.type = type;
    return spec;
}

} // namespace

class TestTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasANameOfItsOwn();
    void textsKeepToTheirForm_data();
    void textsKeepToTheirForm();
    void branchesAreTheOnesGitTakes_data();
    void branchesAreTheOnesGitTakes();
    void valuesTakeTheTypesOwnForm();
    void wrongKindsAreNamed();
    void unknownPassesEverywhere();
    void dashesAreRefusedUnlessAllowed();
    void foldersAndFilesHaveToExist();
    void durationsAreMilliseconds();
    void nearestFindsMisspellings();
};

void TestTypes::everyTypeHasANameOfItsOwn()
{
    for (int i = 0; i <= int(Type::Any); ++i) {
        const auto type = static_cast<Type>(i);
        QVERIFY(!typeName(type).isEmpty());
        QCOMPARE(typeNamed(typeName(type)), std::optional<Type>(type));
    }
    QVERIFY(!typeNamed(QStringLiteral("string")));
}

void TestTypes::textsKeepToTheirForm_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto rows = [](Type type, bool fits, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::addRow("%s %s %s", qPrintable(typeName(type)), fits ? "takes" : "refuses",
                          text.toUtf8().toPercentEncoding().constData())
                << int(type) << text << fits;
    };
    const auto u = [](const char *text) { return QString::fromUtf8(text); };
    rows(Type::Text, true, {u("a b"), u(""), u("café")});
    rows(Type::Text, false,
         {u("a\nb"), u("a\tb"), u("\u202eb"), u("\u2066"), u("\x7f"), u("\u0085"),
          QString(QChar(0))});
    rows(Type::Prose, true, {u("a\nb\tc"), u("- item")});
    rows(Type::Prose, false, {u("a\rb"), u("\x1b[31m"), u("\u202e")});
    rows(Type::Version, true, {u("1"), u("1.8.10"), u("r1.6.19")});
    rows(Type::Version, false,
         {u(""), u("r"), u("1."), u(".1"), u("1..2"), u("1.0 "), u("1.0\n"), u("1.0rc1")});
    rows(Type::Path, true, {u("a"), u("a/b.txt"), u("./a"), u("a..b")});
    rows(Type::Path, false, {u(""), u("/a"), u("a//b"), u("a/"), u(".."), u("a/../b")});
    rows(Type::Digest, true, {u("sha256:") + QString(64, u'a')});
    rows(Type::Digest, false, {u("sha256:"), u("sha256:") + QString(64, u'g'), QString(64, u'a')});
    rows(Type::Url, true,
         {u("https://a.example/b"), u("http://a:80/"), u("ssh://git@host/x"), u("file:///srv/x"),
          u("git@host:a/b.git"), u("host:b")});
    rows(Type::Url, false,
         {u(""), u("ext::sh -c x"), u("ssh://-oProxyCommand=x/y"), u("ftp://a/b"), u("a b"),
          u("javascript://x"), u("host::x"), u("host:-x"), u("https://")});
    rows(Type::Duration, true, {u("500ms"), u("90s"), u("15m"), u("24h"), u("2d")});
    rows(Type::Duration, false, {u("90"), u("1.5h"), u("-1s"), u("1w"), u("s"), u("1234567s")});
}

void TestTypes::textsKeepToTheirForm()
{
    QFETCH(int, type);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(problemOf(Value(text), of(static_cast<Type>(type))).isEmpty(), fits);
}

void TestTypes::branchesAreTheOnesGitTakes_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"main",   "feature/update",
                             "a.b",    "a@b",
                             "a@{b",   "a..b",
                             ".a",     "a/.b",
                             "a.lock", "a.lock/b",
                             "a/",     "/a",
                             "a//b",   "a b",
                             "a~b",    "a^b",
                             "a:b",    "a?b",
                             "a*b",    "a[b",
                             "a]b",    "a\\b",
                             "a.",     "-a",
                             "é",      "HEAD",
                             "a-",     "a{b"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestTypes::branchesAreTheOnesGitTakes()
{
    QFETCH(QString, name);
    const int status = QProcess::execute(QStringLiteral("git"), {QStringLiteral("check-ref-format"),
                                                                 QStringLiteral("--branch"), name});
    QCOMPARE(problemOf(Value(name), of(Type::GitBranch)).isEmpty(), status == 0);
}

void TestTypes::valuesTakeTheTypesOwnForm()
{
    const auto text = [](const char *t) { return Value(QString::fromUtf8(t)); };
    QCOMPARE(conform(text("true"), of(Type::Flag)).value(), Value(true));
    QCOMPARE(conform(text("42"), of(Type::Number)).value(), Value(42));
    QCOMPARE(conform(Value(3), of(Type::Version)).value(), text("3"));
    QCOMPARE(conform(text("a"), of(Type::List)).value(), Value::ofTexts({QStringLiteral("a")}));
    TypeSpec numbers = of(Type::List);
    numbers.element = Type::Number;
    QCOMPARE(conform(Value::ofTexts({QStringLiteral("7")}), numbers).value(),
             Value(Value::List{Value(7)}));
}

void TestTypes::wrongKindsAreNamed()
{
    QCOMPARE(problemOf(Value(Value::List{}), of(Type::Text)),
             QStringLiteral("A text is expected here, not a list."));
    QCOMPARE(problemOf(Value(QStringLiteral("yes")), of(Type::Flag)),
             QStringLiteral("'yes' is no flag. Write true or false."));
    QCOMPARE(problemOf(Value(QStringLiteral("1e3")), of(Type::Number)),
             QStringLiteral("'1e3' is no whole number. Write digits only, such as 42."));
    const QString smallest = QStringLiteral("-9223372036854775808"); // has no absolute value
    QCOMPARE(problemOf(Value(smallest), of(Type::Number)),
             u'\'' + smallest +
                 QStringLiteral("' is no whole number. Write digits only, such as 42."));
    QCOMPARE(problemOf(Value(), of(Type::Text)),
             QStringLiteral("A text is expected here, but nothing is given."));
    TypeSpec choice = of(Type::Choice);
    choice.choices = {QStringLiteral("low"), QStringLiteral("high")};
    QCOMPARE(problemOf(Value(QStringLiteral("mid")), choice),
             QStringLiteral("'mid' is none of the choices: low, high."));
}

void TestTypes::unknownPassesEverywhere()
{
    for (int i = 0; i <= int(Type::Any); ++i)
        QVERIFY(conform(Value::unknown(), of(static_cast<Type>(i))).value().isUnknown());
    const auto list = conform(Value(Value::List{Value::unknown()}), of(Type::List));
    QVERIFY(list && list->hasUnknown());
}

void TestTypes::dashesAreRefusedUnlessAllowed()
{
    const Value option(QStringLiteral("--upload-pack=x"));
    for (const Type type : {Type::Text, Type::Directory, Type::File, Type::Path, Type::GitBranch,
                            Type::Version, Type::Url, Type::List}) {
        QVERIFY2(!problemOf(option, of(type)).isEmpty(), qPrintable(typeName(type)));
    }
    TypeSpec allowed = of(Type::List);
    allowed.mayStartWithDash = true;
    QCOMPARE(problemOf(option, allowed), QString());
}

void TestTypes::foldersAndFilesHaveToExist()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    QCOMPARE(
        conform(Value(folder.path() + QStringLiteral("/../") + QFileInfo(folder.path()).fileName()),
                of(Type::Directory), true)
            .value()
            .text(),
        folder.path());
    QCOMPARE(conform(Value(path), of(Type::File), true).value().text(), path);
    QCOMPARE(problemOf(Value(path), of(Type::Directory), true),
             QStringLiteral("There is no folder %1. Name one that exists.").arg(path));
    QCOMPARE(problemOf(Value(folder.path()), of(Type::File), true),
             QStringLiteral("There is no file %1. Name one that exists.").arg(folder.path()));
    QCOMPARE(problemOf(Value(QStringLiteral("/nowhere")), of(Type::Directory)), QString());
}

void TestTypes::durationsAreMilliseconds()
{
    QCOMPARE(durationMs(QStringLiteral("500ms")).value(), qint64(500));
    QCOMPARE(durationMs(QStringLiteral("90s")).value(), qint64(90'000));
    QCOMPARE(durationMs(QStringLiteral("15m")).value(), qint64(900'000));
    QCOMPARE(durationMs(QStringLiteral("24h")).value(), qint64(86'400'000));
    QCOMPARE(durationMs(QStringLiteral("2d")).value(), qint64(172'800'000));
}

void TestTypes::nearestFindsMisspellings()
{
    const QStringList known{QStringLiteral("needs"), QStringLiteral("foreach"),
                            QStringLiteral("git-branch")};
    QCOMPARE(nearest(QStringLiteral("need"), known), QStringLiteral("needs"));
    QCOMPARE(nearest(QStringLiteral("for_each"), known), QStringLiteral("foreach"));
    QCOMPARE(nearest(QStringLiteral("Git_Branch"), known), QStringLiteral("git-branch"));
    QCOMPARE(nearest(QStringLiteral("xyz"), known), QString());
    QCOMPARE(nearest(QString(100'000, u'a'), known), QString());
}

QTEST_GUILESS_MAIN(TestTypes)
#include "tst_types.moc"
