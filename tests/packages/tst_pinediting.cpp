// SPDX-License-Identifier: MIT
#include "core/packages/pinediting.h"

#include "core/base/canonicaljson.h"
#include "core/packages/packagename.h"
#include "tests/packages/pintext.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QtTest>
#include <ctime>

using namespace Slipway;

namespace {

Inventory inventoryOf(const QByteArray &freeze)
{
    const auto inventory = Inventory::fromFreeze(freeze, QStringLiteral("test"));
    Q_ASSERT(inventory);
    return *inventory;
}

/// The versions that a file asks for now.
Inventory versionsIn(const QByteArray &bytes, PinFileKind kind)
{
    QByteArray freeze = "something-else==1\n";
    const auto located = locatePins(bytes, kind);
    for (const Pin &pin : located->pins)
        if (pin.isPinned() && pin.isEditable())
            freeze += pin.name.toUtf8() + "==" + pin.version + '\n';
    return inventoryOf(freeze);
}

/// A record as it comes back from a file.
PinRecord throughJson(const PinRecord &record)
{
    const auto bytes = canonicalJson(record.toJson());
    const auto json = parseJsonObject(*bytes);
    return *PinRecord::fromJson(*json);
}

PinRecord recordOf(const UnpinResult &result)
{
    PinRecord record;
    record.add(result.taken);
    return throughJson(record);
}

QStringList editTexts(const QList<PinEdit> &edits)
{
    QStringList texts;
    for (const PinEdit &edit : edits)
        texts.append(QString::number(edit.line) + u' ' + edit.oldText + u'>' + edit.newText);
    return texts;
}

const PinEditOptions namedFile = {QStringLiteral("a/file"), {}, {}};

/// Makes files of one kind out of every shape that the editors know.
class FileGenerator final
{
public:
    explicit FileGenerator(quint32 seed) : m_random(seed) {}

    QByteArray file(PinFileKind kind)
    {
        QByteArray text = m_random.bounded(4) == 0 ? QByteArray("\xEF\xBB\xBF") : QByteArray();
        const int count = int(m_random.bounded(1, 14));
        for (int i = 0; i < count; ++i)
            text += kind == PinFileKind::Dockerfile     ? dockerfilePiece()
                    : kind == PinFileKind::Shell        ? shellPiece()
                    : kind == PinFileKind::Requirements ? requirementsPiece()
                                                        : QByteArray();
        if (kind == PinFileKind::Pyproject)
            text += pyproject(count);
        if (m_random.bounded(3) == 0)
            text.replace("\n", "\r\n");
        if (m_random.bounded(2) == 0)
            while (text.endsWith('\n') || text.endsWith('\r'))
                text.chop(1);
        return text;
    }

private:
    QByteArray pick(const QList<QByteArray> &choices)
    {
        return choices.at(m_random.bounded(choices.size()));
    }
    QByteArray name()
    {
        return pick({"numpy", "Ruamel.YAML", "ruamel_yaml", "a", "ml-dtypes", "ml_dtypes", "b2",
                     "pip", "setuptools", "zope.interface"});
    }
    /// The same for every spelling of a name, as one inventory can say.
    QByteArray version(const QByteArray &of)
    {
        static const QList<QByteArray> versions = {
            "1", "1.2.3", "2024.1", "1!2.0", "0.24.0.post1", "3.0rc1", "7.dev0", "1.0.0a1"};
        const QString normal = normalPackageName(QString::fromLatin1(of));
        return versions.at((normal.size() * 7 + normal.front().unicode()) % versions.size());
    }
    QByteArray extras() { return pick({"", "", "", "[auth]", "[a,b]", "[ a , b-c ]"}); }
    QByteArray bareExtras() { return pick({"", "", "[auth]", "[a,b]"}); }

    QByteArray odd()
    {
        return pick({"x1>=1,<2", "x2~=1.0", "x3==1.*", "x4!=2", "x5==1+cu118", "x6<3",
                     "x7 @ https://example.org/x.whl", "x8===weird_", "x9"});
    }

