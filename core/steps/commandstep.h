// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"
#include "core/steps/plansatonce.h"

namespace Slipway {

/// `command`: runs a program of the author's choice, as a list of arguments.
class CommandStep final : public Kind, public PlansAtOnce
{
public:
    CommandStep();

    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome conclude(const Intent &intent, const ProgramResult &result,
                     const StepContext &context) const override;
    Outcome question(const Intent &intent, const StepContext &context) const override;
    Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                               Overlay &overlay) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
