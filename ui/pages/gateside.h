// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/runview.h"

#include <QWidget>

class QVBoxLayout;

namespace Slipway {

class ProseLabel;
class SectionHeading;

/// Beside a gate's items: who decides and has decided, and what a decision covers.
class GateSide final : public QWidget
{
    Q_OBJECT

public:
    explicit GateSide(const Clock *clock, QWidget *parent = nullptr); // not owned, lives longer

    void setStep(const StepView &step);
    void retranslate();

private:
    void showPeople();
    void showMissing();
    void showSeal();
    QString quorumText() const;

    const Clock *m_clock;
    StepView m_step;
    SectionHeading *m_whoHeading;
    ProseLabel *m_quorum;
    QVBoxLayout *m_people;
    SectionHeading *m_sealHeading;
    ProseLabel *m_seal;
};

} // namespace Slipway
