// SPDX-License-Identifier: MIT
#include "core/packages/pinrecord.h"

#include "core/packages/packagename.h"
#include "core/packages/version.h"
#include "core/packages/versionvariables.h"

#include <QDir>
#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

const auto versionKey = QLatin1String("slipwayPins");

Error recordError(const QString &what)
{
    return Error(QStringLiteral("packages.bad-record"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The record of pins cannot be used: %1. Give the file that "
                                   "packages unpin wrote."),
                 {what});
}

QJsonObject pinToJson(const RecordedPin &pin)
{
    QJsonObject json{{QStringLiteral("name"), pin.name},
                     {QStringLiteral("occurrence"), pin.occurrence},
                     {QStringLiteral("line"), pin.line},
                     {QStringLiteral("operator"), pin.op},
                     {QStringLiteral("version"), pin.version},
                     {QStringLiteral("before"), QString::fromLatin1(pin.before)},
                     {QStringLiteral("after"), QString::fromLatin1(pin.after)}};
    if (!pin.variable.isEmpty())
        json.insert(QStringLiteral("variable"), QString::fromUtf8(pin.variable));
    return json;
}

bool hasOnly(const QByteArray &bytes, const char *allowed)
{
    return bytes.size() <= 64 && std::all_of(bytes.begin(), bytes.end(), [&](char c) {
               return QByteArray(allowed).contains(c);
           });
}

/// True for "$NAME", "${NAME}" and "${NAME:-1.2}".
bool isVariable(const QByteArray &text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayLiteral("_${}:-.+!").contains(c);
    });
    return isPlain && text.size() <= 256 && text.lastIndexOf('$') == 0 &&
           !VersionVariables::nameIn(text).isEmpty();
}

/// True for what can stand around a version: blanks, one parenthesis, quotes, the operator.
bool isWellFormed(const RecordedPin &pin)
{
    const bool isKnownOperator =
        pin.op.isEmpty() || pin.op == u"==" || pin.op == u"===" || pin.op == u">=";
    const QByteArray op = pin.op.toLatin1();
    const qsizetype at = pin.before.indexOf(op);
    if (!isKnownOperator || at < 0)
        return false;
    if (!pin.variable.isEmpty() && !isVariable(pin.variable))
        return false;
    return hasOnly(pin.before.left(at), " \t(\"'") &&
           hasOnly(pin.before.mid(at + op.size()), " \t\"'") && hasOnly(pin.after, " \t)\"'");
}

Result<RecordedPin> pinFromJson(const QJsonObject &json)
{
    RecordedPin pin;
    pin.name = json.value(QLatin1String("name")).toString();
    pin.occurrence = json.value(QLatin1String("occurrence")).toInt();
    pin.line = json.value(QLatin1String("line")).toInt();
    pin.op = json.value(QLatin1String("operator")).toString();
    pin.version = json.value(QLatin1String("version")).toString();
    pin.before = json.value(QLatin1String("before")).toString(pin.op).toUtf8();
    pin.after = json.value(QLatin1String("after")).toString().toUtf8();
    pin.variable = json.value(QLatin1String("variable")).toString().toUtf8();
    if (!isPackageName(pin.name) || pin.occurrence < 0 || !isWellFormed(pin) ||
        !Version::parse(pin.version))
        return recordError(QStringLiteral("\"%1%2%3\" is no pin")
                               .arg(pin.name.left(80), pin.op.left(8), pin.version.left(80)));
    return pin;
}

bool endsWithPath(const QString &path, const QString &ending)
{
    return path == ending || path.endsWith(QLatin1Char('/') + ending);
}

} // namespace

bool RecordedPin::needsQuotes() const
{
    const QByteArray beforeOperator = before.left(before.indexOf(op.toLatin1()));
    const bool bringsQuotes = beforeOperator.contains('"') || beforeOperator.contains('\'');
    const bool isMisread =
        op == u">=" || before.contains(' ') || before.contains('\t') || before.contains('(');
    return isMisread && !bringsQuotes;
}

QJsonObject PinRecord::toJson() const
{
    QJsonArray files;
    for (const RecordedFile &file : m_files) {
        QJsonArray pins;
        for (const RecordedPin &pin : file.pins)
            pins.append(pinToJson(pin));
        files.append(
            QJsonObject{{QStringLiteral("file"), file.file}, {QStringLiteral("pins"), pins}});
    }
    return {{versionKey, 1}, {QStringLiteral("files"), files}};
}

Result<PinRecord> PinRecord::fromJson(const QJsonObject &json)
{
    if (json.value(versionKey).toInt() != 1)
        return recordError(QStringLiteral("it has no \"slipwayPins\": 1"));
    PinRecord record;
    const QJsonArray files = json.value(QLatin1String("files")).toArray();
    for (const QJsonValue &entry : files) {
        RecordedFile file;
        file.file = entry.toObject().value(QLatin1String("file")).toString();
        const QJsonArray pins = entry.toObject().value(QLatin1String("pins")).toArray();
        for (const QJsonValue &value : pins) {
            const auto pin = pinFromJson(value.toObject());
            if (!pin)
                return pin.error();
            file.pins.append(*pin);
        }
        record.m_files.append(file);
    }
    return record;
}

void PinRecord::add(const RecordedFile &file)
{
    const auto known = std::find_if(m_files.begin(), m_files.end(),
                                    [&](const RecordedFile &f) { return f.file == file.file; });
    if (known == m_files.end()) {
        m_files.append(file);
        return;
    }
    for (const RecordedPin &pin : file.pins) {
        const auto same =
            std::find_if(known->pins.begin(), known->pins.end(), [&](const RecordedPin &p) {
                return p.occurrence == pin.occurrence &&
                       normalPackageName(p.name) == normalPackageName(pin.name);
            });
        if (same != known->pins.end())
            *same = pin;
        else
            known->pins.append(pin);
    }
}

const RecordedFile *PinRecord::forFile(const QString &file) const
{
    const QString wanted = QDir::cleanPath(file);
    const RecordedFile *found = nullptr;
    bool isAmbiguous = false;
    for (const RecordedFile &candidate : m_files) {
        const QString path = QDir::cleanPath(candidate.file);
        if (path == wanted)
            return &candidate;
        if (!endsWithPath(path, wanted) && !endsWithPath(wanted, path))
            continue;
        isAmbiguous = isAmbiguous || found;
        found = &candidate;
    }
    return isAmbiguous ? nullptr : found;
}

} // namespace Slipway
