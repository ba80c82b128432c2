// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/gitmerge.h"
#include "core/journal/objectstore.h"
#include "core/steps/plan.h"

#include <QMap>

namespace Slipway {

/// A file in conflict as people are shown it.
struct ConflictedFile
{
    struct Version
    {
        int mode = 0;   ///< of git; 0: the file is not there
        QString digest; ///< of an object with its bytes; empty: too large, or no file
        qint64 size = 0;
    };
    QString path;
    MergeConflict::Kind kind = MergeConflict::Kind::BothChanged;
    QString id;          ///< of the conflict, see MergeConflict::id()
    bool isText = false; ///< both sides are there and can be shown line by line
    Version base;
    Version ours;
    Version theirs;
};

/// The evidence "conflicts" of an attempt to merge: what a person has to decide about. A value.
struct MergeConflicts
{
    QString directory; ///< of the repository
    QString ours;      ///< name of the branch that is merged into
    QString theirs;
    QString oursCommit;
    QString theirsCommit;
    bool isByHand = false; ///< the merge is begun in the folder, and mended there
    QList<ConflictedFile> files;
    QStringList preferred; ///< what the checklist decided about
    QStringList left; ///< by hand: what was still in conflict when it was looked at, "a.txt:12"

    QJsonObject toJson() const;
    static Result<MergeConflicts> fromBytes(const QByteArray &bytes);
    const ConflictedFile *file(const QString &path) const;
    /// Those about which nothing was decided yet.
    QList<ConflictedFile> open(const QMap<QString, Value::Map> &answers) const;
};

/// How people answer: about a path {take: "ours", "theirs" or "text", id}, with the text as the
/// object "digest"; about "" {take: "by-hand" or "window"}, where they mend it.
namespace MergeAnswer {
Value::Map side(const ConflictedFile &file, MergeSide side);
Value::Map text(const ConflictedFile &file); ///< its bytes go with it as an object
Value::Map place(bool isByHand);
bool isByHand(const QMap<QString, Value::Map> &answers);
/// The merge that was begun in the folder is to be given up.
bool isBackInWindow(const QMap<QString, Value::Map> &answers);
/// "ours", "theirs", "text"; empty while nothing that still holds was said.
QString take(const QMap<QString, Value::Map> &answers, const QString &path, const QString &id);
} // namespace MergeAnswer

/// What was answered about a conflict; nothing if that is open, or was about another state of it.
Result<std::optional<MergeChoice>> mergeChoice(const MergeConflict &conflict,
                                               const QMap<QString, Value::Map> &answers,
                                               const ObjectStore &objects);

/// With the bytes of all versions put into the object store.
Result<ConflictedFile> conflictedFile(const MergeConflict &conflict, const Repository &repository,
                                      const ObjectStore &objects);

/// The lines of a file that look like markers of a conflict, from 1.
QList<int> conflictMarkers(const QByteArray &bytes);

} // namespace Slipway
