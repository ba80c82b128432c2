// SPDX-License-Identifier: MIT
// What a step takes out of the output of a program: the first part of the input is a path or,
// behind a /, a pattern, with a type before a blank; the second is the output.
#include "tests/fuzz/fuzz.h"

#include "core/steps/jsoncondition.h"
#include "core/steps/outputscan.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Slipway;

namespace {

template <typename T>
void mustSay(const Result<T> &result)
{
    Fuzz::mustHold(result.isOk() || !result.error().message().isEmpty(), "an error says what");
}

Value member(const char *name, const QString &text)
{
    return Value(Value::Map{{QLatin1String(name), Value(text)}});
}

/// {pattern or json, type} from "TYPE SOURCE".
Value specOf(const QString &line)
{
    const qsizetype blank = line.indexOf(u' ');
    QString source = line.mid(blank + 1);
    const bool isPattern = source.startsWith(u'/');
    Value::Map spec{{isPattern ? QStringLiteral("pattern") : QStringLiteral("json"),
                     Value(isPattern ? source.mid(1) : source)}};
    if (blank > 0)
        spec.insert(QStringLiteral("type"), Value(line.left(blank)));
    return Value(spec);
}

void lookThrough(Capture capture, const QByteArray &output)
{
    QBuffer source;
    source.setData(output);
    source.open(QIODevice::ReadOnly);
    OutputScan scan(QStringLiteral("^done$"), QStringLiteral("ERROR"), {capture});
    scan.read(source);
    const auto taken = scan.captured();
    if (taken)
        Fuzz::mustHold(taken->contains(capture.name()), "what is taken has its name");
}

void walk(const Capture &capture, const QString &path, const QByteArray &output)
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    const QJsonValue json =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    mustSay(capture.fromJson(Value::fromJson(json)));
    for (const char *test : {"is", "contains", "at-least", "length", "exists"}) {
        Value::Map condition = member("at", path).map();
        condition.insert(QLatin1String(test), Value(1));
        if (const auto read = JsonCondition::of(Value(condition)))
            mustSay(read->check(json));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QList<QByteArray> parts = Fuzz::partsOf(Fuzz::bytesOf(data, size));
    const QString line = QString::fromUtf8(parts.first()).trimmed();
    const QByteArray output = parts.value(1);
    const auto capture = Capture::read(QStringLiteral("taken"), specOf(line));
    mustSay(capture);
    if (!capture)
        return 0;
    if (capture->isJson())
        walk(*capture, line.mid(line.indexOf(u' ') + 1), output);
    else
        lookThrough(*capture, output);
    return 0;
}
