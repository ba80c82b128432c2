// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `changelog.check`: fails unless the changelog has an entry for a version, with its date, and
/// says in which line it should be.
class ChangelogCheckStep final : public Kind
{
public:
    ChangelogCheckStep();

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
