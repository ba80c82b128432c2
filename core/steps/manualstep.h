// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `manual`: something a person does, with what they need for it ready to copy.
class ManualStep final : public Kind
{
public:
    ManualStep();

    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
