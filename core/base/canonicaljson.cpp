// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"

#include "core/base/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace Slipway {

namespace {

constexpr double largestExactNumber = 9007199254740992.0; // 2^53

Error refused(const QString &what)
{
    return {QStringLiteral("json.not-canonical"),
            QT_TRANSLATE_NOOP("Slipway::Error", "This value cannot be kept in the journal: %1."),
            {what}};
}

void appendText(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (uchar(c) < 0x20)
                out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    out += '"';
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

Result<void> append(QByteArray &out, const QJsonValue &value);

Result<void> appendNumber(QByteArray &out, double number)
{
    if (std::trunc(number) != number || std::abs(number) > largestExactNumber)
        return refused(QStringLiteral("%1 is no whole number").arg(number));
    out += QByteArray::number(qint64(number));
    return {};
}

Result<void> appendArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        if (auto done = append(out, array[i]); !done)
            return done;
    }
    out += ']';
    return {};
}

Result<void> appendObject(QByteArray &out, const QJsonObject &object)
{
    out += '{';
    QStringList keys = object.keys();
    keys.sort();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!isAscii(keys[i]))
            return refused(QStringLiteral("the key %1 is not ASCII").arg(keys[i]));
        if (i > 0)
            out += ',';
        appendText(out, keys[i]);
        out += ':';
        if (auto done = append(out, object[keys[i]]); !done)
            return done;
    }
    out += '}';
    return {};
}

Result<void> append(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        out += "null";
        return {};
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return {};
    case QJsonValue::Double:
        return appendNumber(out, value.toDouble());
    case QJsonValue::String:
        appendText(out, value.toString());
        return {};
    case QJsonValue::Array:
        return appendArray(out, value.toArray());
    case QJsonValue::Object:
        return appendObject(out, value.toObject());
    case QJsonValue::Undefined:
        break;
    }
    return refused(QStringLiteral("an undefined value"));
}

} // namespace

Result<QByteArray> canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    if (auto done = append(out, value); !done)
        return done.error();
    return out;
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (document.isObject())
        return document.object();
    const QString why = problem.error == QJsonParseError::NoError
                            ? QStringLiteral("it is no object")
                            : problem.errorString();
    return Error(QStringLiteral("json.broken"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "This is not a JSON object: %1 (at byte %2)."),
                 {why, QString::number(problem.offset)});
}

QString sha256Hex(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace Slipway
