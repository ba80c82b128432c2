// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"
#include "ui/parts/facttable.h"

#include <QWidget>

class QVBoxLayout;

namespace Slipway {

class NoticeBar;
class ProseLabel;
class StateIcon;

/// What a step does or would do, in one column that scrolls: a notice, one sentence, facts,
/// whether it can be undone, and below them what the pane adds of its own.
class PlanColumn final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanColumn(QWidget *parent = nullptr);

    NoticeBar *notice() const { return m_notice; }
    void setSummary(const QString &summary); ///< empty: none
    void setFacts(const QList<FactRow> &facts);
    void setUndoNote(const std::optional<UndoNoteView> &note);
    void addPart(QWidget *part);
    void addParts(QLayout *parts);
    /// True if nothing but the pane's own parts is shown.
    bool isEmpty() const;

private:
    NoticeBar *m_notice;
    ProseLabel *m_summary;
    FactTable *m_facts;
    QWidget *m_undoRow;
    StateIcon *m_undoIcon;
    ProseLabel *m_undo;
    QVBoxLayout *m_parts;
};

} // namespace Slipway
