// SPDX-License-Identifier: MIT
#include "core/checklist/secrethandle.h"

namespace Slipway {

namespace {

const QString handleKey = QStringLiteral("$secret");

void collect(const Value &value, QStringList &names)
{
    if (isSecretHandle(value)) {
        if (!names.contains(secretName(value)))
            names.append(secretName(value));
        return;
    }
    const Value::List elements = value.list();
    for (const Value &element : elements)
        collect(element, names);
    const Value::Map members = value.map();
    for (const Value &member : members)
        collect(member, names);
}

} // namespace

Value secretHandle(const QString &name)
{
    return Value(Value::Map{{handleKey, Value(name)}});
}

bool isSecretHandle(const Value &value)
{
    return !secretName(value).isEmpty();
}

QString secretName(const Value &value)
{
    const Value::Map map = value.map();
    return map.size() == 1 ? map.value(handleKey).text() : QString();
}

QStringList secretNames(const Value &value)
{
    QStringList names;
    collect(value, names);
    return names;
}

} // namespace Slipway
