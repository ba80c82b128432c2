// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `version.bump`: sets the version that a pattern marks in a file to a given one, or raises
/// one of its numbers by one. The new value is fixed when the step is planned, so that a
/// repeated attempt does not raise it twice.
class VersionBumpStep final : public Kind
{
public:
    VersionBumpStep();
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
