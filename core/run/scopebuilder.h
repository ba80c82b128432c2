// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/run/runfold.h"

namespace Slipway {

/// What expressions of a step may see: inputs, the steps that have ended, the run.
Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const QString &workspace);

/// The same inside one instance of a foreach step.
Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const InstanceFold &instance, const QString &workspace);

/// The parameters of a step, evaluated and conforming to its kind. Where the kind has the
/// parameters `env`, `again` and `probe`, those of the step are filled in. An error says
/// which parameter is wrong.
Result<Value::Map> parametersOf(const StepSpec &step, const KindSpec &kind, const Scope &scope);

/// Names for the instances of a foreach step: after their value; a clash gets ~2, ~3, …
QList<QPair<QString, Value>> instancesOf(const Value::List &values);

} // namespace Slipway
