// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"

#include <QTimer>
#include <QWidget>

class QListView;

namespace Slipway {

class Chip;
class Clock;
class LinkLabel;
class ProgressLine;
class ProseLabel;
class RailModel;

/// The left side of a run: what run this is and how far, then its stages and steps.
class RailView final : public QWidget
{
    Q_OBJECT

public:
    /// clock is not owned and lives longer; nullptr: the system's.
    explicit RailView(const Clock *clock = nullptr, QWidget *parent = nullptr);

    void setRun(const RunView &run);
    /// Selects the step, or the instance; emits nothing.
    void select(const QString &step, const QString &instance = {});
    QString selectedStep() const;
    QString selectedInstance() const;
    RailModel *model() const { return m_model; }
    QListView *list() const { return m_list; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The person chose another row; instance is null for a step.
    void stepSelected(const QString &step, const QString &instance);
    /// The run that this one continues.
    void runLinked(const QString &run);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createHeader();
    void createList();
    QString summaryOf(const RunView &run) const;
    void updateClocks();

    RailModel *m_model;
    ProseLabel *m_title = nullptr;
    ProseLabel *m_summary = nullptr;
    LinkLabel *m_link = nullptr;
    QString m_continues;
    Chip *m_chip = nullptr;
    ProgressLine *m_progress = nullptr;
    QListView *m_list = nullptr;
    QTimer m_second;
    bool m_isQuiet = false;
};

} // namespace Slipway
