// SPDX-License-Identifier: MIT
#include "core/steps/commandoutput.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/checklist/secrethandle.h"
#include "core/steps/outputscan.h"
#include "core/steps/programtext.h"

#include <QBuffer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace Slipway {

namespace {

constexpr qint64 largestOutput = 64 * 1024;
constexpr qint64 largestCaptured = 4 * 1024 * 1024;

/// A number with a fraction has no place among values: it becomes text.
Value valueOf(const QJsonValue &json)
{
    if (json.isDouble() && (std::floor(json.toDouble()) != json.toDouble() ||
                            std::abs(json.toDouble()) > 9007199254740992.0))
        return Value(QString::number(json.toDouble(), 'g', 17));
    if (json.isArray()) {
        Value::List list;
        const QJsonArray array = json.toArray();
        for (const QJsonValue &element : array)
            list.append(valueOf(element));
        return Value(list);
    }
    if (json.isObject()) {
        Value::Map map;
        const QJsonObject object = json.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            map.insert(it.key(), valueOf(it.value()));
        return Value(map);
    }
    return Value::fromJson(json);
}

Result<Value> documentOf(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error(QStringLiteral("command.bad-json"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Its output is no JSON object or list: %1 at byte %2."),
                     {problem.errorString(), QString::number(problem.offset)});
    return valueOf(document.isArray() ? QJsonValue(document.array())
                                      : QJsonValue(document.object()));
}

/// The same, where a value alone will do, such as the text that a query of `az` gives.
Result<Value> valueOrDocumentOf(const QByteArray &bytes)
{
    const QJsonArray alone = QJsonDocument::fromJson('[' + bytes + ']').array();
    return alone.size() == 1 ? Result<Value>(valueOf(alone.first())) : documentOf(bytes);
}

/// The journal must give back what it was given.
Result<Value> storable(const Value &value)
{
    const auto stored = canonicalJson(value.toJson());
    if (!stored || !(Value::fromJson(value.toJson()) == value) || !secretNames(value).isEmpty())
        return Error(QStringLiteral("command.json-keys"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Its output cannot be kept as a value: keys may have ASCII "
                                       "characters only and may not begin with a dollar sign."));
    return value;
}

/// What `output` asks for.
Result<Value::Map> wholeOutput(const CommandParameters &command, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes).trimmed();
    Value::Map outputs{{QStringLiteral("stdout"), Value(text)}};
    if (command.output == u"lines")
        outputs[QStringLiteral("lines")] =
            Value::ofTexts(plainOutput(text).split(u'\n', Qt::SkipEmptyParts));
    if (command.output == u"json") {
        const auto document = documentOf(bytes);
        const auto json = document ? storable(*document) : document;
        if (!json)
            return json.error();
        outputs[QStringLiteral("json")] = *json;
        outputs.remove(QStringLiteral("stdout"));
    }
    return outputs;
}

/// What `capture` takes out of JSON.
Result<Value::Map> fromJson(const CommandParameters &command, const QByteArray &bytes)
{
    const auto document = valueOrDocumentOf(bytes);
    if (!document)
        return document.error();
    Value::Map outputs;
    for (const Capture &capture : command.captures) {
        if (!capture.isJson())
            continue;
        const auto taken = capture.fromJson(*document);
        const auto value = taken ? storable(*taken) : taken;
        if (!value)
            return value.error();
        outputs.insert(capture.name(), *value);
    }
    return outputs;
}

/// All that comes from its standard output alone.
Result<Value::Map> fromStandardOutput(const CommandParameters &command, const QByteArray &bytes)
{
    Value::Map outputs;
    if (command.output != u"none") {
        if (bytes.size() > largestOutput)
            return Error(QStringLiteral("command.output-too-large"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "It printed %1 bytes, and an output holds 65536. Let it "
                                           "write a file and print the file's name."),
                         {QString::number(bytes.size())});
        const auto whole = wholeOutput(command, bytes);
        if (!whole)
            return whole;
        outputs = *whole;
    }
    if (command.takesJson()) {
        const auto taken = fromJson(command, bytes);
        if (!taken)
            return taken;
        outputs.insert(*taken);
    }
    return outputs;
}

/// What the patterns say of all that was printed.
Result<Value::Map> fromPatterns(const CommandParameters &command, const OutputScan &scan)
{
    if (!scan.error().isEmpty())
        return scan.error();
    if (!scan.rejectedLine().isEmpty())
        return Error(QStringLiteral("command.rejected-output"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "It printed what it must not (%1): «%2»."),
                     {command.reject, scan.rejectedLine()});
    if (!scan.hasExpected())
        return Error(QStringLiteral("command.expected-output"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It ended well, but no line of its output matches «%1», "
                                       "which it must print when its work is done."),
                     {command.expect});
    return scan.captured();
}

Result<QByteArray> standardOutput(const QString &file)
{
    const qint64 size = QFileInfo(file).size();
    if (size > largestCaptured)
        return Error(QStringLiteral("command.capture-too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It printed %1 bytes, and no more than 4 MiB are looked "
                                       "through for values. Let it print less."),
                     {QString::number(size)});
    return readFile(file);
}

} // namespace

Result<void> takeOutput(const CommandParameters &command, const StepContext &context,
                        Outcome *outcome)
{
    const QString file = context.attempt.captureFile(QStringLiteral("stdout"));
    if (command.takesOutput()) {
        const auto bytes = standardOutput(file);
        if (!bytes)
            return bytes.error();
        const bool isJson = command.output == u"json" || command.takesJson();
        const auto evidence =
            storeEvidence(context, QStringLiteral("stdout"),
                          isJson ? QStringLiteral("json") : QStringLiteral("text"), *bytes);
        if (!evidence)
            return evidence.error();
        outcome->evidence.append(*evidence);
        const auto outputs = fromStandardOutput(command, *bytes);
        if (!outputs)
            return outputs.error();
        outcome->outputs.insert(*outputs);
    }
    OutputScan scan(command.expect, command.reject, command.captures);
    scan.read(context.attempt.logFile());
    scan.read(file);
    const auto found = fromPatterns(command, scan);
    if (!found)
        return found.error();
    outcome->outputs.insert(*found);
    return {};
}

Result<Value::Map> outputsOfReply(const CommandParameters &command, const Reply &reply)
{
    auto outputs = fromStandardOutput(command, reply.output);
    if (!outputs)
        return outputs;
    OutputScan scan(command.expect, command.reject, command.captures);
    for (const QByteArray &bytes : {reply.output, reply.errorOutput}) {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        scan.read(buffer);
    }
    const auto found = fromPatterns(command, scan);
    if (!found)
        return found;
    outputs->insert(*found);
    return outputs;
}

} // namespace Slipway
