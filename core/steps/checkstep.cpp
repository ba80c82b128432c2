// SPDX-License-Identifier: MIT
#include "core/steps/checkstep.h"

#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec checkSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("check");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Fails unless something holds, and says what would be right.");
    spec.parameters = {
        required(QStringLiteral("that"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "What must hold, as an expression.")),
        required(QStringLiteral("message"), Type::Localized,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The sentence to show when it does not.")),
    };
    return spec;
}

} // namespace

CheckStep::CheckStep() : m_spec(checkSpec()) {}

Result<Plan> CheckStep::plan(const Value::Map &with, const StepContext &) const
{
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary =
        with[QStringLiteral("that")].flag()
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "What is checked holds."))
            : Message(QT_TRANSLATE_NOOP("Slipway::Message", "What is checked does not hold: %1"),
                      {localizedOf(with[QStringLiteral("message")]).argument()});
    return plan;
}

Outcome CheckStep::act(const Intent &intent, const StepContext &) const
{
    if (intent.with[QStringLiteral("that")].flag())
        return Outcome::succeeded();
    return Outcome::failed(Error(QStringLiteral("check.failed"), "%1",
                                 {localizedOf(intent.with[QStringLiteral("message")]).argument()}));
}

Result<Aftermath> CheckStep::rehearse(const Intent &intent, const StepContext &context,
                                      Overlay &) const
{
    const Outcome found = act(intent, context);
    return found.end == Outcome::End::Succeeded ? Result<Aftermath>(Aftermath())
                                                : Result<Aftermath>(found.error);
}

Finding CheckStep::probe(const Intent &, const StepContext &) const
{
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Checking changes nothing, so it can be done again.")),
            {}};
}

} // namespace Slipway
