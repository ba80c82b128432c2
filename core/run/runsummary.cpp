// SPDX-License-Identifier: MIT
#include "core/run/runsummary.h"

#include "core/base/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Slipway {

namespace {

QJsonObject textJson(const LocalizedText &text)
{
    QJsonObject json;
    const auto languages = text.byLanguage();
    for (auto it = languages.cbegin(); it != languages.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

LocalizedText textOf(const QJsonValue &json)
{
    QMap<QString, QString> languages;
    const QJsonObject object = json.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        languages.insert(it.key(), it.value().toString());
    return LocalizedText(languages);
}

QJsonObject stepJson(const StepKey &key, const Checklist &checklist, const Catalogue &catalogue,
                     const QString &state)
{
    const StepSpec *step = checklist.step(key.step);
    const bool isGate = step && catalogue.value(step->uses).doer == Doer::Quorum;
    return {{QStringLiteral("step"), key.step},
            {QStringLiteral("instance"), key.instance},
            {QStringLiteral("title"), step ? textJson(step->title) : QJsonObject()},
            {QStringLiteral("state"), state},
            {QStringLiteral("gate"), isGate}};
}

/// The inputs that tell runs of one checklist apart: short texts, such as a branch or version.
QString subtitleOf(const RunFold &run, const Checklist &checklist)
{
    for (const InputSpec &input : checklist.inputs) {
        if (input.type.type == Type::GitBranch || input.type.type == Type::Version) {
            const QString text = run.inputs.value(input.name).text();
            if (!text.isEmpty())
                return text;
        }
    }
    return {};
}

StepState stateNamed(const QString &name)
{
    for (int i = 0; i <= int(StepState::Undone); ++i) {
        if (stateName(StepState(i)) == name)
            return StepState(i);
    }
    return StepState::Pending;
}

RunState runStateNamed(const QString &name)
{
    for (int i = 0; i <= int(RunState::Succeeded); ++i) {
        if (stateName(RunState(i)) == name)
            return RunState(i);
    }
    return RunState::Stopped;
}

QJsonObject parsed(const RunHead &head)
{
    return parseJsonObject(head.summary).valueOr({});
}

} // namespace

QPair<int, int> progress(const RunFold &run, const Checklist &checklist)
{
    int done = 0;
    int total = 0;
    for (const StepSpec &step : checklist.steps) {
        const auto fold = run.steps.constFind(step.id);
        if (fold == run.steps.cend() || fold->instances.isEmpty()) {
            ++total;
            done += fold != run.steps.cend() && fold->skippedBecause ? 1 : 0;
            continue;
        }
        for (const InstanceFold &instance : fold->instances) {
            ++total;
            const StepState state = run.state(instance);
            done += state == StepState::Succeeded || state == StepState::Skipped ? 1 : 0;
        }
    }
    return {done, total};
}

QByteArray runSummary(const RunFold &run, const Checklist &checklist, const Catalogue &catalogue,
                      const NextSteps &next, RunState state)
{
    QJsonArray waiting;
    QJsonArray running;
    for (auto step = run.steps.cbegin(); step != run.steps.cend(); ++step) {
        for (const InstanceFold &instance : step->instances) {
            const StepKey key{step.key(), instance.name};
            const StepState seen = visibleState(run, next, key);
            const QJsonObject json = stepJson(key, checklist, catalogue, stateName(seen));
            if (seen == StepState::Waiting || seen == StepState::InDoubt ||
                seen == StepState::Failed)
                waiting.append(json);
            else if (seen == StepState::Running)
                running.append(json);
        }
    }
    if (!run.continuedBy.isEmpty())
        waiting = {}; // people are asked by the run that goes on with it
    const auto [done, total] = progress(run, checklist);
    return canonicalJson(QJsonObject{{QStringLiteral("checklist"), run.checklistName},
                                     {QStringLiteral("title"), textJson(checklist.title)},
                                     {QStringLiteral("subtitle"), subtitleOf(run, checklist)},
                                     {QStringLiteral("author"), run.author},
                                     {QStringLiteral("state"), stateName(state)},
                                     {QStringLiteral("done"), done},
                                     {QStringLiteral("total"), total},
                                     {QStringLiteral("created"), run.createdAt},
                                     {QStringLiteral("waiting"), waiting},
                                     {QStringLiteral("running"), running}})
        .valueOr({});
}

RunSummary summaryOf(const RunHead &head, const QString &language, bool isDriven)
{
    const QJsonObject json = parsed(head);
    RunSummary summary;
    summary.id = head.run;
    summary.checklist = json[QLatin1String("checklist")].toString();
    summary.title = textOf(json[QLatin1String("title")]).in(language);
    if (summary.title.isEmpty())
        summary.title = summary.checklist.isEmpty() ? head.run : summary.checklist;
    summary.subtitle = json[QLatin1String("subtitle")].toString();
    summary.author = json[QLatin1String("author")].toString();
    summary.state = runStateNamed(json[QLatin1String("state")].toString());
    if (summary.state == RunState::Running && !isDriven)
        summary.state = RunState::Stopped;
    summary.done = json[QLatin1String("done")].toInt();
    summary.total = json[QLatin1String("total")].toInt();
    summary.startedAt = json[QLatin1String("created")].toInteger();
    summary.changedAt = head.changedAt;
    const QJsonArray at = json[summary.state == RunState::Running ? QLatin1String("running")
                                                                  : QLatin1String("waiting")]
                              .toArray();
    if (!at.isEmpty())
        summary.nowText = textOf(at.first().toObject()[QLatin1String("title")]).in(language);
    return summary;
}

QList<WaitingItem> waitingOf(const RunHead &head, const QString &language)
{
    const QJsonObject json = parsed(head);
    const QString title = textOf(json[QLatin1String("title")]).in(language);
    QList<WaitingItem> items;
    const QJsonArray waiting = json[QLatin1String("waiting")].toArray();
    for (const QJsonValue &value : waiting) {
        const QJsonObject step = value.toObject();
        WaitingItem item;
        item.runId = head.run;
        item.stepId = step[QLatin1String("step")].toString();
        item.instance = step[QLatin1String("instance")].toString();
        item.title = textOf(step[QLatin1String("title")]).in(language);
        if (!item.instance.isEmpty())
            item.title += QStringLiteral(" · %1").arg(item.instance);
        item.state = stateNamed(step[QLatin1String("state")].toString());
        item.isGate = step[QLatin1String("gate")].toBool();
        item.detail = QCoreApplication::translate("Slipway::Message", "%1 · run %2")
                          .arg(title, head.run.left(4));
        items.append(item);
    }
    return items;
}

} // namespace Slipway
