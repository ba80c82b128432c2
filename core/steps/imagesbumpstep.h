// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// `images.bump`: sets the images of a compose file to their next tags. The registries are asked
/// when the step is planned; what changes more than that waits for a person, as does an image
/// whose registry cannot be asked. Nothing is changed until all is decided, and then the bytes of
/// the tags alone.
class ImagesBumpStep final : public Kind
{
public:
    ImagesBumpStep();
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;
    Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                               Overlay &overlay) const override;

private:
    KindSpec m_spec;
};

} // namespace Slipway
