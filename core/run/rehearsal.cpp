// SPDX-License-Identifier: MIT
#include "core/run/rehearsal.h"

#include "core/base/textdiff.h"
#include "core/steps/programtext.h"

#include <algorithm>

namespace Slipway {

namespace {

QJsonArray arrayOf(const QList<QStringList> &lists)
{
    QJsonArray array;
    for (const QStringList &list : lists)
        array.append(QJsonArray::fromStringList(list));
    return array;
}

QJsonArray changesJson(const RehearsedStep &step, const ObjectStore &objects)
{
    QJsonArray changes;
    for (const FileEdit &edit : step.edits) {
        QJsonObject json = toJson(edit);
        const auto text = [&objects](const QString &digest) {
            return digest.isEmpty() ? QByteArray() : objects.read(digest).valueOr(QByteArray());
        };
        json[QStringLiteral("diff")] = QString::fromUtf8(unifiedDiff(
            text(edit.before), text(edit.after),
            edit.before.isEmpty() ? QStringLiteral("/dev/null") : QStringLiteral("a/") + edit.path,
            edit.after.isEmpty() ? QStringLiteral("/dev/null") : QStringLiteral("b/") + edit.path));
        changes.append(json);
    }
    return changes;
}

QJsonArray sentences(const QList<Message> &messages)
{
    QJsonArray array;
    for (const Message &message : messages)
        array.append(message.english());
    return array;
}

QJsonObject factsJson(const QList<Fact> &facts)
{
    QJsonObject json;
    for (const Fact &fact : facts)
        json[fact.label.english()] = fact.value;
    return json;
}

} // namespace

QJsonObject toJson(const RehearsedStep &step, const ObjectStore &objects)
{
    QJsonObject json{{QStringLiteral("id"), step.key.step},
                     {QStringLiteral("instance"), step.key.instance.isNull()
                                                      ? QJsonValue(QJsonValue::Null)
                                                      : QJsonValue(step.key.instance)},
                     {QStringLiteral("kind"), step.kind},
                     {QStringLiteral("state"), stateName(step.state)},
                     {QStringLiteral("needsGoAhead"), step.needsGoAhead},
                     {QStringLiteral("remarks"), sentences(step.remarks)},
                     {QStringLiteral("summary"), step.summary.english()},
                     {QStringLiteral("facts"), factsJson(step.facts)},
                     {QStringLiteral("directory"), step.directory},
                     {QStringLiteral("variables"), QJsonArray::fromStringList(step.variables)},
                     {QStringLiteral("commands"), arrayOf(step.commands)},
                     {QStringLiteral("changes"), changesJson(step, objects)},
                     {QStringLiteral("questions"), arrayOf(step.questions)},
                     {QStringLiteral("waitsFor"), QJsonArray::fromStringList(step.waitsFor)},
                     {QStringLiteral("outputs"), Value(step.outputs).toJson()}};
    if (step.undo.can != UndoNote::Can::No || !step.undo.text.isEmpty())
        json[QStringLiteral("undo")] =
            QJsonObject{{QStringLiteral("can"), step.undo.toJson()[QLatin1String("can")]},
                        {QStringLiteral("text"), step.undo.text.english()}};
    if (!step.error.isEmpty())
        json[QStringLiteral("error")] =
            QJsonObject{{QStringLiteral("code"), step.error.code()},
                        {QStringLiteral("message"), step.error.message()}};
    return json;
}

Message othersMayChangeThat(const QStringList &others)
{
    return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                     "As things are now it would fail; what %1 does may change "
                                     "that."),
                   {others.join(u", ")});
}

void describe(const Plan &plan, RehearsedStep *step)
{
    step->summary = plan.summary;
    step->facts = plan.facts;
    step->edits = plan.edits;
    step->evidence = plan.evidence;
    step->undo = plan.undo;
    if (!plan.programs)
        return;
    step->directory = plan.programs->directory;
    for (const Command &command : plan.programs->commands)
        step->commands.append(command.argv);
    const auto &variables = plan.programs->environment;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        step->variables.append(it.key() + u'=' + it.value());
}

QString stateName(RehearsedStep::State state)
{
    switch (state) {
    case RehearsedStep::State::Planned:
        return QStringLiteral("planned");
    case RehearsedStep::State::Waits:
        return QStringLiteral("waits");
    case RehearsedStep::State::Person:
        return QStringLiteral("person");
    case RehearsedStep::State::Skipped:
        return QStringLiteral("skipped");
    case RehearsedStep::State::Fails:
        return QStringLiteral("fails");
    case RehearsedStep::State::NotReached:
        return QStringLiteral("not-reached");
    }
    return {};
}

QList<RehearsedStep> Rehearsal::steps() const
{
    QList<RehearsedStep> all;
    for (const RehearsedStage &stage : stages)
        all += stage.steps;
    return all;
}

bool Rehearsal::wouldFail() const
{
    const QList<RehearsedStep> all = steps();
    return std::any_of(all.cbegin(), all.cend(), [](const RehearsedStep &step) {
        return step.state == RehearsedStep::State::Fails;
    });
}

QJsonObject Rehearsal::toJson() const
{
    QJsonArray list;
    for (const RehearsedStage &stage : stages) {
        QJsonArray steps;
        for (const RehearsedStep &step : stage.steps)
            steps.append(Slipway::toJson(step, objects()));
        list.append(
            QJsonObject{{QStringLiteral("name"), stage.name}, {QStringLiteral("steps"), steps}});
    }
    return {{QStringLiteral("rehearsal"), true},
            {QStringLiteral("checklist"), checklist},
            {QStringLiteral("wouldFail"), wouldFail()},
            {QStringLiteral("inputs"), Value(inputs).toJson()},
            {QStringLiteral("stages"), list}};
}

} // namespace Slipway
