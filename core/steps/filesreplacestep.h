// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `files.replace`: changes a text, or whole lines, of one file; exactly one match unless the
/// step says how many. A file that reads as wanted already is left as it is.
class FilesReplaceStep final : public Kind
{
public:
    FilesReplaceStep();
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
