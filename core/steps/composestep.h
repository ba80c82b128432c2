// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `docker.compose`: brings the services of a compose file up or down, starts, stops or
/// restarts them, with the compose that is installed.
class ComposeStep final : public Kind
{
public:
    ComposeStep();
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome conclude(const Intent &intent, const ProgramResult &result,
                     const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