    QByteArray plain()
    {
        const QByteArray n = name();
        const QByteArray v = version(n);
        const QByteArray e = extras();
        return pick({n + e, n + e + "==" + v, n + e + " == " + v, n + e + ">=" + v,
                     n + e + "===" + v, n + e + " (==" + v + ")", n + e + "(>= " + v + " )",
                     n + " [x] == " + v, n + e + "==  " + v, odd()});
    }

    QByteArray shellWord()
    {
        const QByteArray n = name();
        const QByteArray v = version(n);
        const QByteArray e = bareExtras();
        return pick({n + e, n + e + "==" + v, n + e + "==" + v, n + e + "===" + v, n + ">=" + v,
                     n + e + "==\"" + v + "\"", n + "'==" + v + "'", n + "\">=" + v + "\"",
                     '"' + plain() + '"', '\'' + plain() + '\'', '"' + n + "\"==" + v, n + "==$V",
                     n + "=\\\n=" + v, "num\\\npy==" + version("numpy"), n + "==1\\.2", "./x",
                     "-r r.txt", "--no-cache-dir", "-i https://i==1/"});
    }

    QByteArray dockerfilePiece()
    {
        QByteArray words;
        for (quint32 i = m_random.bounded(5U); i-- > 0;)
            words += pick({" ", "  ", " \\\n  ", " \\ \t\n", " \\\n# c==1 \\\n\n "}) + shellWord();
        const QByteArray install =
            pick({"pip install", "python -m pip install -U", "uv pip install --system",
                  "sudo pip3.11 --no-cache-dir install"}) +
            words;
        const QByteArray n = name();
        return pick(
            {"RUN " + install + "\n", "RUN " + install + "\n", variablePiece(true),
             variablePiece(true), "FROM x AS a\n", "FROM a\n",
             "RUN true && " + install + "&& echo a==1\n",
             "RUN --mount=type=cache,target=/x " + install + "; pip install b2==" + version("b2") +
                 " # d==1\n",
             "RUN <<EOF\n" + install + "\n# e==1\nEOF\n",
             "RUN sh <<-'E' && pip install a==" + version("a") + "\n\t" + install + "\n\tE\n",
             "ENV X=\"pip install a==9\"\n", "# pip install a==9 \\\n", "FROM x==1\n\n",
             "RUN [\"pip\", \"install\", \"" + n + ">=" + version(n) + "\"]\n",
             "RUN bash -c \"pip install '" + n + ">=" + version(n) + "' a==" + version("a") +
                 "\"\n"});
    }

    /// A variable that holds the version of a package, named after it.
    QByteArray variableOf(const QByteArray &name)
    {
        return "V_" + normalPackageName(QString::fromLatin1(name))
                          .replace(u'-', u'_')
                          .replace(u'.', u'_')
                          .toLatin1();
    }

    QByteArray variablePiece(bool isDockerfile)
    {
        const QByteArray n = name();
        const QByteArray v = variableOf(n);
        const QByteArray set = v + pick({"=", "=\"", "='"}) + version(n);
        const QByteArray closed = set + (set.contains('"') ? "\"" : set.contains('\'') ? "'" : "");
        const QByteArray use =
            pick({n + "==$" + v, '"' + n + " >= ${" + v + "}\"", n + "==\"$" + v + '"',
                  n + "==${" + v + ":-" + version(n) + '}', '"' + n + "\"=='$" + v + "'"});
        if (!isDockerfile)
            return pick({closed, "export " + closed, closed + "; true", ""}) + "\npip install " +
                   use + ' ' + shellWord() + '\n';
        return pick({"ARG " + closed, "ENV " + closed + " X=1", "ENV " + v + ' ' + version(n),
                     "ARG " + v + "\nENV " + v + "=${" + v + ":-" + version(n) + "}", "FROM x"}) +
               "\nRUN pip install " + use + ' ' + shellWord() + '\n';
    }

