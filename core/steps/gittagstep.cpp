// SPDX-License-Identifier: MIT
#include "core/steps/gittagstep.h"

#include "core/steps/gitidentity.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/tagsituation.h"
#include "core/steps/tagundo.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec tagSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("git.tag");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Makes a tag, and pushes it if a remote is named. Never moves "
                                  "one: a tag that marks another commit is refused.");
    spec.parameters = {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The repository.")),
        required(QStringLiteral("name"), Type::GitBranch,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The name of the tag, such as v1.2.3.")),
        withDash(optional(
            QStringLiteral("message"), Type::Prose,
            QT_TRANSLATE_NOOP("Slipway::Help", "The message of the tag; its name unless said."))),
        optional(QStringLiteral("commit"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The commit, branch or other tag that it marks; else what is "
                                   "checked out.")),
        optional(QStringLiteral("remote"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The remote to push it to, such as origin; not pushed unless "
                                   "said.")),
        optional(
            QStringLiteral("lightweight"), Type::Flag,
            QT_TRANSLATE_NOOP("Slipway::Help", "A name alone, without message, author and date."))};
    spec.outputs = {
        {QStringLiteral("tag"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The name of the tag.")},
        {QStringLiteral("commit"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The commit that it marks.")},
        {QStringLiteral("url"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "The address of the remote that has it; empty without one.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "git"}, {Reach::Host, "", QStringLiteral("remote")}};
    return spec;
}

/// The log of a tag is kept only where git is told so.
QStringList loggedGit(const QStringList &arguments)
{
    return QStringList{QStringLiteral("-c"), QStringLiteral("core.logAllRefUpdates=always")} +
           arguments;
}

QStringList makeArguments(const TagSituation &tag, const Value::Map &with)
{
    if (tag.isFetched())
        return loggedGit({QStringLiteral("fetch"), QStringLiteral("--no-tags"),
                          QStringLiteral("--"), tag.remote, tag.reference + u':' + tag.reference});
    QStringList arguments{QStringLiteral("tag")};
    if (with[QStringLiteral("lightweight")].flag()) {
        arguments << QStringLiteral("--no-sign");
    } else {
        const QString message = with[QStringLiteral("message")].text();
        // A line that begins with "#" is a heading here, no comment.
        arguments << QStringLiteral("--annotate") << QStringLiteral("--cleanup=whitespace")
                  << QStringLiteral("--message=") +
                         (message.trimmed().isEmpty() ? tag.name() : message);
    }
    return loggedGit(arguments + QStringList{QStringLiteral("--"), tag.name(), tag.commit});
}

Message summaryOf(const TagSituation &tag)
{
    const QStringList arguments{tag.name(), shortId(tag.commit), tag.remote};
    if (tag.makesLocal() && tag.makesRemote())
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "Tags %2 as %1 and pushes the tag to %3."),
            arguments);
    if (tag.isFetched())
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "Fetches the tag %1, which %3 has at %2 already."),
                       arguments);
    if (tag.makesLocal())
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Tags %2 as %1."), arguments);
    if (tag.makesRemote())
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "Pushes the tag %1, which marks %2, to %3."),
            arguments);
    return Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "The tag %1 marks %2 already; nothing is done."),
        arguments);
}

UndoNote undoNote(const TagSituation &tag)
{
    if (tag.makesRemote())
        return undoneBy(
            QT_TRANSLATE_NOOP("Slipway::Message",
                              "The tag is deleted at %1 again, unless it was changed by "
                              "then. Who fetched it keeps it, and what the push sets "
                              "off, such as a build, stays."),
            {tag.remote});
    if (tag.makesLocal())
        return undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "The tag is deleted again, unless it was changed by "
                                          "then."));
    return nothingToUndo();
}

QList<Fact> factsOf(const TagSituation &tag, const Value::Map &with)
{
    QList<Fact> facts{
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), tag.directory},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Tag")), tag.name()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Marks")), shortId(tag.commit)}};
    const QString message = with[QStringLiteral("message")].text();
    if (!message.isEmpty() && !with[QStringLiteral("lightweight")].flag())
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Message")), message});
    if (!tag.remote.isEmpty())
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "To")),
                      QStringLiteral("%1 (%2)").arg(tag.remote, tag.url)});
    return facts;
}

void describe(const TagSituation &tag, Plan *plan)
{
    plan->before = {{QStringLiteral("here"), Value(tag.here.object)},
                    {QStringLiteral("there"), Value(tag.there.object)}};
    plan->data = {{QStringLiteral("directory"), Value(tag.directory)},
                  {QStringLiteral("reference"), Value(tag.reference)},
                  {QStringLiteral("commit"), Value(tag.commit)},
                  {QStringLiteral("remote"), Value(tag.remote)},
                  {QStringLiteral("url"), Value(tag.url)},
                  {QStringLiteral("makes-local"), Value(tag.makesLocal())},
                  {QStringLiteral("makes-remote"), Value(tag.makesRemote())}};
}

