// SPDX-License-Identifier: MIT
#include "core/git/gitmerge.h"

#include "core/git/gitlibrary.h"
#include "core/git/handle.h"
#include "core/git/treechanges.h"

#include <QFile>
#include <QSet>
#include <algorithm>

#include <git2.h>
#include <git2/sys/mempack.h>

namespace Slipway {

using namespace GitLibrary;

namespace {

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using DatabaseHandle = Handle<git_odb, git_odb_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using TreeEntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using IndexHandle = Handle<git_index, git_index_free>;
using DiffHandle = Handle<git_diff, git_diff_free>;
using IteratorHandle = Handle<git_index_conflict_iterator, git_index_conflict_iterator_free>;

constexpr int largestPriority = 1000;
constexpr int fileMode = GIT_FILEMODE_BLOB;

GitEntry entryOf(const git_index_entry *entry, const QString &path)
{
    return entry ? GitEntry{path, int(entry->mode), idText(&entry->id), false}
                 : GitEntry{path, 0, {}, false};
}

bool isSame(const GitEntry &one, const GitEntry &other)
{
    return one.mode == other.mode && one.id == other.id;
}

MergeConflict::Kind kindOf(const MergeConflict &conflict)
{
    using Kind = MergeConflict::Kind;
    const bool hasBase = conflict.base.mode != 0;
    if (conflict.ours.mode == 0)
        return hasBase ? Kind::DeletedByUs : Kind::AddedByThem;
    if (conflict.theirs.mode == 0)
        return hasBase ? Kind::DeletedByThem : Kind::AddedByUs;
    return hasBase ? Kind::BothChanged : Kind::BothAdded;
}

/// One merge at work. Every function gives a code of libgit2.
class Merger
{
public:
    Merger(const QString &directory, const MergeRules &rules) : m_path(directory), m_rules(rules) {}