    QByteArray shellPiece()
    {
        QByteArray words;
        for (quint32 i = m_random.bounded(4U); i-- > 0;)
            words += pick({" ", "  ", " \\\n  "}) + shellWord();
        return pick({"pip install" + words + '\n',
                     "if x; then python3 -m pip install" + words + "; fi\n", "# pip install a==1\n",
                     "cat <<E\npip install a==1\nE\n", variablePiece(false), variablePiece(false),
                     "bash -c 'pip install \"a>=" + version("a") + "\"'\n"});
    }

    QByteArray requirementsPiece()
    {
        return pick({plain(), plain(), plain(), plain(), "# " + plain(), "-r x==1.txt", "-e ./x",
                     "", plain() + " --hash=sha256:a==1", "numpy==\\\n" + version("numpy"),
                     "a==" + version("a") + " \\\n # c==1", "b2 # c \\\nb2==9"}) +
               pick({"", "", "", "  # note==1", " ; python_version == '3.9'", "\t"}) + '\n';
    }

    QByteArray poetry()
    {
        QByteArray text = "[tool.poetry.dependencies]\npython = '>=3.9'\n";
        for (const char *key : {"numpy", "\"Ruamel.YAML\"", "b2"}) {
            const QByteArray v = version(QByteArray(key).replace('"', ""));
            const QByteArray value =
                pick({"'" + v + "'", "\"==" + v + "\"", "'>= " + v + "'", "'*'", "'^1.2'",
                      "\"\"\"" + v + "\"\"\"", "'>=1,<2'", "'~1.2'"});
            text += QByteArray(key) + " = " +
                    pick({value, "{ version = " + value + ", extras = ['x'] } # note"}) + '\n';
        }
        return text;
    }

    QByteArray pyproject(int count)
    {
        QByteArray list;
        for (int i = 0; i < count; ++i) {
            const QByteArray text = plain();
            list += pick({'"' + text + '"', '\'' + text + '\'', "\"\"\"" + text + "\"\"\"",
                          "'''\n" + text + "'''", '"' + text + "; x == \\\"y\\\"\""}) +
                    pick({",", " ,", ", # note==1\n  ", ",\n"});
        }
        return "[build-system]\nrequires = ['setuptools>=" + version("setuptools") +
               "']\n[project]\nversion = \"1.8.5\"\nrequires-python = '>=3.10'\n"
               "dependencies = [" +
               list + "]\n[project.optional-dependencies]\nx = ['a==" + version("a") + "']\n" +
               poetry();
    }

    QRandomGenerator m_random;
};

} // namespace

class TestPinEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpinTakesNothingButVersionsOut();
    void pinKeepsOperatorsAndChangesVersionBytesOnly();
    void pinTwiceChangesNothing();
    void recordBringsBackOperators();
    void everyPinsWhatTheInventoryKnows();
    void namesThatTheInventoryDoesNotKnowAreListed();
    void localAndOddVersionsOfTheSourceAreReported();
    void onlyAndExceptChooseNames();
    void allOccurrencesChangeTogether();
    void aRecordKnowsFilesByTheEndOfTheirPath();
    void aFileThatIsNotRecordedIsAnError();
    void aSecondUnpinLosesNothingOfTheRecord();
    void aHostileRecordIsRefused_data();
    void aHostileRecordIsRefused();
    void aLimitIsNotPutBackWithoutQuotes();
    void recordedNamesThatAreGoneAreReported();
    void largeFilesTakeLinearTime();
    void unpinAndPinGiveBackTheSameBytes_data();
    void unpinAndPinGiveBackTheSameBytes();
    void newVersionsChangeNothingElse_data();
    void newVersionsChangeNothingElse();
};

void TestPinEditing::unpinTakesNothingButVersionsOut()
{
    const QByteArray file = testData("pyproject.toml");
    const auto result = unpinFile(file, PinFileKind::Pyproject, namedFile);
    QVERIFY(result.isOk());
    QByteArray wanted = file;
    for (const char *specifier : {">=69.1.1", "==7.2.5", "==1.0.1", "==7.0.1", "==8.1.1", ">=0.3"})
        wanted.replace(wanted.indexOf(specifier), qsizetype(qstrlen(specifier)), "");
    wanted.replace("ped==1.0", "ped");
    QCOMPARE(result->bytes, wanted);
    QCOMPARE(editTexts(result->edits).first(), QStringLiteral("2 setuptools>=69.1.1>setuptools"));
    QCOMPARE(leftAloneTexts(result->leftAlone), words("17 mlflow"));
}

