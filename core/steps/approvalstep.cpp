// SPDX-License-Identifier: MIT
#include "core/steps/approvalstep.h"

#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec approvalSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("approval");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "A gate: what comes after waits until enough people approve.");
    spec.doer = Doer::Quorum;
    spec.parameters = {
        optional(QStringLiteral("from"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The group or the person who may approve.")),
        optional(QStringLiteral("quorum"), Type::Number,
                 QT_TRANSLATE_NOOP("Slipway::Help", "How many must approve; 1 unless said.")),
        listOf(Type::Any,
               optional(QStringLiteral("items"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "What each approver ticks: texts, or {text: …, evidence: "
                                          "[steps.ID.evidence.NAME]}."))),
        listOf(Type::Text,
               optional(QStringLiteral("evidence"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "What they must see, as steps.ID.evidence.NAME."))),
        withDash(optional(QStringLiteral("on-timeout"), Type::Text,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "What becomes of a gate that nobody decided on in "
                                            "time: fail (unless said), or skip: what needs it is "
                                            "left out with it."))),
        withDash(optional(QStringLiteral("instructions"), Type::Localized,
                          QT_TRANSLATE_NOOP("Slipway::Help", "What to look for, in plain words."))),
    };
    return spec;
}

Result<void> checkItems(const Value &items)
{
    const Value::List list = items.list();
    for (const Value &item : list) {
        const QString text = item.isMap() ? item[QStringLiteral("text")].display() : item.display();
        if (text.isEmpty())
            return Error(QStringLiteral("approval.empty-item"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "An item to tick has no text. Write a sentence, or "
                                           "{text: a sentence, evidence: […]}."));
    }
    return {};
}

} // namespace

ApprovalStep::ApprovalStep() : m_spec(approvalSpec()) {}

Result<Plan> ApprovalStep::plan(const Value::Map &with, const StepContext &) const
{
    const Value quorum = with[QStringLiteral("quorum")];
    if (!quorum.isNull() && quorum.number() < 1)
        return Error(QStringLiteral("approval.quorum"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A quorum of %1 would let anything pass. It is at least "
                                       "1."),
                     {quorum.display()});
    const QString late = with[QStringLiteral("on-timeout")].text();
    if (!late.isEmpty() && late != QLatin1String("fail") && late != QLatin1String("skip"))
        return Error(QStringLiteral("approval.on-timeout"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "on-timeout is fail or skip, not %1."),
                     {late});
    if (const auto checked = checkItems(with[QStringLiteral("items")]); !checked)
        return checked.error();
    const QString count = quorum.isNull() ? QStringLiteral("1") : quorum.display();
    const QString from = with[QStringLiteral("from")].text();
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary =
        from.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "Approvals needed: %1."), {count})
            : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Approvals needed from %2: %1."),
                      {count, from});
    plan.data = with;
    const QStringList evidence = with[QStringLiteral("evidence")].texts();
    for (const QString &name : evidence)
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Shows")), name});
    return plan;
}

Outcome ApprovalStep::act(const Intent &, const StepContext &) const
{
    return Outcome::failed(
        Error(QStringLiteral("approval.no-act"),
              QT_TRANSLATE_NOOP("Slipway::Error", "A gate is passed by people, never by a "
                                                  "program. This is a fault in Slipway.")));
}

Finding ApprovalStep::probe(const Intent &, const StepContext &) const
{
    Finding finding;
    finding.explanation = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "The journal alone says who approved a gate."));
    return finding;
}

} // namespace Slipway
