// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"

namespace Slipway {

struct LintFinding
{
    enum class Severity
    {
        Error,
        Warning
    };
    Severity severity = Severity::Error;
    Error problem; ///< with its place
};

/// Checks what a checklist means: known kinds and parameters, their types, unknown inputs,
/// steps and outputs in expressions (with a suggestion), needs that exist and form no circle,
/// evidence that a kind leaves, texts missing in a language (a warning).
QList<LintFinding> lint(const Checklist &checklist, const Catalogue &catalogue);

/// All outputs that a step of that kind has: those of the kind, and those that it takes itself.
QStringList outputNames(const StepSpec &step, const KindSpec &kind);

/// Checks the values given for a run and fills in the defaults: name -> value. An unknown
/// name, a missing required value or a wrong one is an error that names the input.
/// existing: ask the file system about directories and files.
Result<Value::Map> resolveInputs(const Checklist &checklist, const Value::Map &given,
                                 bool existing);

/// The name among `known` that is nearest to a misspelled one; empty if none is near.
QString nearest(const QString &name, const QStringList &known);

} // namespace Slipway
