// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/remoterefs.h"
#include "core/git/repository.h"
#include "core/steps/plan.h"

namespace Slipway {

/// One place that a tag can be in: the repository, or its remote.
struct TagPlace
{
    QString object; ///< what the reference holds: a tag object or a commit; empty: no such tag
    QString commit; ///< what that marks in the end
};

/// What is to be tagged, and what there is of it already.
struct TagSituation
{
    QString directory;
    QString reference; ///< refs/tags/NAME
    QString commit;    ///< to be marked
    QString remote;    ///< empty: it is not pushed
    QString url;
    TagPlace here;
    TagPlace there;
    bool isRemoteUnknown = false; ///< in a rehearsal: nobody asked the remote

    QString name() const { return reference.mid(10); }
    /// There is no such tag here, but the remote has it: it is fetched, for a second one of the
    /// same name would be in its way.
    bool isFetched() const { return here.object.isEmpty() && !there.object.isEmpty(); }
    bool makesLocal() const { return here.object.isEmpty(); }
    bool makesRemote() const { return !remote.isEmpty() && there.object.isEmpty(); }
};

/// For the parameters of git.tag: looks at the repository and asks the remote. "git.tag-exists"
/// where a tag of that name marks something else. Blocks.
Result<TagSituation> tagSituation(const Repository &repository, const Value::Map &with,
                                  const Asker &asker);

/// The tag in the repository as it is now.
Result<TagPlace> tagHere(const Repository &repository, const QString &reference,
                         const Asker &asker);
/// The tag at the remote as it is now. Blocks.
Result<TagPlace> tagThere(const QString &directory, const QString &remote, const QString &reference,
                          const Asker &asker);

/// The tag as it is now, here and there; there as here where none is asked.
struct TagNow
{
    TagPlace here;
    TagPlace there;
};

/// For the data of a plan of git.tag. Blocks.
Result<TagNow> tagNow(const Value::Map &data, const Asker &asker);

/// meant: the commit it should mark; empty: none.
QList<Fact> tagFacts(const Intent &intent, const TagNow &now, const QString &meant);
Finding foreignTag(const Intent &intent, const QList<Fact> &facts);
/// The first digits for people; "-": not there.
QString shownTag(const QString &object);

/// In the log of the tag, so that an undo knows its own tag again.
QString tagMark(const QString &effectKey);

/// object: what the remote must have now; empty: nothing.
QStringList tagPushArguments(const QString &reference, const QString &remote, const QString &object,
                             const QString &refspec);

} // namespace Slipway
