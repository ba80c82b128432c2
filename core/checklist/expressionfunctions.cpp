// SPDX-License-Identifier: MIT
#include "core/checklist/expressionfunctions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace Slipway {

namespace {

Error wrongArgument(const char *function, const char *expected, const Value &value)
{
    return Error(QStringLiteral("expression.argument"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1() needs a %2, not a %3."),
                 {QLatin1String(function), QLatin1String(expected), kindName(value.kind())});
}

Error tooLarge(const char *function)
{
    return Error(QStringLiteral("expression.too-large"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The result of %1() is larger than is allowed: texts of %2 "
                                   "characters, ranges of %3 numbers."),
                 {QLatin1String(function), QString::number(ExpressionLimits::textCharacters),
                  QString::number(ExpressionLimits::rangeElements)});
}

Result<Value> contains(const Value &in, const Value &what)
{
    if (in.isList()) {
        if (in.list().contains(what) && !what.hasUnknown())
            return Value(true);
        return in.hasUnknown() || what.hasUnknown() ? Value::unknown() : Value(false);
    }
    if (in.isMap() || what.isList() || what.isMap())
        return wrongArgument("contains", "text or list", in.isMap() ? in : what);
    return Value(in.display().contains(what.display()));
}

Result<Value> affix(const char *name, bool isStart, const Value &text, const Value &part)
{
    for (const Value &value : {text, part}) {
        if (value.isList() || value.isMap())
            return wrongArgument(name, "text", value);
    }
    return Value(isStart ? text.display().startsWith(part.display())
                         : text.display().endsWith(part.display()));
}

/// GitHub's: {0} … {9} are arguments, {{ and }} braces.
Result<Value> format(const Value::List &arguments)
{
    const QString pattern = arguments.first().text();
    if (!arguments.first().isText())
        return wrongArgument("format", "text", arguments.first());
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QStringView rest = QStringView(pattern).mid(i);
        if (rest.startsWith(QLatin1String("{{")) || rest.startsWith(QLatin1String("}}"))) {
            text += pattern[i++];
        } else if (rest.size() > 2 && rest[0] == u'{' && rest[1] >= u'0' && rest[1] <= u'9' &&
                   rest[2] == u'}') {
            const int index = rest[1].digitValue() + 1;
            if (index >= arguments.size())
                return Error(
                    QStringLiteral("expression.format"),
                    QT_TRANSLATE_NOOP("Slipway::Error", "format() has no argument for {%1}."),
                    {QString::number(index - 1)});
            text += arguments[index].display();
            i += 2;
        } else {
            text += pattern[i];
        }
        if (text.size() > ExpressionLimits::textCharacters)
            return tooLarge("format");
    }
    return Value(text);
}

Result<Value> join(const Value::List &arguments)
{
    const Value &list = arguments.first();
    if (!list.isList())
        return list.isMap() || list.isNull() ? Result<Value>(wrongArgument("join", "list", list))
                                             : Result<Value>(Value(list.display()));
    if (list.hasUnknown())
        return Value::unknown();
    const QString separator = arguments.size() > 1 ? arguments[1].display() : QStringLiteral(",");
    QString text;
    const Value::List elements = list.list();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        text += (i > 0 ? separator : QString()) + elements[i].display();
        if (text.size() > ExpressionLimits::textCharacters)
            return tooLarge("join");
    }
    return Value(text);
}

Result<Value> length(const Value &value)
{
    if (value.isText())
        return Value(qint64(value.text().size()));
    if (value.isList())
        return Value(qint64(value.list().size()));
    if (value.isMap())
        return Value(qint64(value.map().size()));
    return wrongArgument("length", "text, list or map", value);
}

Result<Value> basename(const Value &value)
{
    if (!value.isText())
        return wrongArgument("basename", "text", value);
    QString path = value.text();
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return Value(path.section(u'/', -1));
}

