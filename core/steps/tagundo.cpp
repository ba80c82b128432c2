// SPDX-License-Identifier: MIT
#include "core/steps/tagundo.h"

#include "core/steps/gitplace.h"
#include "core/steps/tagsituation.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

/// The tag object that this attempt made, or the one that it pushed. Empty: there is none here.
Result<QString> ownObject(const Intent &done, const TagNow &now)
{
    const Value::Map &data = done.plan.data;
    const QString reference = data[QStringLiteral("reference")].text();
    if (!data[QStringLiteral("makes-local")].flag())
        return done.plan.before[QStringLiteral("here")].text();
    const auto repository = Repository::open(data[QStringLiteral("directory")].text());
    const QList<GitMove> moves = repository ? repository->moves(reference) : QList<GitMove>();
    if (now.here.object.isEmpty())
        return QString();
    const bool isOurs = !moves.isEmpty() && moves.first().after == now.here.object &&
                        moves.first().message.startsWith(tagMark(done.effectKey));
    return isOurs
               ? Result<QString>(now.here.object)
               : changedSince(QStringLiteral("%1 (%2)").arg(reference, shownTag(now.here.commit)));
}

} // namespace

Finding probeTagUndo(const Intent &intent, const TagNow &now)
{
    const Value::Map &data = intent.plan.data;
    const QString object = data[QStringLiteral("object")].text();
    const QList<Fact> facts = tagFacts(intent, now, {});
    const bool localGone = !data[QStringLiteral("makes-local")].flag() || now.here.object.isEmpty();
    const bool remoteGone =
        !data[QStringLiteral("makes-remote")].flag() || now.there.object.isEmpty();
    if (localGone && remoteGone) {
        Finding finding = findingOf(
            Finding::Verdict::Done,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The tag is deleted again.")), facts);
        finding.outcome = Outcome::succeeded();
        return finding;
    }
    // One that was cut short between the two only has to go on.
    if ((localGone || now.here.object == object) && (remoteGone || now.there.object == object))
        return findingOf(Finding::Verdict::NotDone,
                         Message(QT_TRANSLATE_NOOP("Slipway::Message", "The tag is still there.")),
                         facts);
    return foreignTag(intent, facts);
}

Result<std::optional<Plan>> planTagUndo(const Intent &done, const StepContext &context)
{
    if (!done.plan.programs)
        return std::optional<Plan>();
    const Value::Map &data = done.plan.data;
    const QString reference = data[QStringLiteral("reference")].text();
    const QString remote = data[QStringLiteral("remote")].text();
    const auto now = tagNow(data, context.ask);
    if (!now)
        return now.error();
    const auto object = ownObject(done, *now);
    if (!object)
        return object.error();
    const bool isThere =
        data[QStringLiteral("makes-remote")].flag() && !now->there.object.isEmpty();
    if (isThere && now->there.object != *object)
        return changedSince(
            QStringLiteral("%1 %2 (%3)").arg(remote, reference, shownTag(now->there.commit)));
    const bool isHere = data[QStringLiteral("makes-local")].flag() && !object->isEmpty();
    QList<QStringList> lists;
    if (isThere)
        lists.append(tagPushArguments(reference, remote, *object, u':' + reference));
    if (isHere)
        lists.append({QStringLiteral("update-ref"), QStringLiteral("-d"), reference, *object});
    if (lists.isEmpty())
        return std::optional<Plan>();
    Plan plan;
    plan.summary = isThere
                       ? Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                   "Deletes the tag %1 again, also at %2."),
                                 {reference.mid(10), remote})
                       : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Deletes the tag %1 again."),
                                 {reference.mid(10)});
    plan.facts = tagFacts(done, *now, {});
    plan.before = {{QStringLiteral("here"), Value(now->here.object)},
                   {QStringLiteral("there"), Value(now->there.object)}};
    plan.data = data;
    plan.data[QStringLiteral("object")] = Value(*object);
    plan.data[QStringLiteral("makes-local")] = Value(isHere);
    plan.data[QStringLiteral("makes-remote")] = Value(isThere);
    markAsUndo(&plan);
    plan.programs = gitPrograms(data[QStringLiteral("directory")].text(), lists);
    plan.programs->timeoutMs = context.timeoutMs;
    return std::optional(plan);
}

} // namespace Slipway
