// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `packages.unpin`: takes the versions of Python packages out of files and records what it
/// took, so that packages.pin can put exactly those back.
class PackagesUnpinStep final : public Kind
{
public:
    PackagesUnpinStep();
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
