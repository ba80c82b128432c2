// SPDX-License-Identifier: MIT
#include "core/checklist/checklist.h"

#include "core/checklist/catalogue.h"

#include <QBitArray>
#include <algorithm>

namespace Slipway {

QList<Expression::Reference> StepSpec::references() const
{
    QList<Expression::Reference> all = probe.references();
    const auto addAll = [&all](const QMap<QString, Template> &values) {
        for (const Template &value : values)
            all += value.references();
    };
    addAll(with);
    addAll(environment);
    addAll(unsettled);
    if (undo)
        addAll(undo->with);
    if (foreachOf)
        all += foreachOf->references();
    if (condition)
        all += condition->references();
    if (poll)
        all += poll->until.references();
    if (poll && poll->fails)
        all += poll->fails->references();
    return all;
}

QList<Expression::Reference> FollowUpSpec::references() const
{
    QList<Expression::Reference> all;
    for (const Template &value : with)
        all += value.references();
    if (condition)
        all += condition->references();
    return all;
}

QStringList StepSpec::secrets() const
{
    QStringList names;
    const QList<Expression::Reference> all = references();
    for (const Expression::Reference &reference : all) {
        if (reference.path.size() > 1 && reference.path.first() == QLatin1String("secrets") &&
            !names.contains(reference.path[1]))
            names.append(reference.path[1]);
    }
    return names;
}

std::optional<EvidenceName> evidenceName(const QString &text)
{
    const QStringList path = text.split(u'.');
    const qsizetype size = path.size();
    if (size < 4 || path.first() != u"steps" || path[size - 2] != u"evidence")
        return std::nullopt;
    return EvidenceName{path.mid(1, size - 3).join(u'.'), path.last()};
}

std::optional<qint64> RetrySpec::waitAfter(int failures) const
{
    if (failures >= attempts)
        return std::nullopt;
    qint64 wait = waitMs;
    for (int i = 1; i < failures && wait < longestWaitMs; ++i)
        wait *= backoff;
    return qMin(wait, longestWaitMs);
}

namespace {

template <typename T, typename Matches>
const T *find(const QList<T> &list, Matches matches)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), matches);
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

StepSpec StepSpec::undoStep() const
{
    StepSpec step = *this;
    step.uses = undo->uses;
    step.with = undo->with;
    step.keyPlaces.insert(QStringLiteral("uses"), undo->place);
    // What the step says of repeating itself does not hold for what reverses it.
    step.again = Again::Ask;
    step.probe = {};
    step.undo.reset();
    return step;
}

const StepSpec *Checklist::step(const QString &id) const
{
    return find(steps, [&](const StepSpec &each) { return each.id == id; });
}

const InputSpec *Checklist::input(const QString &wanted) const
{
    return find(inputs, [&](const InputSpec &each) { return each.name == wanted; });
}

QStringList Checklist::secrets() const
{
    QStringList names;
    for (const InputSpec &input : inputs) {
        if (input.isSecret())
            names.append(input.name);
    }
    return names;
}

const StageSpec *Checklist::stage(const QString &wanted) const
{
    return find(stages, [&](const StageSpec &each) { return each.name == wanted; });
}

QStringList Checklist::prerequisites(const StepSpec &step) const
{
    QStringList before;
    if (step.needsStagesBefore) {
        for (const StageSpec &each : stages) {
            if (each.name == step.stage)
                break;
            before += each.steps;
        }
    }
    for (const QString &id : step.needs) {
        if (!before.contains(id))
            before.append(id);
    }
    return before;
}

QHash<QString, QStringList> Checklist::allDependents() const
{
    QHash<QString, qsizetype> index;
    for (const StepSpec &each : steps)
        index.insert(each.id, index.size());
    // What a step needs, directly at first; in a checklist in order one round does.
    QList<QList<qsizetype>> direct;
    for (const StepSpec &each : steps) {
        QList<qsizetype> before;
        const QStringList ids = prerequisites(each);
        for (const QString &id : ids) {
            if (index.contains(id))
                before.append(index[id]);
        }
        direct.append(before);
    }
    QList<QBitArray> needed(steps.size(), QBitArray(steps.size()));
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QBitArray all = needed[i];
            for (const qsizetype other : std::as_const(direct[i])) {
                all |= needed[other];
                all.setBit(other);
            }
            isGrowing = isGrowing || all != needed[i];
            needed[i] = all;
        }
    }
    QHash<QString, QStringList> dependents;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        for (qsizetype other = 0; other < steps.size(); ++other) {
            if (other != i && needed[i].testBit(other))
                dependents[steps[other].id].append(steps[i].id);
        }
    }
    return dependents;
}

const ParameterSpec *KindSpec::parameter(const QString &wanted) const
{
    return find(parameters, [&](const ParameterSpec &each) { return each.name == wanted; });
}

const OutputSpec *KindSpec::output(const QString &wanted) const
{
    return find(outputs, [&](const OutputSpec &each) { return each.name == wanted; });
}

} // namespace Slipway
