// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"
#include "ui/parts/actionbar.h"

#include <QWidget>

class QVBoxLayout;

namespace Slipway {

/// Something that is shown on the page of a run in place of its step, about the run as a whole:
/// what an undo would reverse, what a new run would take over. It says what the bar below offers
/// and does what is chosen there. GUI thread.
class RunSheet : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Begins anew for a run.
    virtual void open(const RunView &run) = 0;
    /// A newer view of the run that it was opened for.
    virtual void setRun(const RunView &run) = 0;
    /// The left end of the bar.
    virtual QString sentence() const = 0;
    virtual QList<ActionItem> actions() const = 0;
    /// One of the actions was chosen.
    virtual void act(const QString &id) = 0;
    /// What was asked for could not be done; the page shows why.
    virtual void setFailed() {}
    /// F5: asks anew.
    virtual void lookAgain() {}
    virtual void retranslate() = 0;

Q_SIGNALS:
    void changed(); ///< what the bar says and offers
    void left();    ///< back to the steps

protected:
    /// Lays out the sheet, once: head, filled already, stays in sight; what is put into the column
    /// that it returns scrolls below. Takes head over; a stretch ends the column.
    QVBoxLayout *layOut(QVBoxLayout *head);
};

} // namespace Slipway
