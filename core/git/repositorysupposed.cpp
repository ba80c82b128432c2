// SPDX-License-Identifier: MIT
// What a Repository says when a rehearsal supposes that steps changed it.
#include "core/git/gitlibrary.h"
#include "core/git/repository.h"
#include "core/git/supposedcheckout.h"

#include <QFile>
#include <QSet>
#include <git2.h>

namespace Slipway {

Repository Repository::supposing(SupposedCheckout checkout) const
{
    Repository repository = *this;
    repository.m_supposed = std::make_shared<const SupposedCheckout>(std::move(checkout));
    return repository;
}

std::optional<QString> Repository::supposedReference(const QString &name) const
{
    const QString heads = QStringLiteral("refs/heads/");
    if (name == heads + m_supposed->branch && !m_supposed->branch.isEmpty())
        return m_supposed->head();
    const QString origin = QStringLiteral("refs/remotes/origin/");
    if (m_supposed->isNew && name.startsWith(origin))
        return bare().reference(heads + name.mid(origin.size()));
    if (m_supposed->isNew)
        return std::nullopt; // a new clone has one local branch
    return bare().reference(name);
}

Repository Repository::bare() const
{
    Repository repository = *this;
    repository.m_supposed.reset();
    return repository;
}

GitFileChange Repository::supposedChange(const QString &path) const
{
    const SupposedCheckout &now = *m_supposed;
    GitFileChange change;
    change.path = path;
    change.before = now.committed.contains(path) ? now.committed[path] : fileAt(now.base, path);
    if (now.files.contains(path))
        change.after = now.files[path];
    else if (now.isNew)
        change.after = fileAt(now.base, path);
    else
        change.after = worktreeFile(path, &change.isLarge);
    return change;
}

Result<QList<GitChange>> Repository::supposedStatus() const
{
    const SupposedCheckout &now = *m_supposed;
    const auto onDisk = now.isNew ? Result<QList<GitChange>>(QList<GitChange>()) : bare().status();
    if (!onDisk)
        return onDisk;
    QMap<QString, GitChange> changes;
    for (const GitChange &change : *onDisk)
        changes.insert(change.path, change);
    const QStringList supposed = now.files.keys() + now.committed.keys();
    for (const QString &path : supposed) {
        if (!changes.contains(path))
            changes.insert(path, {path, GitChange::Kind::Untracked});
    }
    QList<GitChange> found;
    for (const GitChange &each : std::as_const(changes)) {
        const GitFileChange change = supposedChange(each.path);
        const bool isKnown = now.files.contains(each.path) || now.committed.contains(each.path);
        if (isKnown && change.before == change.after)
            continue;
        if (isKnown && !change.before && !now.isNew && isIgnored(each.path))
            continue;
        GitChange::Kind kind = each.kind;
        if (isKnown && kind != GitChange::Kind::Conflicted && kind != GitChange::Kind::Added)
            kind = !change.before  ? GitChange::Kind::Untracked
                   : !change.after ? GitChange::Kind::Deleted
                                   : GitChange::Kind::Modified;
        found.append({each.path, kind});
    }
    return found;
}

bool Repository::isIgnored(const QString &path) const
{
    int ignored = 0;
    return git_ignore_path_is_ignored(&ignored, m_repository.get(),
                                      QFile::encodeName(path).constData()) == 0 &&
           ignored == 1;
}

} // namespace Slipway
