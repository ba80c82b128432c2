// SPDX-License-Identifier: MIT
#include "core/run/undopreview.h"

#include <algorithm>

namespace Slipway {

namespace {

QString titleOf(const Checklist &checklist, const StepKey &key, const QString &language)
{
    const StepSpec *step = checklist.step(key.step);
    const QString title = step ? step->title.in(language) : key.step;
    return key.instance.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, key.instance);
}

UndoItem itemOf(const AttemptFold &attempt)
{
    const QJsonObject plan = attempt.intent[QLatin1String("plan")].toObject();
    UndoItem item;
    item.key = attempt.key;
    item.attempt = attempt.number;
    item.note = UndoNote::fromJson(plan[QLatin1String("undo")].toObject());
    item.summary = Message::fromJson(plan[QLatin1String("summary")].toObject());
    if (item.note.can == UndoNote::Can::No && item.note.text.isEmpty())
        item.note.text = Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "This kind of step says nothing of how it could be undone."));
    return item;
}

UndoItem byHand(const StepKey &key)
{
    UndoItem item;
    item.key = key;
    item.note.text = Message(QT_TRANSLATE_NOOP(
        "Slipway::Message", "A person did it by hand, and only a person can undo it."));
    return item;
}

/// The effects of a step that was taken over stay those of the run that did it.
QList<UndoItem> carriedItems(const StepFold &step, const QString &id, const RunReader &earlier)
{
    QList<UndoItem> items;
    for (const InstanceFold &instance : step.instances) {
        if (!instance.carried)
            continue;
        const CarriedFold &carried = *instance.carried;
        const RunFold *old = earlier ? earlier(carried.run) : nullptr;
        UndoItem item;
        if (old && carried.attempt > 0) {
            const AttemptFold attempt = old->attempts.value(carried.attempt);
            if (!attempt.mayHaveEffect() || itemOf(attempt).note.can == UndoNote::Can::Nothing)
                continue;
            item.summary = itemOf(attempt).summary;
        }
        item.key = {id, instance.name};
        item.run = carried.run;
        item.note.text =
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "It was done in the run %1, which is closed; what it was "
                                      "like before is known there, and an undo does not reach it."),
                    {carried.run});
        items.append(item);
    }
    return items;
}

/// Where a thing done by hand belongs among the attempts, the last first.
qsizetype placeFor(qint64 time, const QList<UndoItem> &items, const RunFold &run)
{
    const auto isEarlier = [&](const UndoItem &item) {
        return item.attempt > 0 && run.attempts.value(item.attempt).startedAt < time;
    };
    return std::find_if(items.cbegin(), items.cend(), isEarlier) - items.cbegin();
}

} // namespace

QList<UndoItem> UndoPreview::impossible() const
{
    QList<UndoItem> list;
    for (const UndoItem &item : items) {
        if (item.note.can == UndoNote::Can::No)
            list.append(item);
    }
    return list;
}

QList<int> UndoPreview::attempts() const
{
    QList<int> numbers;
    for (const UndoItem &item : items) {
        if (item.attempt > 0 && item.note.can != UndoNote::Can::No)
            numbers.append(item.attempt);
    }
    return numbers;
}

UndoPreview undoPreview(const RunFold &run, const Checklist &checklist, const QString &to,
                        const QString &language, const RunReader &earlier)
{
    UndoPreview preview;
    preview.run = run.id;
    preview.to = to;
    if (!to.isEmpty()) {
        preview.steps = checklist.dependents(to);
    } else {
        for (const StepSpec &step : checklist.steps)
            preview.steps.append(step.id);
    }
    for (const AttemptFold &attempt : run.attempts) {
        if (attempt.mayHaveEffect() && preview.steps.contains(attempt.key.step))
            preview.items.prepend(itemOf(attempt));
    }
    for (const QString &id : std::as_const(preview.steps)) {
        const StepFold step = run.steps.value(id);
        for (const InstanceFold &instance : step.instances) {
            if (instance.tickedAt > 0)
                preview.items.insert(placeFor(instance.tickedAt, preview.items, run),
                                     byHand({id, instance.name}));
        }
    }
    QList<UndoItem> carried;
    for (const QString &id : std::as_const(preview.steps))
        carried = carriedItems(run.steps.value(id), id, earlier) + carried; // the last first
    preview.items += carried;
    for (UndoItem &item : preview.items)
        item.title = titleOf(checklist, item.key, language);
    return preview;
}

} // namespace Slipway
