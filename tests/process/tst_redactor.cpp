// SPDX-License-Identifier: MIT
#include "core/process/redactor.h"
#include "core/process/secretforms.h"
#include "core/process/secretvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace Slipway;

namespace {

const QByteArray secret = QByteArrayLiteral("C4nary-\"q'$x/+&<>\\ z~7f3b");

std::string text(const QByteArray &bytes)
{
    return bytes.toStdString();
}

Redactor redactorFor(const QByteArray &value)
{
    return Redactor(secretForms({text(value)}));
}

QByteArray fed(const Redactor &model, const QList<QByteArray> &pieces)
{
    Redactor redactor = model.anew();
    std::string out;
    for (const QByteArray &piece : pieces)
        out += redactor.feed(text(piece));
    out += redactor.finish();
    return QByteArray::fromStdString(out);
}

/// What every place of a form, overlapping ones joined, comes to: found without any cleverness.
QByteArray oracle(const std::vector<std::string> &forms, const QByteArray &input)
{
    QByteArray hidden(input.size(), '.');
    QList<qsizetype> begins;
    for (qsizetype at = 0; at < input.size(); ++at) {
        for (const std::string &form : forms) {
            const QByteArray bytes = QByteArray::fromStdString(form);
            if (!input.mid(at).startsWith(bytes))
                continue;
            if (hidden[at] == '.')
                begins.append(at);
            for (qsizetype i = at; i < at + bytes.size(); ++i)
                hidden[i] = 'x';
        }
    }
    QByteArray out;
    for (qsizetype at = 0; at < input.size(); ++at) {
        if (begins.contains(at))
            out += "***";
        if (hidden[at] == '.')
            out += input[at];
    }
    return out;
}

QByteArray jsonOf(const QByteArray &value)
{
    const QByteArray json =
        QJsonDocument(QJsonArray{QString::fromUtf8(value)}).toJson(QJsonDocument::Compact);
    return json.mid(2, json.size() - 4);
}

QByteArray reversed(QByteArray bytes)
{
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

} // namespace

class TestRedactor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEncodingIsHiddenHoweverItIsCut_data();
    void everyEncodingIsHiddenHoweverItIsCut();
    void base64IsHiddenWhereverItBegins();
    void eachLineOfASecretIsHidden();
    void whatIsShortIsLeftAlone();
    void piecesGiveTheSameAsTheWhole();
    void withoutSecretsTheBytesAreNotEvenCopied();
    void textsOfJsonAreRedactedAndTheRestStays();
    void aForgottenSecretStaysHidden();
};

void TestRedactor::everyEncodingIsHiddenHoweverItIsCut_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << secret;
    QTest::newRow("reversed") << reversed(secret);
    QTest::newRow("hex") << secret.toHex();
    QTest::newRow("HEX") << secret.toHex().toUpper();
    QTest::newRow("hex, apart") << secret.toHex(' ');
    QTest::newRow("percent") << secret.toPercentEncoding();
    QTest::newRow("percent, path") << secret.toPercentEncoding("/");
    QTest::newRow("json") << jsonOf(secret);
    QTest::newRow("shell") << QByteArray(secret).replace("'", "'\\''");
    QTest::newRow("python") << QByteArray(secret).replace("'", "'\"'\"'");
    QTest::newRow("html") << QString::fromUtf8(secret).toHtmlEscaped().toUtf8();
}

void TestRedactor::everyEncodingIsHiddenHoweverItIsCut()
{
    QFETCH(QByteArray, shown);
    const Redactor redactor = redactorFor(secret);
    const QByteArray all = "before <" + shown + "> after";
    for (qsizetype cut = 0; cut <= all.size(); ++cut)
        QCOMPARE(fed(redactor, {all.left(cut), all.mid(cut)}), QByteArray("before <***> after"));
    QList<QByteArray> bytes;
    for (const char byte : all)
        bytes.append(QByteArray(1, byte));
    QCOMPARE(fed(redactor, bytes), QByteArray("before <***> after"));
}

void TestRedactor::base64IsHiddenWhereverItBegins()
{
    const Redactor redactor = redactorFor(secret);
    for (const auto option : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        for (const QByteArray before : {"", "u", "us", "user:"}) {
            const QByteArray shown = (before + secret + "!!").toBase64(option);
            const QByteArray out = fed(redactor, {shown});
            QVERIFY2(out.contains("***"), shown);
            QVERIFY2(out.size() < 3 + 4 + before.size() * 2 + 6, out);
        }
    }
}

void TestRedactor::eachLineOfASecretIsHidden()
{
    const QByteArray key = "-----BEGIN KEY-----\nMIIabc/def+ghi==\r\nsecond'line\n";
    const Redactor redactor = redactorFor(key);
    QCOMPARE(
        fed(redactor, {"a MIIabc/def+ghi== b second'line c " + QByteArray("second'line").toHex()}),
        QByteArray("a *** b *** c ***"));
    QCOMPARE(fed(redactor, {"x" + key + "y"}), QByteArray("x***y"));
}

void TestRedactor::whatIsShortIsLeftAlone()
{
    QVERIFY(secretForms({"short"}).empty());
    QCOMPARE(fed(redactorFor("short"), {"a short text"}), QByteArray("a short text"));
}

/// Few letters, so that forms overlap, begin inside each other and are cut.
void TestRedactor::piecesGiveTheSameAsTheWhole()
{
    QRandomGenerator random(20261121);
    const auto word = [&random](int length) {
        std::string out;
        for (int i = 0; i < length; ++i)
            out += char('a' + random.bounded(2));
        return out;
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> forms;
        for (int i = 0; i < 1 + random.bounded(4); ++i)
            forms.push_back(word(6 + random.bounded(5)));
        const QByteArray input = QByteArray::fromStdString(word(120));
        QList<QByteArray> pieces;
        for (qsizetype at = 0; at < input.size();) {
            const int size = 1 + random.bounded(12);
            pieces.append(input.mid(at, size));
            at += size;
        }
        const QByteArray expected = oracle(forms, input);
        QCOMPARE(fed(Redactor(forms), {input}), expected);
        QCOMPARE(fed(Redactor(forms), pieces), expected);
    }
}

void TestRedactor::withoutSecretsTheBytesAreNotEvenCopied()
{
    Redactor redactor(std::vector<std::string>{});
    const std::string input = "whatever it is";
    QCOMPARE(redactor.feed(input).data(), input.data());
    QVERIFY(redactor.finish().empty());
}

void TestRedactor::textsOfJsonAreRedactedAndTheRestStays()
{
    const SecretValues values({{QStringLiteral("token"), QString::fromUtf8(secret)}});
    const QJsonObject json{{QStringLiteral("a"), QStringLiteral("x ") + QString::fromUtf8(secret)},
                           {QStringLiteral("n"), 42},
                           {QStringLiteral("l"), QJsonArray{true, QString::fromUtf8(secret)}}};
    const QJsonObject out = values.redacted(QJsonValue(json)).toObject();
    QCOMPARE(out, (QJsonObject{{QStringLiteral("a"), QStringLiteral("x ***")},
                               {QStringLiteral("n"), 42},
                               {QStringLiteral("l"), QJsonArray{true, QStringLiteral("***")}}}));
}

void TestRedactor::aForgottenSecretStaysHidden()
{
    const SecretValues before({{QStringLiteral("token"), QStringLiteral("abcdef123")}});
    const SecretValues after({}, before);
    QVERIFY(!after.value(QStringLiteral("token")));
    QCOMPARE(after.redacted(QByteArray("abcdef123")), QByteArray("***"));
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
