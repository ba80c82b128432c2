// SPDX-License-Identifier: MIT
#include "core/checklist/secrethandle.h"
#include "core/checklist/textforms.h"
#include "core/checklist/types.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

namespace {

Error wrongKind(const Value &value, const TypeSpec &spec)
{
    if (value.isNull())
        return Error(
            QStringLiteral("type.nothing"),
            QT_TRANSLATE_NOOP("Slipway::Error", "A %1 is expected here, but nothing is given."),
            {typeName(spec.type)});
    return Error(QStringLiteral("type.kind"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "A %1 is expected here, not a %2."),
                 {typeName(spec.type), kindName(value.kind())});
}

Result<Value> conformNumber(const Value &value, const TypeSpec &spec)
{
    if (value.kind() == Value::Kind::Number)
        return value;
    constexpr qint64 mostExact = qint64(1) << 53; // in the numbers of JSON
    bool isNumber = false;
    const qint64 number = value.text().toLongLong(&isNumber);
    if (value.isText() && isNumber && number >= -mostExact && number <= mostExact)
        return Value(number);
    if (!value.isText())
        return wrongKind(value, spec);
    return Error(QStringLiteral("type.number"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "'%1' is no whole number. Write digits only, such as 42."),
                 {value.text().left(100)});
}

Result<Value> conformFlag(const Value &value, const TypeSpec &spec)
{
    if (value.kind() == Value::Kind::Flag)
        return value;
    if (!value.isText())
        return wrongKind(value, spec);
    const bool isTrue = value.text() == QLatin1String("true");
    if (isTrue || value.text() == QLatin1String("false"))
        return Value(isTrue);
    return Error(QStringLiteral("type.flag"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "'%1' is no flag. Write true or false."),
                 {value.text().left(100)});
}

/// In a list of texts or numbers an element that is itself a list, such as a whole ${{ }} that
/// gives one, stands for its elements: [install, '${{ inputs.tools }}'].
Value::List spliced(const Value::List &values, const TypeSpec &element)
{
    if (element.type == Type::List || element.type == Type::Any || element.type == Type::Map)
        return values;
    Value::List flat;
    for (const Value &value : values) {
        if (value.isList())
            flat += value.list();
        else
            flat.append(value);
    }
    return flat;
}

Result<Value> conformList(const Value &value, const TypeSpec &spec, bool existing)
{
    if (value.isMap() && spec.element != Type::Map && spec.element != Type::Any)
        return wrongKind(value, spec);
    const TypeSpec element{spec.element, spec.choices, Type::Text, spec.mayStartWithDash};
    const Value::List given = spliced(value.isList() ? value.list() : Value::List{value}, element);
    Value::List list;
    for (const Value &each : given) {
        auto fitting = conform(each, element, existing);
        if (!fitting)
            return fitting.error();
        list.append(*fitting);
    }
    return Value(list);
}

/// The absolute path; an error if it is not there or the other of the two.
Result<Value> existingPath(const QString &text, Type type)
{
    const bool isHome = text == QLatin1String("~") || text.startsWith(QLatin1String("~/"));
    const QString path = isHome ? QDir::homePath() + text.mid(1) : text;
    const QFileInfo info(path);
    if (type == Type::Directory ? info.isDir() : info.isFile())
        return Value(QDir::cleanPath(info.absoluteFilePath()));
    if (type == Type::Directory)
        return Error(
            QStringLiteral("type.no-directory"),
            QT_TRANSLATE_NOOP("Slipway::Error", "There is no folder %1. Name one that exists."),
            {text.left(500)});
    return Error(QStringLiteral("type.no-file"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "There is no file %1. Name one that exists."),
                 {text.left(500)});
}

Result<Value> conformText(const Value &value, const TypeSpec &spec, bool existing)
{
    if (value.isNull() || value.isList() || value.isMap())
        return wrongKind(value, spec);
    const QString text = value.display();
    if (auto checked = checkTextForm(text, spec); !checked)
        return checked.error();
    if (existing && (spec.type == Type::Directory || spec.type == Type::File))
        return existingPath(text, spec.type);
    return Value(text);
}

Result<Value> conformSecret(const Value &value)
{
    if (isSecretHandle(value))
        return value;
    return Error(QStringLiteral("type.secret"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "A secret is expected here: write ${{ secrets.NAME }} and add "
                                   "\"NAME: {type: secret}\" to the inputs."));
}

/// One text for everybody, or one for each language.
Result<Value> conformLocalized(const Value &value, const TypeSpec &spec)
{
    const TypeSpec prose{Type::Prose, {}, Type::Text, true};
    if (!value.isMap())
        return value.isNull() || value.isList() ? Result<Value>(wrongKind(value, spec))
                                                : conform(value, prose);
    Value::Map texts;
    const Value::Map given = value.map();
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        if (!isLanguage(it.key()))
            return Error(QStringLiteral("type.language"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "'%1' is no language. Write one such as en or pt_BR."),
                         {it.key().left(100)});
        const auto text = conform(*it, prose);
        if (!text)
            return text;
        texts.insert(it.key(), *text);
    }
    return texts.isEmpty() ? Result<Value>(wrongKind(value, spec)) : Result<Value>(Value(texts));
}

} // namespace

Result<Value> conform(const Value &value, const TypeSpec &spec, bool existing)
{
    if (value.isUnknown() || spec.type == Type::Any)
        return value;
    if (spec.secrets == SecretPlace::Whole && isSecretHandle(value))
        return value;
    switch (spec.type) {
    case Type::Secret:
        return conformSecret(value);
    case Type::Number:
        return conformNumber(value, spec);
    case Type::Flag:
        return conformFlag(value, spec);
    case Type::Localized:
        return conformLocalized(value, spec);
    case Type::Map:
        return value.isMap() ? Result<Value>(value) : Result<Value>(wrongKind(value, spec));
    case Type::List:
        if (value.isNull())
            return wrongKind(value, spec);
        return conformList(value, spec, existing);
    default:
        return conformText(value, spec, existing);
    }
}

} // namespace Slipway
