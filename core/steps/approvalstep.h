// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `approval`: a gate. The engine opens it and counts the decisions; this only says what it is.
class ApprovalStep final : public Kind
{
public:
    ApprovalStep();

    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
