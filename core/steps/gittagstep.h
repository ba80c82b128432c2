// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `git.tag`: makes a tag, and pushes it if a remote is named. A tag is never moved: one that
/// marks the same commit is as good as made, one that marks another is refused.
class GitTagStep final : public Kind
{
public:
    GitTagStep();

    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Outcome conclude(const Intent &intent, const ProgramResult &result,
                     const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;
    Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                               Overlay &overlay) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
