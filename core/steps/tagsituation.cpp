// SPDX-License-Identifier: MIT
#include "core/steps/tagsituation.h"

#include "core/steps/fileview.h"
#include "core/steps/gitplace.h"

#include <QFileInfo>

namespace Slipway {

namespace {

Error tagExists(const TagSituation &tag, const QString &where, const TagPlace &place)
{
    return Error(QStringLiteral("git.tag-exists"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The tag %1 is in %2 already and marks %3, not %4. A tag is "
                                   "never moved: choose another name, or look at who made it."),
                 {tag.name(), where, shortId(place.commit), shortId(tag.commit)});
}

Result<void> lookAtRemote(const Repository &repository, const Asker &asker, TagSituation *tag)
{
    const auto url = repository.remoteUrl(tag->remote);
    if (!url)
        return Error(QStringLiteral("git.no-remote"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 has no remote %2. Name one that it has, or leave "
                                       "\"remote\" out."),
                     {tag->directory, tag->remote});
    tag->url = withoutPassword(*url);
    const auto there = tagThere(tag->directory, tag->remote, tag->reference, asker);
    if (!there && isUnknownInRehearsal(there.error())) {
        tag->isRemoteUnknown = true;
        return {};
    }
    if (!there)
        return there.error();
    tag->there = *there;
    return {};
}

} // namespace

Result<TagPlace> tagHere(const Repository &repository, const QString &reference, const Asker &asker)
{
    const auto commit = repository.reference(reference);
    if (!commit)
        return TagPlace();
    Question question;
    question.argv = {
        QStringLiteral("git"),     QStringLiteral("rev-parse"),        QStringLiteral("--verify"),
        QStringLiteral("--quiet"), QStringLiteral("--end-of-options"), reference};
    question.directory = repository.worktree();
    question.isLocal = true;
    // The clone that a rehearsal supposes is not there to be asked.
    const bool isThere = QFileInfo(question.directory).isDir();
    const auto reply =
        isThere ? asker(question) : Result<Reply>(unknownInRehearsal(question.directory));
    if (!reply && isUnknownInRehearsal(reply.error()))
        return TagPlace{*commit, *commit};
    if (!reply)
        return reply.error();
    return TagPlace{QString::fromUtf8(reply->output).trimmed(), *commit};
}

Result<TagPlace> tagThere(const QString &directory, const QString &remote, const QString &reference,
                          const Asker &asker)
{
    // The second name gives the commit that a tag object marks.
    const QString peeled = reference + QStringLiteral("^{}");
    const auto refs = remoteRefs(asker, directory, remote, {reference, peeled});
    if (!refs)
        return refs.error();
    const QString object = refs->value(reference);
    return TagPlace{object, refs->value(peeled, object)};
}

Result<TagSituation> tagSituation(const Repository &repository, const Value::Map &with,
                                  const Asker &asker)
{
    TagSituation tag;
    tag.directory = repository.worktree();
    tag.reference = QStringLiteral("refs/tags/") + with[QStringLiteral("name")].text();
    tag.remote = with[QStringLiteral("remote")].text();
    const QString revision = with[QStringLiteral("commit")].text();
    const auto head = revision.isEmpty() ? repository.head() : Result<GitHead>(GitHead());
    const auto commit = revision.isEmpty() ? (head ? Result<QString>(head->commit) : head.error())
                                           : repository.commitOf(revision);
    if (!commit)
        return commit.error();
    if (commit->isEmpty())
        return Error(
            QStringLiteral("git.no-commit"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no commit yet that could be tagged."),
            {tag.directory});
    tag.commit = *commit;
    const auto here = tagHere(repository, tag.reference, asker);
    if (!here)
        return here.error();
    tag.here = *here;
    if (!tag.here.object.isEmpty() && tag.here.commit != tag.commit)
        return tagExists(tag, tag.directory, tag.here);
    if (tag.remote.isEmpty())
        return tag;
    if (const auto looked = lookAtRemote(repository, asker, &tag); !looked)
        return looked.error();
    if (!tag.there.object.isEmpty() && tag.there.commit != tag.commit)
        return tagExists(tag, tag.remote, tag.there);
    return tag;
}

QString tagMark(const QString &effectKey)
{
    return QStringLiteral("tag (slipway %1)").arg(effectKey);
}

QStringList tagPushArguments(const QString &reference, const QString &remote, const QString &object,
                             const QString &refspec)
{
    // The lease makes the remote itself refuse when it is no longer as it was seen.
    return {QStringLiteral("push"),
            QStringLiteral("--porcelain"),
            QStringLiteral("--atomic"),
            QStringLiteral("--no-follow-tags"),
            QStringLiteral("--force-with-lease=%1:%2").arg(reference, object),
            QStringLiteral("--"),
            remote,
            refspec};
}

QString shownTag(const QString &object)
{
    return object.isEmpty() ? QStringLiteral("-") : shortId(object);
}

Result<TagNow> tagNow(const Value::Map &data, const Asker &asker)
{
    const QString directory = data[QStringLiteral("directory")].text();
    const QString reference = data[QStringLiteral("reference")].text();
    const QString remote = data[QStringLiteral("remote")].text();
    const auto repository = Repository::open(directory);
    if (!repository)
        return repository.error();
    const auto here = tagHere(*repository, reference, asker);
    if (!here || remote.isEmpty())
        return here ? Result<TagNow>(TagNow{*here, *here}) : here.error();
    const auto there = tagThere(directory, remote, reference, asker);
    return there ? Result<TagNow>(TagNow{*here, *there}) : there.error();
}

QList<Fact> tagFacts(const Intent &intent, const TagNow &now, const QString &meant)
{
    const QString remote = intent.plan.data[QStringLiteral("remote")].text();
    QList<Fact> facts{{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), shownTag(meant)},
                      {Message(QT_TRANSLATE_NOOP("Slipway::Message", "In the repository now")),
                       shownTag(now.here.commit)}};
    if (!remote.isEmpty())
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "At %1 now"), {remote}),
                      shownTag(now.there.commit)});
    return facts;
}

Finding foreignTag(const Intent &intent, const QList<Fact> &facts)
{
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The tag %1 is neither as before nor as meant."),
                             {intent.plan.data[QStringLiteral("reference")].text().mid(10)}),
                     facts);
}

} // namespace Slipway
