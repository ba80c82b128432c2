// SPDX-License-Identifier: MIT
#include "core/steps/kind.h"

#include "core/steps/undoing.h"

namespace Slipway {

Outcome Kind::act(const Intent &intent, const StepContext &) const
{
    return Outcome::failed(
        Error(QStringLiteral("kind.no-act"),
              QT_TRANSLATE_NOOP("Slipway::Error",
                                "The kind %1 planned nothing that could be done. This is a fault "
                                "in Slipway."),
              {intent.step}));
}

Outcome Kind::conclude(const Intent &, const ProgramResult &result,
                       const StepContext &context) const
{
    return concludePrograms(result, context);
}

Outcome Kind::question(const Intent &intent, const StepContext &context) const
{
    return act(intent, context);
}

Result<std::optional<Plan>> Kind::undo(const Intent &done, const StepContext &) const
{
    if (done.plan.undo.can == UndoNote::Can::Nothing)
        return std::optional<Plan>();
    if (!done.plan.undo.text.isEmpty())
        return impossibleAsSaid(done);
    return Error(
        QStringLiteral("undo.impossible"),
        QT_TRANSLATE_NOOP("Slipway::Error", "What the step %1 did cannot be undone by Slipway."),
        {done.step});
}

Result<Aftermath> Kind::rehearse(const Intent &intent, const StepContext &, Overlay &overlay) const
{
    overlay.apply(intent.plan.edits);
    return Aftermath{intent.plan.data.value(QStringLiteral("outputs")).map(),
                     intent.plan.programs.has_value()};
}

bool Kind::isRepeatable(const Intent &) const
{
    return true;
}

void KindRegistry::add(std::unique_ptr<Kind> kind)
{
    const QString name = kind->spec().name;
    m_kinds[name] = std::move(kind);
}

const Kind *KindRegistry::kind(const QString &name) const
{
    const auto it = m_kinds.find(name);
    return it == m_kinds.end() ? nullptr : it->second.get();
}

Catalogue KindRegistry::catalogue() const
{
    Catalogue catalogue;
    for (const auto &[name, kind] : m_kinds)
        catalogue.insert(name, kind->spec());
    return catalogue;
}

} // namespace Slipway