void TestPinEditing::pinKeepsOperatorsAndChangesVersionBytesOnly()
{
    const QByteArray file = testData("api.Dockerfile");
    const auto result = pinFile(file, PinFileKind::Dockerfile,
                                inventoryOf("pymongo==4.17.0\nPassLib==1.8\nmlflow==3.11\n"
                                            "ruamel.yaml==0.18\nminio==7.2.5\npip==27\n"
                                            "setuptools==90\nfastapi==9\nfoo==9\n"),
                                PinMode::PinnedNow);
    QVERIFY(result.isOk());
    QByteArray wanted = file;
    wanted.replace("pymongo==4.16.0", "pymongo==4.17.0");
    wanted.replace("passlib[bcrypt]>=1.7.4", "passlib[bcrypt]>=1.8");
    wanted.replace("mlflow[auth]==3.10.1", "mlflow[auth]==3.11");
    wanted.replace("pip==26.0.1 setuptools==82.0.1", "pip==27 setuptools==90");
    QCOMPARE(result->bytes, wanted);
    QCOMPARE(editTexts(result->edits),
             words("7 pip==26.0.1>pip==27|7 setuptools==82.0.1>setuptools==90|"
                   "7 pymongo==4.16.0>pymongo==4.17.0|"
                   "11 passlib[bcrypt]>=1.7.4>passlib[bcrypt]>=1.8|"
                   "19 mlflow[auth]==3.10.1>mlflow[auth]==3.11"));
    QCOMPARE(result->edits.first().oldVersion, QStringLiteral("26.0.1"));
    QCOMPARE(result->edits.first().newVersion, QStringLiteral("27"));
}

void TestPinEditing::pinTwiceChangesNothing()
{
    const Inventory inventory = inventoryOf("numpy==2\nscipy==2\nbare==3\nRuamel_yaml==1\n");
    for (const PinMode mode : {PinMode::PinnedNow, PinMode::Every}) {
        const auto once =
            pinFile(testData("requirements.txt"), PinFileKind::Requirements, inventory, mode);
        QVERIFY(once.isOk());
        QVERIFY(!once->edits.isEmpty());
        const auto twice = pinFile(once->bytes, PinFileKind::Requirements, inventory, mode);
        QVERIFY(twice.isOk());
        QCOMPARE(twice->bytes, once->bytes);
        QVERIFY(twice->edits.isEmpty());
    }
}

void TestPinEditing::recordBringsBackOperators()
{
    const QByteArray file = testData("pyproject.toml");
    const auto unpinned = unpinFile(file, PinFileKind::Pyproject, namedFile);
    const auto pinned = pinFile(unpinned->bytes, PinFileKind::Pyproject,
                                inventoryOf("setuptools==75.1.0\nminio==8\nwheel==1\nmlflow==9\n"),
                                PinMode::Recorded, recordOf(*unpinned), namedFile);
    QVERIFY(pinned.isOk());
    QVERIFY(pinned->bytes.contains("['setuptools>=75.1.0', \"wheel\"]"));
    QVERIFY(pinned->bytes.contains("['minio==8', \"python-dotenv\","));
    QCOMPARE(pinned->unknownNames, words("python-dotenv|importlib-metadata|escaped|pytest|ruff"));
}

void TestPinEditing::everyPinsWhatTheInventoryKnows()
{
    const auto result =
        pinFile("RUN pip install pip 'rich[x]' \"a>=1\" b==1 -r r.txt\n", PinFileKind::Dockerfile,
                inventoryOf("pip==24\nrich==13\na==2\nc==1\n"), PinMode::Every);
    QVERIFY(result.isOk());
    QCOMPARE(result->bytes,
             QByteArray("RUN pip install pip==24 'rich[x]==13' \"a>=2\" b==1 -r r.txt\n"));
    QCOMPARE(result->unknownNames, words("b"));
}

