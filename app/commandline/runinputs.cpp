// SPDX-License-Identifier: MIT
#include "app/commandline/runinputs.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace Slipway {

namespace {

const QString inputName = QStringLiteral("input");

/// Relative paths on the command line are below the current folder.
Value absolute(const Value &value)
{
    if (value.isText() && !value.text().isEmpty())
        return Value(QDir::cleanPath(QDir::current().absoluteFilePath(value.text())));
    Value::List list;
    const Value::List values = value.list();
    for (const Value &one : values)
        list.append(absolute(one));
    return value.isList() ? Value(list) : value;
}

bool isPathType(Type type)
{
    return type == Type::Directory || type == Type::File;
}

/// One --input: a list may also be given as JSON.
Value parsedInput(const QString &text, const TypeSpec &type)
{
    const bool mayBeJson = type.type == Type::List || type.type == Type::Map;
    if (mayBeJson && (text.startsWith(u'[') || text.startsWith(u'{'))) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isArray())
            return Value::fromJson(document.array());
        if (document.isObject())
            return Value::fromJson(document.object());
    }
    return Value(text);
}

} // namespace

QCommandLineOption inputOption()
{
    return {inputName,
            QCoreApplication::translate(
                "Slipway::Help",
                QT_TRANSLATE_NOOP("Slipway::Help", "A value to start with; a list is repeated.")),
            QStringLiteral("NAME=VALUE")};
}

Result<Value::Map> inputsOf(const Call &call, const Checklist &checklist)
{
    const QStringList given = call.options.values(inputName);
    Value::Map inputs;
    for (const QString &text : given) {
        const qsizetype equals = text.indexOf(u'=');
        const QString name = text.left(equals);
        if (equals <= 0)
            return Error(QStringLiteral("usage"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "--input needs NAME=VALUE, not %1."),
                         {text});
        const InputSpec *spec = checklist.input(name);
        const TypeSpec type = spec ? spec->type : TypeSpec{};
        Value value = parsedInput(text.mid(equals + 1), type);
        if (type.type == Type::List && !value.isList())
            value = Value(inputs.value(name).list() + Value::List{value});
        if (isPathType(type.type) || (type.type == Type::List && isPathType(type.element)))
            value = absolute(value);
        inputs.insert(name, value);
    }
    return inputs;
}

} // namespace Slipway
