// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `python.build`: builds the wheel of a project, and its source archive if that is asked for, in
/// a virtual environment of its own in the run's workspace.
class PythonBuildStep final : public Kind
{
public:
    PythonBuildStep();

    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome conclude(const Intent &intent, const ProgramResult &result,
                     const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                               Overlay &overlay) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