    Result<GitMerge> merge(const QString &ours, const QString &theirs)
    {
        ensureStarted();
        int code = open(ours, theirs);
        if (code == GIT_ENOTFOUND && m_bases.isEmpty() && m_ours.get() && m_theirs.get())
            return Error(QStringLiteral("git.unrelated"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "%1 and %2 have no commit in common in %3. Check that "
                                           "they are of one project."),
                         {ours.left(10), theirs.left(10), m_path});
        if (code == 0)
            code = mergeIndex();
        if (code == 0)
            code = settle();
        TreeHandle tree;
        if (code == 0)
            code = writeTree(tree.out());
        if (code != 0)
            return lastError(m_path, code);
        auto changes = changesOfTrees(m_repository.get(), m_oursTree.get(), tree.get());
        if (!changes)
            return changes.error();
        m_merge.changes = std::move(*changes);
        return m_merge;
    }

private:
    int open(const QString &ours, const QString &theirs)
    {
        int code =
            git_repository_open_ext(m_repository.out(), QFile::encodeName(m_path).constData(),
                                    GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
        if (code == 0 && !m_rules.keepsObjects)
            code = keepInMemory();
        if (code == 0)
            code = openCommit(ours, m_ours, m_oursTree);
        if (code == 0)
            code = openCommit(theirs, m_theirs, m_theirsTree);
        return code == 0 ? findBases() : code;
    }

    /// What is written goes to memory, in front of the repository's own database.
    int keepInMemory()
    {
        DatabaseHandle database;
        git_odb_backend *memory = nullptr;
        int code = git_repository_odb(database.out(), m_repository.get());
        if (code == 0)
            code = git_mempack_new(&memory);
        return code == 0 ? git_odb_add_backend(database.get(), memory, largestPriority) : code;
    }

    int openCommit(const QString &id, CommitHandle &commit, TreeHandle &tree)
    {
        git_oid oid;
        int code = git_oid_fromstr(&oid, id.toLatin1().constData());
        if (code == 0)
            code = git_commit_lookup(commit.out(), m_repository.get(), &oid);
        return code == 0 ? git_commit_tree(tree.out(), commit.get()) : code;
    }

    int findBases()
    {
        git_oidarray found{};
        const int code = git_merge_bases(&found, m_repository.get(), git_commit_id(m_ours.get()),
                                         git_commit_id(m_theirs.get()));
        for (size_t i = 0; code == 0 && i < found.count; ++i)
            m_bases.append(idText(&found.ids[i]));
        git_oidarray_dispose(&found);
        m_merge.base = m_bases.value(0);
        return code;
    }

    int mergeIndex()
    {
        git_merge_options options = GIT_MERGE_OPTIONS_INIT;
        options.flags |= GIT_MERGE_SKIP_REUC;
        return git_merge_commits(m_index.out(), m_repository.get(), m_ours.get(), m_theirs.get(),
                                 &options);
    }

    GitEntry entryIn(git_tree *tree, const QString &path) const
    {
        TreeEntryHandle entry;
        if (git_tree_entry_bypath(entry.out(), tree, QFile::encodeName(path).constData()) != 0 ||
            git_tree_entry_type(entry.get()) == GIT_OBJECT_TREE)
            return {path, 0, {}, false};
        return {path, int(git_tree_entry_filemode(entry.get())),
                idText(git_tree_entry_id(entry.get())), false};
    }

    /// The paths that differ between a base and a side.
    int changedPaths(git_tree *base, git_tree *side, QSet<QString> *paths) const
    {
        DiffHandle diff;
        const int code = git_diff_tree_to_tree(diff.out(), m_repository.get(), base, side, nullptr);
        for (size_t i = 0; code == 0 && i < git_diff_num_deltas(diff.get()); ++i)
            paths->insert(QFile::decodeName(git_diff_get_delta(diff.get(), i)->new_file.path));
        return code;
    }

    /// What both changed since every one of the common commits, each in its own way.
    int findBothChanged()
    {
        for (qsizetype i = 0; i < m_bases.size(); ++i) {
            CommitHandle commit;
            TreeHandle tree;
            QSet<QString> ours;
            QSet<QString> theirs;
            int code = openCommit(m_bases[i], commit, tree);
            if (code == 0)
                code = changedPaths(tree.get(), m_oursTree.get(), &ours);
            if (code == 0)
                code = changedPaths(tree.get(), m_theirsTree.get(), &theirs);
            if (code != 0)
                return code;
            ours.intersect(theirs);
            m_bothChanged = i == 0 ? ours : m_bothChanged.intersect(ours);
        }
        return 0;
    }

    int findConflicts()
    {
        IteratorHandle iterator;
        int code = git_index_conflict_iterator_new(iterator.out(), m_index.get());
        while (code == 0) {
            const git_index_entry *base = nullptr;
            const git_index_entry *ours = nullptr;
            const git_index_entry *theirs = nullptr;
            code = git_index_conflict_next(&base, &ours, &theirs, iterator.get());
            if (code != 0)
                break;
            const git_index_entry *any = ours ? ours : theirs ? theirs : base;
            MergeConflict conflict;
            conflict.path = QFile::decodeName(any->path);
            conflict.base = entryOf(base, conflict.path);
            conflict.ours = entryOf(ours, conflict.path);
            conflict.theirs = entryOf(theirs, conflict.path);
            conflict.kind = kindOf(conflict);
            m_conflicts.insert(conflict.path, conflict);
        }
        return code == GIT_ITEROVER ? 0 : code;
    }

    /// A driver that only git itself could run.
    bool hasOwnDriver(const QString &path) const
    {
        const char *value = nullptr;
        if (git_attr_get(&value, m_repository.get(), GIT_ATTR_CHECK_FILE_THEN_INDEX,
                         QFile::encodeName(path).constData(), "merge") != 0 ||
            git_attr_value(value) != GIT_ATTR_VALUE_STRING)
            return false;
        static const QByteArrayList known{"text", "binary", "union"};
        return !known.contains(QByteArray(value));
    }

    /// Where a file was merged line by line that must not be.
    void findWhole()
    {
        for (const QString &path : std::as_const(m_bothChanged)) {
            MergeConflict whole{path,
                                MergeConflict::Kind::Whole,
                                {path, 0, {}, false},
                                entryIn(m_oursTree.get(), path),
                                entryIn(m_theirsTree.get(), path)};
            const bool mustBeWhole =
                (m_rules.isWhole && m_rules.isWhole(path)) || hasOwnDriver(path);
            if (!mustBeWhole || isSame(whole.ours, whole.theirs))
                continue;
            CommitHandle commit;
            TreeHandle tree;
            if (openCommit(m_merge.base, commit, tree) == 0)
                whole.base = entryIn(tree.get(), path);
            m_conflicts.insert(path, whole);
        }
    }

    int put(const QString &path, const GitEntry &entry)
    {
        const QByteArray name = QFile::encodeName(path);
        const int code = git_index_conflict_remove(m_index.get(), name.constData());
        if (code != 0 && code != GIT_ENOTFOUND)
            return code;
        if (entry.mode == 0) {
            git_index_remove(m_index.get(), name.constData(), 0); // it may not be there
            return 0;
        }
        git_index_entry raw{};
        raw.path = name.constData();
        raw.mode = uint32_t(entry.mode);
        const int read = git_oid_fromstr(&raw.id, entry.id.toLatin1().constData());
        return read == 0 ? git_index_add(m_index.get(), &raw) : read;
    }

    int takePreferred()
    {
        const QStringList conflicting = m_conflicts.keys();
        QSet<QString> candidates = m_bothChanged;
        candidates.unite(QSet<QString>(conflicting.cbegin(), conflicting.cend()));
        QStringList paths = candidates.values();
        paths.sort();
        for (const QString &path : std::as_const(paths)) {
            const auto side = m_rules.preferred ? m_rules.preferred(path) : std::nullopt;
            const PreferredFile file{path, side.value_or(MergeSide::Ours),
                                     entryIn(m_oursTree.get(), path),
                                     entryIn(m_theirsTree.get(), path)};
            if (!side || isSame(file.ours, file.theirs))
                continue;
            const int code = put(path, file.side == MergeSide::Ours ? file.ours : file.theirs);
            if (code != 0)
                return code;
            if ((file.side == MergeSide::Ours ? file.ours : file.theirs).mode == 0)
                m_merge.gone.append(path);
            m_conflicts.remove(path);
            m_merge.preferred.append(file);
        }
        return 0;
    }

    int take(const MergeConflict &conflict, const MergeChoice &choice)
    {
        if (choice.side && conflict.of(*choice.side).mode == 0)
            m_merge.gone.append(conflict.path);
        if (choice.side)
            return put(conflict.path, conflict.of(*choice.side));
        git_oid id;
        const int code = git_blob_create_from_buffer(
            &id, m_repository.get(), choice.bytes.constData(), size_t(choice.bytes.size()));
        const int mode = conflict.ours.mode != 0     ? conflict.ours.mode
                         : conflict.theirs.mode != 0 ? conflict.theirs.mode
                                                     : fileMode;
        return code == 0 ? put(conflict.path, {conflict.path, mode, idText(&id), false}) : code;
    }

    /// Brings the index to where it has no conflict left.
    int settle()
    {
        int code = findBothChanged();
        if (code == 0)
            code = findConflicts();
        if (code == 0)
            findWhole();
        if (code == 0)
            code = takePreferred();
        for (auto conflict = m_conflicts.cbegin(); code == 0 && conflict != m_conflicts.cend();
             ++conflict) {
            const bool isGone = conflict->ours.mode == 0 && conflict->theirs.mode == 0;
            const auto choice = isGone           ? MergeChoice{MergeSide::Ours, {}}
                                : m_rules.chosen ? m_rules.chosen(*conflict)
                                                 : std::nullopt;
            code = choice ? take(*conflict, *choice) : put(conflict->path, {});
            if (!isGone)
                (choice ? m_merge.chosen : m_merge.conflicts).append(*conflict);
        }
        return code;
    }

    int writeTree(git_tree **tree)
    {
        git_oid id;
        const int code = git_index_write_tree_to(&id, m_index.get(), m_repository.get());
        m_merge.tree = idText(&id);
        return code == 0 ? git_tree_lookup(tree, m_repository.get(), &id) : code;
    }

    QString m_path;
    const MergeRules &m_rules;
    RepositoryHandle m_repository;
    CommitHandle m_ours;
    CommitHandle m_theirs;
    TreeHandle m_oursTree;
    TreeHandle m_theirsTree;
    IndexHandle m_index;
    QStringList m_bases;
    QSet<QString> m_bothChanged;
    QMap<QString, MergeConflict> m_conflicts; ///< by path, so that the order is always the same
    GitMerge m_merge;
};

} // namespace

QString MergeConflict::id() const
{
    QStringList parts;
    for (const GitEntry *entry : {&base, &ours, &theirs})
        parts.append(entry->mode == 0 ? QStringLiteral("-")
                                      : QString::number(entry->mode, 8) + u':' + entry->id);
    return parts.join(u' ');
}

Result<GitMerge> mergeCommits(const QString &directory, const QString &ours, const QString &theirs,
                              const MergeRules &rules)
{
    return Merger(directory, rules).merge(ours, theirs);
}

} // namespace Slipway
