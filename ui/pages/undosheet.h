// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/undopreview.h"
#include "ui/pages/runsheet.h"

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace Slipway {

class Card;
class EmptyState;
class SectionHeading;
class TextLabel;
class TitleBlock;

/// What an undo would reverse, shown before it is asked for: how far back, each effect in the
/// order in which it would go with whether it can be undone and how, and whether those that cannot
/// may stay.
class UndoSheet final : public RunSheet
{
    Q_OBJECT

public:
    explicit UndoSheet(QWidget *parent = nullptr);

    /// previewWanted() asks for what is to be shown.
    void open(const RunView &run) override;
    void setRun(const RunView &run) override;
    QString sentence() const override;
    QList<ActionItem> actions() const override;
    void act(const QString &id) override;
    void lookAgain() override { ask(); }
    /// The answer to previewWanted(). One that is not for what is chosen is left aside.
    void setPreview(const UndoPreview &preview);
    void retranslate() override;

    /// The step that stays, with all before it; empty: none.
    QString to() const;
    bool leavesImpossible() const;
    /// How many effects would be undone, and how many of those listed cannot be.
    int possible() const;
    int impossible() const;
    bool hasPreview() const { return m_hasPreview; }
    /// True if it may be asked for as it is chosen now.
    bool isReady() const;

Q_SIGNALS:
    void previewWanted(const QString &run, const QString &to);
    void undoWanted(const QString &run, const QString &to, bool leaveImpossible);
    void runLinked(const QString &run, const QString &step, const QString &instance);

private:
    void ask();
    void showItems();
    QWidget *createRow(const UndoItem &item);
    void showChoices();

    RunView m_run;
    UndoPreview m_preview;
    bool m_hasPreview = false;
    TitleBlock *m_title;
    TextLabel *m_howFar;
    QComboBox *m_to;
    SectionHeading *m_heading;
    Card *m_items;
    EmptyState *m_empty;
    QCheckBox *m_leave;
};

} // namespace Slipway