void TestPinEditing::namesThatTheInventoryDoesNotKnowAreListed()
{
    const auto result = pinFile("a==1\nb==1\nb==1\nc\n", PinFileKind::Requirements,
                                inventoryOf("a==2\n"), PinMode::PinnedNow);
    QCOMPARE(result->bytes, QByteArray("a==2\nb==1\nb==1\nc\n"));
    QCOMPARE(result->unknownNames, words("b"));
}

void TestPinEditing::localAndOddVersionsOfTheSourceAreReported()
{
    const auto result =
        pinFile("torch==2.1.0\nodd==1\na==1\n", PinFileKind::Requirements,
                inventoryOf("torch==2.2.0+cu118\nodd===x;y\na==2\n"), PinMode::PinnedNow);
    QVERIFY(result.isOk());
    QCOMPARE(result->bytes, QByteArray("torch==2.1.0\nodd==1\na==2\n"));
    QCOMPARE(leftAloneTexts(result->leftAlone), words("1 torch|2 odd"));
    QVERIFY(result->leftAlone.first().why.english().contains(QLatin1String("2.2.0+cu118")));
}

void TestPinEditing::onlyAndExceptChooseNames()
{
    const QByteArray file = "Ruamel.Yaml==1\nnumpy==1\nrich==1\nx>=1,<2\n";
    const auto only =
        unpinFile(file, PinFileKind::Requirements, {{}, {QStringLiteral("ruamel_yaml")}, {}});
    QCOMPARE(only->bytes, QByteArray("Ruamel.Yaml\nnumpy==1\nrich==1\nx>=1,<2\n"));
    QVERIFY(only->leftAlone.isEmpty());
    const auto except = unpinFile(file, PinFileKind::Requirements,
                                  {{}, {}, {QStringLiteral("NumPy"), QStringLiteral("x")}});
    QCOMPARE(except->bytes, QByteArray("Ruamel.Yaml\nnumpy==1\nrich\nx>=1,<2\n"));
    QVERIFY(except->leftAlone.isEmpty());
}

void TestPinEditing::allOccurrencesChangeTogether()
{
    const QByteArray file = "FROM a\nRUN pip install x-y==1\nFROM b\nRUN pip install X_y==1.5\n";
    const auto result =
        pinFile(file, PinFileKind::Dockerfile, inventoryOf("x.y==2\n"), PinMode::PinnedNow);
    QCOMPARE(result->bytes,
             QByteArray("FROM a\nRUN pip install x-y==2\nFROM b\nRUN pip install X_y==2\n"));
}

void TestPinEditing::aRecordKnowsFilesByTheEndOfTheirPath()
{
    PinRecord record;
    record.add({QStringLiteral("api/Dockerfile"), {}});
    record.add({QStringLiteral("old/api/Dockerfile"), {}});
    record.add({QStringLiteral("web/Dockerfile"), {}});
    QVERIFY(record.forFile(QStringLiteral("api/Dockerfile")));
    QCOMPARE(record.forFile(QStringLiteral("api/Dockerfile"))->file,
             QStringLiteral("api/Dockerfile"));
    QCOMPARE(record.forFile(QStringLiteral("/home/x/web/Dockerfile"))->file,
             QStringLiteral("web/Dockerfile"));
    QVERIFY(!record.forFile(QStringLiteral("Dockerfile")));
    QVERIFY(!record.forFile(QStringLiteral("xweb/Dockerfile")));
}

void TestPinEditing::aFileThatIsNotRecordedIsAnError()
{
    const auto result = pinFile("a\n", PinFileKind::Requirements, inventoryOf("a==1\n"),
                                PinMode::Recorded, {}, namedFile);
    QVERIFY(!result.isOk());
    QCOMPARE(result.error().code(), QStringLiteral("packages.not-recorded"));
}

