// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/pages/steppane.h"

class QLineEdit;
class QVBoxLayout;

namespace Slipway {

class FactTable;
class SectionHeading;

/// A step of which nobody knows whether it happened: what was found, and what each answer does.
class DoubtPane final : public StepPane
{
    Q_OBJECT

public:
    explicit DoubtPane(const Clock *clock, QWidget *parent = nullptr); // not owned, lives longer

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;

Q_SIGNALS:
    /// verdict: "done", "not-done" or "failed".
    void settled(const QString &verdict, const QString &note);

private:
    void showFacts();
    void rebuildAnswers();
    QWidget *createAnswer(const QString &verdict, const QString &title, const QString &text);

    const Clock *m_clock;
    StepView m_step;
    SectionHeading *m_foundHeading;
    FactTable *m_facts;
    SectionHeading *m_answerHeading;
    QVBoxLayout *m_answers;
    QLineEdit *m_note;
};

} // namespace Slipway
