// SPDX-License-Identifier: MIT
#include "ui/pages/forecast.h"

#include "ui/parts/text.h"

namespace Slipway {

namespace {

/// How often a step happens: once for each value of the input that its foreach names; once if
/// that is not known before the run.
int timesOf(const StepSpec &step, const Value::Map &inputs)
{
    if (!step.foreachOf)
        return 1;
    const QList<Expression::Reference> references = step.foreachOf->references();
    if (references.size() != 1 || references.first().path.size() != 2 ||
        references.first().path.first() != QLatin1String("inputs")) {
        return 1;
    }
    const Value value = inputs.value(references.first().path.last());
    return value.isList() ? int(value.list().size()) : 1;
}

} // namespace

Forecast Forecast::of(const Checklist &checklist, const Value::Map &inputs)
{
    Forecast forecast;
    forecast.stages = int(checklist.stages.size());
    for (const StepSpec &step : checklist.steps) {
        const int times = timesOf(step, inputs);
        forecast.steps += times;
        if (step.uses == QLatin1String("approval"))
            forecast.signOffs += times;
        else if (step.uses == QLatin1String("manual") || step.mode != Mode::Auto)
            forecast.byPerson += times;
        const bool isTagPushed =
            step.uses == QLatin1String("git.tag") && step.with.contains(QStringLiteral("remote"));
        if (step.uses == QLatin1String("git.push") || isTagPushed)
            forecast.pushes += times;
    }
    return forecast;
}

QStringList Forecast::lines() const
{
    const QString dot = QString::fromUtf8(" · ");
    QStringList lines;
    QString first =
        tr("%n step(s)", nullptr, steps) + QLatin1Char(' ') + tr("in %n stage(s)", nullptr, stages);
    if (expectedMs >= 0) {
        first += dot + tr("about %1, from %2")
                           .arg(spokenDuration(expectedMs),
                                tr("%n earlier run(s)", nullptr, earlierRuns));
    }
    lines.append(first);
    QStringList people;
    if (byPerson > 0)
        people.append(tr("%n step(s) need you", nullptr, byPerson));
    if (signOffs > 0)
        people.append(tr("%n sign-off(s)", nullptr, signOffs));
    lines.append(people.isEmpty() ? tr("nothing in it waits for a person") : people.join(dot));
    lines.append(pushes > 0 ? tr("leaves this machine: %1").arg(tr("%n push(es)", nullptr, pushes))
                            : tr("nothing leaves this machine by a push"));
    return lines;
}

} // namespace Slipway