void TestPinEditing::aSecondUnpinLosesNothingOfTheRecord()
{
    PinRecord record;
    const auto first = unpinFile("a>=1\nb==2\n", PinFileKind::Requirements, namedFile);
    record.add(first->taken);
    const auto second = unpinFile(first->bytes, PinFileKind::Requirements, namedFile);
    QVERIFY(second->edits.isEmpty());
    record.add(second->taken);
    const auto third = unpinFile("a\nb==3\n", PinFileKind::Requirements, namedFile);
    record.add(third->taken);
    QCOMPARE(record.files().size(), 1);
    QCOMPARE(record.files().first().pins.size(), 2);
    QCOMPARE(record.files().first().pins.at(0).op, QStringLiteral(">="));
    QCOMPARE(record.files().first().pins.at(1).version, QStringLiteral("3"));
}

void TestPinEditing::aHostileRecordIsRefused_data()
{
    QTest::addColumn<QByteArray>("pin");
    QTest::newRow("command in before")
        << QByteArray(R"({"name":"a","operator":"==","version":"1","before":"; rm -rf /;=="})");
    QTest::newRow("line in after")
        << QByteArray(R"({"name":"a","operator":"==","version":"1","after":"\nRUN x"})");
    QTest::newRow("operator") << QByteArray(R"({"name":"a","operator":"~=","version":"1"})");
    QTest::newRow("version") << QByteArray(R"({"name":"a","operator":"==","version":"1 && x"})");
    QTest::newRow("name") << QByteArray(R"({"name":"a b","operator":"==","version":"1"})");
    QTest::newRow("occurrence") << QByteArray(
        R"({"name":"a","operator":"==","version":"1","occurrence":-1})");
}

void TestPinEditing::aHostileRecordIsRefused()
{
    QFETCH(QByteArray, pin);
    const auto json =
        parseJsonObject(R"({"slipwayPins":1,"files":[{"file":"f","pins":[)" + pin + "]}]}");
    QVERIFY(json.isOk());
    const auto record = PinRecord::fromJson(*json);
    QVERIFY(!record.isOk());
    QCOMPARE(record.error().code(), QStringLiteral("packages.bad-record"));
    QVERIFY(!PinRecord::fromJson({}).isOk());
}

void TestPinEditing::aLimitIsNotPutBackWithoutQuotes()
{
    const auto unpinned = unpinFile("RUN pip install 'a>=1'\n", PinFileKind::Dockerfile, namedFile);
    const auto pinned =
        pinFile("RUN pip install a\n", PinFileKind::Dockerfile, inventoryOf("a==2\n"),
                PinMode::Recorded, recordOf(*unpinned), namedFile);
    QVERIFY(pinned.isOk());
    QCOMPARE(pinned->bytes, QByteArray("RUN pip install a\n"));
    QCOMPARE(leftAloneTexts(pinned->leftAlone), words("1 a"));
}

void TestPinEditing::recordedNamesThatAreGoneAreReported()
{
    const auto unpinned = unpinFile("a==1\nb==1\n", PinFileKind::Requirements, namedFile);
    const auto pinned = pinFile("b\n", PinFileKind::Requirements, inventoryOf("a==2\nb==2\n"),
                                PinMode::Recorded, recordOf(*unpinned), namedFile);
    QCOMPARE(pinned->bytes, QByteArray("b==2\n"));
    QCOMPARE(leftAloneTexts(pinned->leftAlone), words("0 a"));
}

