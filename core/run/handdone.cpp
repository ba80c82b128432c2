// SPDX-License-Identifier: MIT
#include "core/run/handdone.h"

#include "core/base/ids.h"
#include "core/checklist/lint.h"
#include "core/run/guarded.h"
#include "core/run/redaction.h"
#include "core/run/shownplan.h"

namespace Slipway {

namespace {

/// Names of the step's outputs that other steps use. Through `all` any may be used.
QStringList usedOutputs(const Checklist &checklist, const QString &id, const QStringList &outputs)
{
    QStringList used;
    for (const StepSpec &other : checklist.steps) {
        const QList<Expression::Reference> references = other.references();
        for (const Expression::Reference &reference : references) {
            const bool isOfIt = reference.path.value(0) == u"steps" &&
                                reference.path.value(1) == id &&
                                reference.path.value(2) == u"outputs";
            if (isOfIt && outputs.contains(reference.path.value(3)) &&
                !used.contains(reference.path[3]))
                used.append(reference.path[3]);
        }
    }
    return used;
}

Value::Map probedOutputs(const RunFold &run, const Checklist &checklist, const StepKey &key,
                         const RunServices &services, const std::stop_token &stop)
{
    const StepSpec &step = *checklist.step(key.step);
    const Kind *kind = services.kinds->kind(step.uses);
    const auto shown =
        shownPlan(services.places, run.id, key, run.steps.value(key.step).expandedBy);
    if (!kind || !shown)
        return {};
    const auto found = services.secrets
                           ? services.secrets->find(checklist.name, checklist.secrets())
                           : SecretKeeper::Found();
    const SecretValues secrets(found.values);
    // There is no attempt: number 0 names a folder that never exists.
    const QString effect = effectKey(run.id, 0);
    const Intent intent{run.id, 0, key.step, key.instance, effect, shown->with, shown->plan};
    const StepContext context{run.id,
                              services.places.workspace(run.workspaceRun()),
                              effect,
                              AttemptFolder(services.places.attempt(run.id, 0)),
                              services.objects(),
                              [stop, secrets](const Question &question) {
                                  return redacted(ask(question, stop), secrets);
                              },
                              services.clock->now(),
                              step.timeoutMs,
                              stop,
                              {},
                              secrets};
    const Finding finding = guarded<Finding>([&] { return kind->probe(intent, context); },
                                             [](const Error &) { return Finding(); });
    return finding.verdict == Finding::Verdict::Done ? redacted(finding.outcome, secrets).outputs
                                                     : Value::Map();
}

} // namespace

Result<Value::Map> outputsDoneByHand(const RunFold &run, const Checklist &checklist,
                                     const StepKey &key, const Value::Map &said,
                                     const RunServices &services, std::stop_token stop)
{
    const StepSpec *step = checklist.step(key.step);
    const Kind *kind = step ? services.kinds->kind(step->uses) : nullptr;
    if (!kind || kind->spec().doer != Doer::Machine)
        return said;
    Value::Map outputs = probedOutputs(run, checklist, key, services, stop);
    for (auto it = said.cbegin(); it != said.cend(); ++it)
        outputs.insert(it.key(), it.value());
    QStringList missing;
    const QStringList used = usedOutputs(checklist, key.step, outputNames(*step, kind->spec()));
    for (const QString &name : used) {
        if (!outputs.contains(name))
            missing.append(name);
    }
    if (missing.isEmpty())
        return outputs;
    return Error(
        QStringLiteral("people.outputs-needed"),
        QT_TRANSLATE_NOOP("Slipway::Error",
                          "Later steps use what %1 gives, and it cannot be seen that it "
                          "was done. Do it as it is shown, or say what it gives: slipway "
                          "tick %2 %1 --set %3=VALUE."),
        QStringList{key.text(), run.id.left(6), missing.join(QLatin1String("=VALUE --set "))} +
            missing);
}

} // namespace Slipway
