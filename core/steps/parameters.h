// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"

namespace Slipway {

/// A parameter of that type which a step must have. help: QT_TRANSLATE_NOOP("Slipway::Help", …)
inline ParameterSpec required(const QString &name, Type type, const char *help)
{
    ParameterSpec parameter;
    parameter.name = name;
    parameter.type.type = type;
    parameter.isRequired = true;
    parameter.help = help;
    return parameter;
}

/// One that it may have.
inline ParameterSpec optional(const QString &name, Type type, const char *help)
{
    ParameterSpec parameter = required(name, type, help);
    parameter.isRequired = false;
    return parameter;
}

/// The same, for a text that may begin with "-" because no program takes it as an option.
inline ParameterSpec withDash(ParameterSpec parameter)
{
    parameter.type.mayStartWithDash = true;
    return parameter;
}

/// The same, where ${{ secrets.NAME }} may stand.
inline ParameterSpec withSecret(SecretPlace place, ParameterSpec parameter)
{
    parameter.type.secrets = place;
    return parameter;
}

/// The same, for a list: each element is of that type.
inline ParameterSpec listOf(Type element, ParameterSpec parameter)
{
    parameter.type.element = element;
    return parameter;
}

/// The same, for a choice: it is one of these.
inline ParameterSpec oneOf(const QStringList &choices, ParameterSpec parameter)
{
    parameter.type.choices = choices;
    return parameter;
}

} // namespace Slipway
