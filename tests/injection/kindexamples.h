// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

#include <QMap>

namespace Slipway {

class InjectionWorld;

/// For each kind of step parameters that it plans with, more than once where one excludes another.
/// A parameter that stands in none is given to the first. A new kind needs a line here.
QMap<QString, QList<Value::Map>> kindExamples(const InjectionWorld &world);

} // namespace Slipway
