// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"

#include <QWidget>

namespace Slipway {

/// One tab of a step's page. It is given every newer view of the step and changes in place, so
/// that scrolling, selection and what was typed stay.
class StepPane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// isSame: it is a newer view of the step that was shown; else another step.
    virtual void setStep(const StepView &step, bool isSame) = 0;
    virtual void retranslate() = 0;
    virtual void find() {}
    /// True if something was shown in place of the list and is closed now.
    virtual bool stepBack() { return false; }
};

} // namespace Slipway
