// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/pages/steppane.h"

class QLineEdit;
class QVBoxLayout;

namespace Slipway {

class Button;
class FactTable;
class ProseLabel;
class SectionHeading;

/// A step of which nobody knows whether it happened: what was meant, what was found, and what
/// each answer does.
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
    void lookAgain();

private:
    /// A choice: what it is called, and what follows from it.
    struct Answer
    {
        QString verdict; ///< empty: look again
        QString title;
        QString text;
        QString label; ///< of its button

        bool operator==(const Answer &) const = default;
    };
    void showMeant();
    void showFacts();
    void showAnswers();
    static QList<Answer> answers(const StepView &step);
    static QList<Answer> undoAnswers(const DoubtView &doubt);
    static Answer doneAnswer(const DoubtView &doubt);
    static Answer notDoneAnswer(const DoubtView &doubt);
    QWidget *createAnswer(const Answer &answer);
    void choose(const QString &verdict);

    const Clock *m_clock;
    StepView m_step;
    QList<Answer> m_shown;
    SectionHeading *m_meantHeading;
    ProseLabel *m_meant;
    SectionHeading *m_foundHeading;
    ProseLabel *m_nothing;
    FactTable *m_facts;
    SectionHeading *m_answerHeading;
    QVBoxLayout *m_answers;
    QLineEdit *m_note;
};

} // namespace Slipway