Value::Map outputsOf(const Intent &intent)
{
    const Value::Map &data = intent.plan.data;
    return {{QStringLiteral("tag"), Value(data[QStringLiteral("reference")].text().mid(10))},
            {QStringLiteral("commit"), data[QStringLiteral("commit")]},
            {QStringLiteral("url"), data[QStringLiteral("url")]}};
}

/// The tag was made and did not reach the remote: that is an end to undo or to go on from.
Finding halfTagged(const Intent &intent, const QList<Fact> &facts)
{
    const QStringList names{intent.plan.data[QStringLiteral("reference")].text().mid(10),
                            intent.plan.data[QStringLiteral("remote")].text()};
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The tag %1 was made, but %2 does not have "
                                                      "it."),
                names),
        facts);
    finding.outcome = Outcome::failed(
        Error(QStringLiteral("git.tag-not-pushed"),
              QT_TRANSLATE_NOOP("Slipway::Error",
                                "The tag %1 was made here, but it did not reach %2. Try again: "
                                "what is missing is done then."),
              names));
    return finding;
}

} // namespace

GitTagStep::GitTagStep() : m_spec(tagSpec()) {}

Result<Plan> GitTagStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto repository = stepRepository(with, context);
    if (!repository)
        return repository.error();
    const auto tag = tagSituation(*repository, with, context.ask);
    if (!tag)
        return tag.error();
    Plan plan;
    plan.summary = summaryOf(*tag);
    plan.facts = factsOf(*tag, with);
    plan.undo = undoNote(*tag);
    describe(*tag, &plan);
    QList<QStringList> lists;
    if (tag->makesLocal())
        lists.append(makeArguments(*tag, with));
    if (tag->makesRemote())
        lists.append(tagPushArguments(tag->reference, tag->remote, {},
                                      tag->reference + u':' + tag->reference));
    if (lists.isEmpty())
        return plan;
    const bool isAnnotated = !with[QStringLiteral("lightweight")].flag() && !tag->isFetched();
    const auto known =
        tag->makesLocal() && isAnnotated ? checkIdentity(*repository, context) : Result<void>();
    if (!known)
        return known.error();
    plan.programs = gitPrograms(tag->directory, lists);
    plan.programs->environment[QStringLiteral("GIT_REFLOG_ACTION")] = tagMark(context.effectKey);
    plan.programs->timeoutMs = context.timeoutMs;
    return plan;
}

Result<Aftermath> GitTagStep::rehearse(const Intent &intent, const StepContext &context,
                                       Overlay &) const
{
    Aftermath after{outputsOf(intent), false};
    const auto repository =
        context.files.repository(intent.plan.data[QStringLiteral("directory")].text());
    if (!repository || !repository->contains(intent.plan.data[QStringLiteral("commit")].text()))
        after.outputs.remove(QStringLiteral("commit"));
    return after;
}

Outcome GitTagStep::act(const Intent &intent, const StepContext &) const
{
    return Outcome::succeeded(outputsOf(intent));
}

Outcome GitTagStep::conclude(const Intent &intent, const ProgramResult &result,
                             const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded && !isOwnUndo(intent))
        outcome.outputs = outputsOf(intent);
    return outcome;
}

Finding GitTagStep::probe(const Intent &intent, const StepContext &context) const
{
    const Value::Map &data = intent.plan.data;
    const auto now = tagNow(data, context.ask);
    if (!now)
        return unknownFinding(now.error());
    if (isOwnUndo(intent))
        return probeTagUndo(intent, *now);
    const QString commit = data[QStringLiteral("commit")].text();
    const QList<Fact> facts = tagFacts(intent, *now, commit);
    const auto isOther = [&commit](const TagPlace &place) {
        return !place.object.isEmpty() && place.commit != commit;
    };
    if (isOther(now->here) || isOther(now->there))
        return foreignTag(intent, facts);
    if (!now->here.object.isEmpty() && !now->there.object.isEmpty()) {
        Finding finding = findingOf(
            Finding::Verdict::Done,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The tag marks %1."), {shortId(commit)}),
            facts);
        finding.outcome = Outcome::succeeded(outputsOf(intent));
        return finding;
    }
    if (!now->here.object.isEmpty() && data[QStringLiteral("makes-local")].flag())
        return halfTagged(intent, facts);
    return findingOf(
        Finding::Verdict::NotDone,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The tag is not there yet, as before.")),
        facts);
}

Result<std::optional<Plan>> GitTagStep::undo(const Intent &done, const StepContext &context) const
{
    return planTagUndo(done, context);
}

} // namespace Slipway
