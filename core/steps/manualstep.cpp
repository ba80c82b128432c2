// SPDX-License-Identifier: MIT
#include "core/steps/manualstep.h"

#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec manualSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("manual");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help", "Waits until a person says that it is done.");
    spec.doer = Doer::Person;
    ParameterSpec commands = withDash(optional(
        QStringLiteral("commands"), Type::List,
        QT_TRANSLATE_NOOP("Slipway::Help", "Commands that the person runs, each ready to copy.")));
    commands.type.element = Type::Prose;
    spec.parameters = {
        withDash(optional(QStringLiteral("text"), Type::Localized,
                          QT_TRANSLATE_NOOP("Slipway::Help", "What to do, in plain words."))),
        commands,
        withDash(optional(QStringLiteral("copy"), Type::Localized,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "A text ready to copy, such as a message to post."))),
        optional(QStringLiteral("link"), Type::Url,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The page on which it is done.")),
    };
    return spec;
}

} // namespace

ManualStep::ManualStep() : m_spec(manualSpec()) {}

Result<Plan> ManualStep::plan(const Value::Map &with, const StepContext &) const
{
    Plan plan;
    plan.undo = nothingToUndo(QT_TRANSLATE_NOOP(
        "Slipway::Message", "What a person did by hand, a person takes back; Slipway does not."));
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "A person does this and then ticks it."));
    plan.data = with;
    const QString link = with[QStringLiteral("link")].text();
    if (!link.isEmpty())
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Page")), link});
    const QStringList commands = with[QStringLiteral("commands")].texts();
    for (const QString &command : commands)
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Command")), command});
    return plan;
}

Outcome ManualStep::act(const Intent &, const StepContext &) const
{
    return Outcome::succeeded();
}

Finding ManualStep::probe(const Intent &, const StepContext &) const
{
    Finding finding;
    finding.explanation = Message(QT_TRANSLATE_NOOP(
        "Slipway::Message", "Only the person who does this step knows whether it was done."));
    return finding;
}

} // namespace Slipway
