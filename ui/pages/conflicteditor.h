// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/mergechunks.h"

#include <QPlainTextEdit>
#include <QTextCursor>

namespace Slipway {

/// The result of a merged file, to be edited. Each conflict has a place in it: what is chosen for
/// it is put there, and while nothing is, both sides stand there between markers.
class ConflictEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Choice
    {
        Open,
        Ours,
        Theirs,
        Both,
        Edited ///< by hand
    };

    explicit ConflictEditor(QWidget *parent = nullptr);

    /// ours, theirs: names of the sides, for the markers. False: these bytes cannot be edited as
    /// text without changing others of them; then nothing is shown.
    bool setChunks(const QList<MergeChunk> &chunks, const QString &ours, const QString &theirs);
    /// What was decided before. False as above.
    bool setDecided(const QByteArray &bytes);
    int conflicts() const { return int(m_places.size()); }
    Choice choice(int conflict) const;
    void choose(int conflict, Choice choice);
    int openConflicts() const;
    /// Brings a conflict into sight and marks it.
    void showConflict(int conflict);
    /// The file as it is in the editor, with its line ends.
    QByteArray bytes() const;
    /// The place of a conflict in one of the sides, as lines from 1.
    int lineIn(int conflict, bool isOurs) const;

private:
    struct Place
    {
        MergeChunk chunk;
        QTextCursor start;
        QTextCursor end;
        int ourLine = 1;
        int theirLine = 1;
    };
    QString textFor(const Place &place, Choice choice) const;
    QString textAt(const Place &place) const;
    bool show(const QByteArray &bytes);
    void mark();

    QList<Place> m_places;
    QString m_ours;
    QString m_theirs;
    bool m_hasCarriageReturns = false;
    int m_current = -1;
};

} // namespace Slipway
