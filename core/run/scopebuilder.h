// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/run/runfold.h"

namespace Slipway {

/// What expressions of a step may see: inputs, the steps that have ended, the run.
Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const QString &workspace);

/// What follows the run may see: the same, with all steps that have ended.
Scope scopeAfter(const RunFold &run, const Checklist &checklist, const QString &workspace);

/// The same inside one instance of a foreach step.
Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const InstanceFold &instance, const QString &workspace);

/// What becomes of a part of a parameter that comes out unknown.
enum class Unknowns
{
    Spread, ///< the whole text is unknown
    Shown   ///< shownUnknown() of what it reads stands in the text, for people to look at
};

/// The parameters of a step, evaluated and conforming to its kind. Where the kind has the
/// parameters `env`, `again` and `probe`, those of the step are filled in. An error says
/// which parameter is wrong. With Unknowns::Shown a parameter is unknown only where the text that
/// stands for it does not fit its type.
Result<Value::Map> parametersOf(const StepSpec &step, const KindSpec &kind, const Scope &scope,
                                Unknowns unknowns = Unknowns::Spread);

/// What the parameters of a step read that is unknown, such as steps.build.outputs.stdout.
QStringList unknownsOf(const StepSpec &step, const KindSpec &kind, const Scope &scope);
/// The same of one expression.
QStringList unknownsOf(const QList<Expression::Reference> &references, const Scope &scope);

/// Names for the instances of a foreach step: after their value; a clash gets ~2, ~3, …
QList<QPair<QString, Value>> instancesOf(const Value::List &values);

} // namespace Slipway
