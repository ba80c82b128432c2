// SPDX-License-Identifier: MIT
// What a run takes over from the one that it continues.
#include "core/base/ids.h"
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

namespace Slipway {

using namespace FoldBody;

namespace {

CarriedFold carriedOf(const QJsonObject &body)
{
    CarriedFold carried;
    carried.run = text(body, "run");
    carried.attempt = body[QLatin1String("attempt")].toInt();
    carried.outputs = Value::fromJson(body[QLatin1String("outputs")]).map();
    carried.warning = Error::fromJson(body[QLatin1String("warning")].toObject());
    carried.startedAt = body[QLatin1String("startedAt")].toInteger();
    carried.endedAt = body[QLatin1String("endedAt")].toInteger();
    const QJsonArray evidence = body[QLatin1String("evidence")].toArray();
    for (const QJsonValue &value : evidence) {
        carried.evidence.append(Evidence::fromJson(value.toObject()));
        carried.evidence.last().attempt = carried.attempt;
    }
    return carried;
}

} // namespace

/// Steps of run.created are as if they had been expanded and had succeeded. A name that is no
/// run's is left out: it would become a path.
void RunFold::carry(const Event &event, const Body &body)
{
    if (isRunId(text(body, "continues")))
        continues = text(body, "continues");
    if (isRunId(text(body, "workspace")))
        m_workspace = text(body, "workspace");
    const QJsonArray carried = body[QLatin1String("carried")].toArray();
    for (const QJsonValue &value : carried) {
        const QJsonObject one = value.toObject();
        StepFold step;
        step.isExpanded = true;
        step.expandedAt = event.time;
        step.expandedBy = event.number;
        step.isForeach = one[QLatin1String("foreach")].toBool();
        if (one.contains(QLatin1String("skipped")))
            step.skippedBecause = Message::fromJson(one[QLatin1String("skipped")].toObject());
        const QJsonArray instances = one[QLatin1String("instances")].toArray();
        for (const QJsonValue &entry : instances) {
            const QJsonObject from = entry.toObject();
            InstanceFold instance;
            instance.name = text(from, "instance");
            instance.item = Value::fromJson(from[QLatin1String("item")]);
            instance.carried = carriedOf(from);
            if (isRunId(instance.carried->run))
                step.instances.append(instance);
        }
        if (step.skippedBecause || !step.instances.isEmpty())
            steps.insert(text(one, "step"), step);
    }
}

} // namespace Slipway
