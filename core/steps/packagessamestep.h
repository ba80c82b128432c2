// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `packages.same`: each package has one version in all files and inventories, else it fails and
/// shows where each version stands and what would settle it.
class PackagesSameStep final : public Kind
{
public:
    PackagesSameStep();
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                               Overlay &overlay) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