void TestPinEditing::largeFilesTakeLinearTime()
{
    QByteArray file;
    for (int i = 0; i < 40'000; ++i)
        file += 'n' + QByteArray::number(i) + "==1\n";
    const std::clock_t start = std::clock(); // processor time: the machine may be busy
    const auto unpinned = unpinFile(file, PinFileKind::Requirements, namedFile);
    QVERIFY(unpinned.isOk());
    QCOMPARE(unpinned->edits.size(), 40'000);
    PinRecord record;
    record.add(unpinned->taken);
    const auto pinned =
        pinFile(unpinned->bytes, PinFileKind::Requirements,
                versionsIn(file, PinFileKind::Requirements), PinMode::Recorded, record, namedFile);
    QCOMPARE(pinned->bytes, file);
    QVERIFY((std::clock() - start) / CLOCKS_PER_SEC < 30);
}

void TestPinEditing::unpinAndPinGiveBackTheSameBytes_data()
{
    QTest::addColumn<PinFileKind>("kind");
    QTest::addColumn<QByteArray>("sample");
    QTest::newRow("dockerfile") << PinFileKind::Dockerfile << testData("api.Dockerfile");
    QTest::newRow("requirements") << PinFileKind::Requirements << testData("requirements.txt");
    QTest::newRow("pyproject") << PinFileKind::Pyproject << testData("pyproject.toml");
    QTest::newRow("shell") << PinFileKind::Shell << testCorpus("install_python_packages.sh");
}

void TestPinEditing::unpinAndPinGiveBackTheSameBytes()
{
    QFETCH(PinFileKind, kind);
    QFETCH(QByteArray, sample);
    int edits = 0;
    for (quint32 seed = 0; seed < 300; ++seed) {
        const QByteArray file = seed == 0 ? sample : FileGenerator(seed).file(kind);
        const QByteArray where = "seed " + QByteArray::number(seed) + ":\n" + file;
        const auto unpinned = unpinFile(file, kind, namedFile);
        QVERIFY2(unpinned.isOk(), where.constData());
        edits += int(unpinned->edits.size());
        const auto left = locatePins(unpinned->bytes, kind);
        for (const Pin &pin : left->pins)
            QVERIFY2(!pin.isPinned() || !pin.isEditable() || !pin.hashes.isEmpty(),
                     where.constData());
        const auto pinned = pinFile(unpinned->bytes, kind, versionsIn(file, kind),
                                    PinMode::Recorded, recordOf(*unpinned), namedFile);
        QVERIFY2(pinned.isOk(), where.constData());
        QVERIFY2(pinned->bytes == file,
                 (where + "\n--- unpinned\n" + unpinned->bytes + "\n--- pinned\n" + pinned->bytes)
                     .constData());
    }
    QVERIFY2(edits > 300, qPrintable(QString::number(edits)));
}

void TestPinEditing::newVersionsChangeNothingElse_data()
{
    unpinAndPinGiveBackTheSameBytes_data();
}

void TestPinEditing::newVersionsChangeNothingElse()
{
    QFETCH(PinFileKind, kind);
    int edits = 0;
    for (quint32 seed = 1000; seed < 1080; ++seed) {
        const QByteArray file = FileGenerator(seed).file(kind);
        const QByteArray where = "seed " + QByteArray::number(seed) + ":\n" + file;
        QByteArray freeze = "something-else==1\n";
        QSet<QString> names;
        const auto located = locatePins(file, kind);
        QVERIFY2(located.isOk(), where.constData());
        for (const Pin &pin : located->pins)
            if (!names.contains(pin.normalName)) {
                freeze += pin.name.toUtf8() + "==99.1\n";
                names.insert(pin.normalName);
            }
        const Inventory inventory = inventoryOf(freeze);
        const auto pinned = pinFile(file, kind, inventory, PinMode::PinnedNow);
        QVERIFY2(pinned.isOk(), where.constData());
        edits += int(pinned->edits.size());
        QVERIFY2(withoutVersions(pinned->bytes, kind) == withoutVersions(file, kind),
                 (where + "\n--- pinned\n" + pinned->bytes).constData());
        const auto twice = pinFile(pinned->bytes, kind, inventory, PinMode::PinnedNow);
        QVERIFY2(twice.isOk() && twice->edits.isEmpty() && twice->bytes == pinned->bytes,
                 (where + "\n--- pinned\n" + pinned->bytes).constData());
    }
    QVERIFY2(edits > 80, qPrintable(QString::number(edits)));
}

QTEST_GUILESS_MAIN(TestPinEditing)
#include "tst_pinediting.moc"