/// range(3) is [0, 1, 2]; range(2, 5) is [2, 3, 4].
Result<Value> range(const Value::List &arguments)
{
    for (const Value &value : arguments) {
        if (value.kind() != Value::Kind::Number)
            return wrongArgument("range", "number", value);
    }
    const qint64 from = arguments.size() > 1 ? arguments.first().number() : 0;
    const qint64 to = arguments.last().number();
    if (to > from && to - from > ExpressionLimits::rangeElements)
        return tooLarge("range");
    Value::List list;
    for (qint64 i = from; i < to; ++i)
        list.append(Value(i));
    return Value(list);
}

/// Numbers with a fraction have no value here, and a key that is not ASCII no form in the
/// journal; a key with "$" could pass for the journal's own mark of an unknown.
bool isExpressible(const QJsonValue &json, int levels)
{
    if (levels > 64)
        return false;
    if (json.isDouble())
        return std::floor(json.toDouble()) == json.toDouble() &&
               std::abs(json.toDouble()) <= 9007199254740992.0;
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        return std::all_of(array.begin(), array.end(),
                           [=](const QJsonValue &each) { return isExpressible(each, levels + 1); });
    }
    const QJsonObject object = json.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString key = it.key();
        const bool isAscii =
            std::all_of(key.cbegin(), key.cend(), [](QChar c) { return c.unicode() < 0x7f; });
        if (!isAscii || key.startsWith(u'$') || !isExpressible(it.value(), levels + 1))
            return false;
    }
    return true;
}

Result<Value> fromJson(const Value &value)
{
    if (!value.isText())
        return wrongArgument("fromJson", "text", value);
    if (value.text().size() > ExpressionLimits::textCharacters)
        return tooLarge("fromJson");
    // Inside a list, since the reader takes only lists and maps as a whole text.
    QJsonParseError problem;
    const QByteArray bytes = "[" + value.text().toUtf8() + "]";
    const QJsonArray array = QJsonDocument::fromJson(bytes, &problem).array();
    if (problem.error != QJsonParseError::NoError || array.size() != 1)
        return Error(
            QStringLiteral("expression.json"),
            QT_TRANSLATE_NOOP("Slipway::Error", "fromJson() was given a text that is not JSON."),
            {});
    if (!isExpressible(array.first(), 0))
        return Error(QStringLiteral("expression.json"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "fromJson() takes whole numbers, keys in ASCII without a "
                                       "leading '$', and at most 64 levels."));
    return Value::fromJson(array.first());
}

/// Functions that can say something about a list whose elements are not all known.
bool looksInside(Function function)
{
    return function == Function::Contains || function == Function::Length ||
           function == Function::Join;
}

} // namespace

Result<Value> callFunction(Function function, const Value::List &arguments)
{
    for (const Value &argument : arguments) {
        if (argument.isUnknown() || (!looksInside(function) && argument.hasUnknown()))
            return Value::unknown();
    }
    switch (function) {
    case Function::Contains:
        return contains(arguments[0], arguments[1]);
    case Function::StartsWith:
        return affix("startsWith", true, arguments[0], arguments[1]);
    case Function::EndsWith:
        return affix("endsWith", false, arguments[0], arguments[1]);
    case Function::Format:
        return format(arguments);
    case Function::Join:
        return join(arguments);
    case Function::Length:
        return length(arguments[0]);
    case Function::Basename:
        return basename(arguments[0]);
    case Function::Range:
        return range(arguments);
    case Function::FromJson:
        return fromJson(arguments[0]);
    case Function::Always:
    case Function::Failed:
        break;
    }
    return Value(true);
}

bool isTrue(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Flag:
        return value.flag();
    case Value::Kind::Number:
        return value.number() != 0;
    case Value::Kind::Text:
        return !value.text().isEmpty();
    case Value::Kind::List:
    case Value::Kind::Map:
        return true;
    case Value::Kind::Null:
    case Value::Kind::Unknown:
        break;
    }
    return false;
}

} // namespace Slipway
