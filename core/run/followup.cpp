// SPDX-License-Identifier: MIT
#include "core/run/followup.h"

#include "core/checklist/expressionfunctions.h"
#include "core/run/scopebuilder.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

/// A name of a bundled one stays as it is, a file is found from the checklist that names it.
QString whereIs(const QString &checklist, const RunFold &run)
{
    if (!checklist.endsWith(QLatin1String(".yaml")))
        return checklist;
    return QDir::cleanPath(QFileInfo(run.checklistFile).dir().filePath(checklist));
}

/// A step that has not ended would read as null, which is a value like others.
bool isKnown(const Expression::Reference &reference, const Scope &scope)
{
    return reference.path.first() != QLatin1String("steps") || reference.path.size() < 2 ||
           scope.steps.map().contains(reference.path[1]);
}

bool holds(const FollowUpSpec &spec, const Scope &scope)
{
    const QList<Expression::Reference> references = spec.references();
    if (!std::all_of(references.cbegin(), references.cend(),
                     [&](const Expression::Reference &one) { return isKnown(one, scope); }))
        return false;
    const auto condition =
        spec.condition ? spec.condition->evaluate(scope) : Result<Value>(Value(true));
    return condition && isTrue(*condition);
}

/// What cannot be made out is left for the person to say.
Value::Map inputsOf(const FollowUpSpec &spec, const Scope &scope)
{
    Value::Map inputs;
    for (auto it = spec.with.cbegin(); it != spec.with.cend(); ++it) {
        const auto value = it->evaluate(scope);
        if (value && !value->isNull() && !value->hasUnknown())
            inputs.insert(it.key(), *value);
    }
    return inputs;
}

} // namespace

QList<FollowUpView> followUpsOf(const RunFold &run, const Checklist &checklist,
                                const Places &places, const QString &language)
{
    QList<FollowUpView> views;
    if (checklist.followUps.isEmpty() || run.isReadOnly || run.isUndoing() || run.isUndone() ||
        !run.continuedBy.isEmpty())
        return views;
    const Scope scope = scopeAfter(run, checklist, places.workspace(run.workspaceRun()));
    for (const FollowUpSpec &spec : checklist.followUps) {
        if (holds(spec, scope))
            views.append({whereIs(spec.checklist, run), spec.title.in(language),
                          spec.help.in(language), inputsOf(spec, scope)});
    }
    return views;
}

} // namespace Slipway
