// SPDX-License-Identifier: MIT
// Versions, names and requirements made at random, held against what Python's own packaging
// library says of them.
#include "core/packages/packagename.h"
#include "core/packages/requirement.h"
#include "core/packages/version.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>
#include <random>

using namespace Slipway;

namespace {

constexpr int howMany = 3000;

// Debian's own: another Python in PATH may lack the library.
const QString python = QStringLiteral("/usr/bin/python3");

const char *const program = R"py(
import json, sys
from packaging.version import Version, InvalidVersion
from packaging.requirements import Requirement, InvalidRequirement
from packaging.utils import canonicalize_name
def version(text):
    try:
        v = Version(text)
    except InvalidVersion:
        return None
    return {"text": str(v), "pre": v.is_prerelease, "post": v.is_postrelease,
            "local": v.local or "", "epoch": str(v.epoch)}
def order(pair):
    try:
        a, b = Version(pair[0]), Version(pair[1])
    except InvalidVersion:
        return None
    return -1 if a < b else 1 if a > b else 0
def requirement(text):
    try:
        r = Requirement(text)
    except InvalidRequirement:
        return None
    return {"name": canonicalize_name(r.name), "extras": sorted(r.extras), "url": r.url or "",
            "clauses": sorted(s.operator + s.version for s in r.specifier),
            "marker": r.marker is not None}
asked = json.load(sys.stdin)
print(json.dumps({"versions": [version(t) for t in asked["versions"]],
                  "pairs": [order(p) for p in asked["pairs"]],
                  "requirements": [requirement(t) for t in asked["requirements"]]}))
)py";

/// The same for a seed on every machine: no distribution of the standard library is used.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    QString version()
    {
        QString text;
        if (chance(8))
            text += one({u" ", u"v", u"V", u" v", u"\t"});
        if (chance(6))
            text += number() + u'!';
        text += number();
        for (int more = below(4); more > 0; --more)
            text += u'.' + number();
        if (chance(3))
            text += separator() +
                    one({u"a", u"b", u"c", u"rc", u"alpha", u"beta", u"pre", u"preview", u"RC",
                         u"Alpha"}) +
                    maybeNumber();
        if (chance(4))
            text += chance(3) ? u'-' + number()
                              : separator() + one({u"post", u"rev", u"r", u"POST"}) + maybeNumber();
        if (chance(4))
            text += separator() + one({u"dev", u"DEV"}) + maybeNumber();
        if (chance(4)) {
            text += u'+' + localPart();
            for (int more = below(3); more > 0; --more)
                text += one({u".", u"-", u"_"}) + localPart();
        }
        if (chance(12))
            text += one({u" ", u"\n"});
        if (chance(10)) // anything at all, anywhere
            text.insert(below(int(text.size()) + 1),
                        one({u".", u"-", u"+", u"!", u"x", u"_", u"*", u" ", u"\u0663"}));
        return text;
    }

    QString requirement()
    {
        QString text = one({u"numpy", u"Zope.Interface", u"a-b_c", u"x", u"A1", u"py--x"});
        if (chance(3))
            text += one({u"[dev]", u"[a, b-c]", u" [x]", u"[]"});
        if (chance(8)) {
            text += one({u" @ https://example.org/x.whl", u"@ file:///x/y"});
        } else if (chance(2)) {
            const bool inParentheses = chance(6);
            text += blank() + (inParentheses ? QStringLiteral("(") : QString()) + clause();
            for (int more = below(3); more > 0; --more)
                text += blank() + u',' + blank() + clause();
            text += inParentheses ? QStringLiteral(")") : QString();
        }
        if (chance(3))
            text += one(
                {u"; python_version < '3.9'", u" ; sys_platform == \"linux\"", u" ; extra == 'x'"});
        return text;
    }

    int below(int limit) { return int(m_random() % quint32(limit)); }

private:
    bool chance(int outOf) { return below(outOf) == 0; }
    QString one(std::initializer_list<QStringView> texts)
    {
        return (texts.begin() + below(int(texts.size())))->toString();
    }
    QString separator() { return one({u"", u"", u".", u"-", u"_"}); }
    QString blank() { return one({u"", u"", u" ", u"  "}); }
    QString number()
    {
        return chance(9)    ? QStringLiteral("00%1").arg(below(20))
               : chance(30) ? QStringLiteral("20250909123456789012345%1").arg(below(9))
                            : QString::number(below(13));
    }
    QString maybeNumber() { return chance(3) ? QString() : separator() + number(); }
    QString localPart() { return one({u"ubuntu", u"1", u"001", u"cu118", u"ABC", u"9"}); }
    QString clause()
    {
        return one({u"==", u">=", u"<=", u"~=", u"!=", u">", u"<"}) + blank() +
               QStringLiteral("%1.%2").arg(below(9)).arg(below(9));
    }

    std::mt19937 m_random;
};

QJsonArray arrayOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

} // namespace

class TestVersionOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void versionsAreReadTheSame();
    void versionsAreOrderedTheSame();
    void requirementsAreReadTheSame();

private:
    QStringList m_versions;
    QList<std::pair<QString, QString>> m_pairs;
    QStringList m_requirements;
    QJsonObject m_answers;
};

void TestVersionOracle::initTestCase()
{
    Maker maker(20'251'121);
    for (int i = 0; i < howMany; ++i) {
        m_versions.append(maker.version());
        m_requirements.append(maker.requirement());
    }
    QJsonArray pairs;
    for (int i = 0; i < howMany; ++i) {
        m_pairs.append({m_versions[maker.below(howMany)], m_versions[maker.below(howMany)]});
        pairs.append(arrayOf({m_pairs.last().first, m_pairs.last().second}));
    }
    QProcess process;
    process.start(python, {QStringLiteral("-I"), QStringLiteral("-c"), QString::fromUtf8(program)});
    process.write(
        QJsonDocument(QJsonObject{{QStringLiteral("versions"), arrayOf(m_versions)},
                                  {QStringLiteral("pairs"), pairs},
                                  {QStringLiteral("requirements"), arrayOf(m_requirements)}})
            .toJson());
    process.closeWriteChannel();
    const bool isDone = process.waitForFinished(100'000) && process.exitCode() == 0;
    const QByteArray why = process.readAllStandardError();
    if (!isDone && qEnvironmentVariable("SLIPWAY_REQUIRE") != u"all")
        QSKIP("there is no python3-packaging here");
    QVERIFY2(isDone, why.constData());
    m_answers = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(m_answers[u"versions"].toArray().size(), howMany);
}

void TestVersionOracle::versionsAreReadTheSame()
{
    const QJsonArray answers = m_answers[u"versions"].toArray();
    int good = 0;
    for (int i = 0; i < howMany; ++i) {
        const auto mine = Version::parse(m_versions[i]);
        const QByteArray shown = '"' + m_versions[i].toUtf8() + '"';
        QVERIFY2(mine.has_value() == answers[i].isObject(), shown.constData());
        if (!mine)
            continue;
        ++good;
        const QJsonObject theirs = answers[i].toObject();
        QVERIFY2(mine->normalText() == theirs[u"text"].toString(),
                 (shown + ' ' + mine->normalText().toUtf8()).constData());
        QVERIFY2(mine->isPrerelease() == theirs[u"pre"].toBool(), shown.constData());
        QVERIFY2(mine->isPostrelease() == theirs[u"post"].toBool(), shown.constData());
        QVERIFY2(mine->localText() == theirs[u"local"].toString(), shown.constData());
        QVERIFY2(mine->epoch() == theirs[u"epoch"].toString(), shown.constData());
    }
    QVERIFY(good > howMany / 2 && good < howMany); // both sorts are there
}

void TestVersionOracle::versionsAreOrderedTheSame()
{
    const QJsonArray answers = m_answers[u"pairs"].toArray();
    for (int i = 0; i < howMany; ++i) {
        const auto one = Version::parse(m_pairs[i].first);
        const auto other = Version::parse(m_pairs[i].second);
        if (!one || !other)
            continue;
        const auto order = *one <=> *other;
        const int mine = order < 0 ? -1 : order > 0 ? 1 : 0;
        QVERIFY2(mine == answers[i].toInt(9),
                 qPrintable(m_pairs[i].first + QStringLiteral(" and ") + m_pairs[i].second));
    }
}

void TestVersionOracle::requirementsAreReadTheSame()
{
    const QJsonArray answers = m_answers[u"requirements"].toArray();
    int good = 0;
    for (int i = 0; i < howMany; ++i) {
        const QByteArray text = m_requirements[i].toUtf8();
        if (!answers[i].isObject())
            continue; // reading more than the library does is no fault
        ++good;
        const auto mine = Requirement::parse(text);
        QVERIFY2(mine, text.constData());
        const QJsonObject theirs = answers[i].toObject();
        QVERIFY2(normalPackageName(mine->name) == theirs[u"name"].toString(), text.constData());
        QStringList extras = mine->extras;
        extras.sort();
        QVERIFY2(arrayOf(extras) == theirs[u"extras"].toArray(), text.constData());
        QStringList clauses;
        for (const SpecifierClause &clause : mine->clauses)
            clauses.append(clause.op + QString::fromUtf8(clause.version));
        clauses.removeDuplicates(); // the library keeps a set
        clauses.sort();
        QVERIFY2(arrayOf(clauses) == theirs[u"clauses"].toArray(), text.constData());
        QVERIFY2(QString::fromUtf8(mine->url.of(text)) == theirs[u"url"].toString(),
                 text.constData());
        QVERIFY2(mine->marker.isEmpty() != theirs[u"marker"].toBool(), text.constData());
    }
    QVERIFY(good > howMany / 2);
}

QTEST_GUILESS_MAIN(TestVersionOracle)
#include "tst_versionoracle.moc"
