// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `git.merge`: merges one branch, tag or commit into the branch that is checked out. The merge is
/// made in memory first, so that its result and its conflicts are known before anything is touched;
/// with conflicts it asks, and goes on once they are answered.
class GitMergeStep final : public Kind
{
public:
    GitMergeStep();

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
