// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/mergeconflicts.h"
#include "ui/pages/conflicteditor.h"

#include <QWidget>

class QSplitter;

namespace Slipway {

class Button;
class DiffCanvas;
class DiffComparer;
class ElidedLabel;
class EmptyState;
class NoticeBar;
class SectionHeading;
class TabBar;
class TextLabel;
class ToggleChip;

/// What a conflicted file was, and what both sides made of it.
struct ConflictTexts
{
    ConflictedFile file;
    QByteArray base;
    QByteArray ours;
    QByteArray theirs;
    std::optional<QByteArray> decided; ///< the text that was decided on before
    QList<MergeChunk> chunks;
    Error error; ///< why it cannot be shown
};

/// One file in conflict: both sides beside each other, below them the result, to be chosen conflict
/// by conflict or edited; or one side as it is.
class ConflictView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(QWidget *parent = nullptr);

    /// take: what was said so far, see MergeAnswer::take(). The same file with the same answer
    /// keeps what was typed.
    void setTexts(const ConflictTexts &texts, const MergeConflicts &conflicts, const QString &take);
    void clear(const QString &sentence);
    const QString &path() const { return m_texts.file.path; }
    ConflictEditor *editor() const { return m_editor; }
    /// Chooses for the conflict that is shown, and goes on to the next.
    void choose(ConflictEditor::Choice choice);
    void goTo(int conflict);
    void useResult(); ///< if it is complete
    void takeSide(MergeSide side);

Q_SIGNALS:
    /// bytes: of the answer "text".
    void answered(const QString &path, const Slipway::Value::Map &said,
                  const std::optional<QByteArray> &bytes);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createStrip();
    void connectParts();
    void retranslate();
    void compare();
    void showState();
    QString whySideOnly() const;

    ConflictTexts m_texts;
    MergeConflicts m_conflicts;
    QString m_take;
    bool m_isText = false; ///< the result can be edited
    int m_current = 0;
    ElidedLabel *m_title;
    TextLabel *m_counts;
    Button *m_takeOurs;
    Button *m_takeTheirs;
    TabBar *m_compared;
    DiffComparer *m_comparer;
    DiffCanvas *m_canvas;
    EmptyState *m_remark;
    NoticeBar *m_notice;
    QWidget *m_result;
    TextLabel *m_place;
    Button *m_previous;
    Button *m_next;
    ToggleChip *m_ours;
    ToggleChip *m_theirs;
    ToggleChip *m_both;
    Button *m_use;
    ConflictEditor *m_editor;
    QSplitter *m_split;
};

} // namespace Slipway
