// SPDX-License-Identifier: MIT
#include "ui/pages/doubtpane.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/facttable.h"
#include "ui/parts/layouts.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Slipway {

namespace {

const QLatin1String foreign("foreign"); // verdicts of a finding
const QLatin1String notDone("not-done");
const QLatin1String unknown("unknown");

} // namespace

DoubtPane::DoubtPane(const Clock *clock, QWidget *parent)
    : StepPane(parent)
    , m_clock(clock)
    , m_meantHeading(new SectionHeading)
    , m_meant(new ProseLabel)
    , m_foundHeading(new SectionHeading)
    , m_nothing(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_facts(new FactTable)
    , m_answerHeading(new SectionHeading)
    , m_answers(new QVBoxLayout)
    , m_note(new QLineEdit)
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->setSpacing(theme().px(8));
    m_meant->setMaximumTextWidth(760);
    m_nothing->setMaximumTextWidth(760);
    body->addWidget(m_meantHeading);
    body->addWidget(m_meant);
    body->addSpacing(theme().px(4));
    body->addWidget(m_foundHeading);
    body->addWidget(m_nothing);
    body->addWidget(m_facts);
    body->addSpacing(theme().px(8));
    body->addWidget(m_answerHeading);
    m_answers->setSpacing(theme().px(8));
    body->addLayout(m_answers);
    body->addSpacing(theme().px(4));
    body->addWidget(m_note);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    retranslate();
}

void DoubtPane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    if (!isSame)
        m_note->clear();
    showMeant();
    showFacts();
    showAnswers();
}

void DoubtPane::showMeant()
{
    m_meant->setText(m_step.summary);
    m_meant->setVisible(!m_step.summary.isEmpty());
    m_meantHeading->setVisible(!m_step.summary.isEmpty());
}

void DoubtPane::showFacts()
{
    if (!m_step.doubt)
        return;
    QList<FactRow> rows;
    const qsizetype count = m_step.doubt->facts.size();
    for (qsizetype i = 0; i < count; ++i) {
        const FactView &fact = m_step.doubt->facts[i];
        // What is there now comes last, and is what one has to judge; of the unknown nothing is.
        const bool isNow = count > 1 && i + 1 == count && m_step.doubt->verdict != unknown;
        rows.append({fact.label, fact.value, isNow ? Tone::Doubt : Tone::Plain});
    }
    m_nothing->setVisible(rows.isEmpty());
    m_nothing->setText(
        m_step.isUndoing
            ? tr("Nothing that tells whether it was undone. Look for yourself where the step had "
                 "its effect, and in its output.")
            : tr("Nothing that tells whether it happened. Look for yourself where it should have "
                 "had its effect, and in its output."));
    if (!m_step.attempts.isEmpty() && m_step.attempts.last().startedAt > 0)
        rows.append(
            {tr("Begun at"), StepWords::moment(m_step.attempts.last().startedAt, m_clock->now())});
    if (m_step.doubt->askedAt > 0)
        rows.append({tr("Asked at"), StepWords::moment(m_step.doubt->askedAt, m_clock->now())});
    m_facts->setRows(rows);
    m_facts->setVisible(!rows.isEmpty());
}

/// Of an attempt to undo what the step did.
QList<DoubtPane::Answer> DoubtPane::undoAnswers(const DoubtView &doubt)
{
    Answer done{QStringLiteral("done"), tr("It was undone: go on with the undo"),
                tr("Nothing of the step is left, as far as this run is concerned. The history will "
                   "say that you decided so."),
                tr("Choose")};
    if (doubt.verdict == foreign)
        done.text = tr("Goes on as if it were undone, though what was found is not what was there "
                       "before. The history will say that you decided so.");
    const Answer notDone{QStringLiteral("not-done"), tr("It was not undone: undo it again"),
                         tr("Starts another attempt. Before it does anything it looks whether what "
                            "the step left is still there."),
                         tr("Choose")};
    const Answer failed{QStringLiteral("failed"), tr("Treat the undo as failed"),
                        tr("Changes nothing. The undo stands still until somebody tries it again "
                           "or leaves this step in place."),
                        tr("Choose")};
    return {done, notDone, failed};
}

DoubtPane::Answer DoubtPane::doneAnswer(const DoubtView &doubt)
{
    Answer answer{QStringLiteral("done"),
                  tr("It happened: keep what is there, this step is done"),
                  {},
                  tr("Choose")};
    if (doubt.verdict == notDone)
        answer.text = tr("Goes on as if it were done, though nothing of it was found. The history "
                         "will say that you decided so.");
    else if (doubt.verdict == foreign)
        answer.text = tr("Goes on with what was found, though it is not what was meant. The "
                         "history will say that you decided so.");
    else
        answer.text = tr("Goes on with what is there. The history will say that you decided so.");
    return answer;
}

DoubtPane::Answer DoubtPane::notDoneAnswer(const DoubtView &doubt)
{
    Answer answer{QStringLiteral("not-done"), tr("It did not happen"), {}, tr("Choose")};
    if (!doubt.mayRepeat) {
        answer.text = tr("The step is to do again; it starts when somebody tries it again.");
        return answer;
    }
    answer.title = tr("It did not happen: do it again");
    if (doubt.verdict == foreign)
        answer.text = tr("Works out anew what to do, from what is there now, and starts another "
                         "attempt. Nothing is forced over what somebody else did.");
    else if (doubt.verdict == notDone)
        answer.text = tr("Works out anew what to do and starts another attempt. It was not "
                         "repeated by itself, because doing it twice may do harm.");
    else
        answer.text = tr("Works out anew what to do and starts another attempt. If it did happen "
                         "after all, it then happens twice.");
    return answer;
}

QList<DoubtPane::Answer> DoubtPane::answers(const StepView &step)
{
    QList<Answer> answers;
    if (step.isUndoing)
        answers = undoAnswers(*step.doubt);
    else
        answers = {doneAnswer(*step.doubt),
                   notDoneAnswer(*step.doubt),
                   {QStringLiteral("failed"), tr("Treat it as failed"),
                    tr("Changes nothing. What does not need this step goes on; it can be tried "
                       "again later."),
                    tr("Choose")}};
    answers.append({{},
                    tr("Look again first"),
                    tr("Asks once more and changes nothing: for when what stood in the way is "
                       "gone, such as a lost connection or a program that was still running."),
                    tr("Look again")});
    return answers;
}

void DoubtPane::showAnswers()
{
    if (!m_step.doubt)
        return;
    const QList<Answer> now = answers(m_step);
    if (now == m_shown)
        return; // the focus stays
    m_shown = now;
    clearLayoutLater(m_answers); // a click in it may have led here
    for (const Answer &answer : std::as_const(m_shown))
        m_answers->addWidget(createAnswer(answer));
}

QWidget *DoubtPane::createAnswer(const Answer &answer)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(12));
    row->setSpacing(theme().px(16));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *head = new ProseLabel(Theme::Role::Strong);
    head->setText(answer.title);
    auto *body = new ProseLabel(Theme::Role::Small, Ink::Second);
    body->setText(answer.text);
    texts->addWidget(head);
    texts->addWidget(body);
    row->addLayout(texts, 1);
    auto *button = new Button(answer.label);
    button->setObjectName(answer.verdict.isEmpty() ? QStringLiteral("probe") : answer.verdict);
    button->setAccessibleDescription(answer.title);
    row->addWidget(button, 0, Qt::AlignVCenter);
    connect(button, &Button::clicked, this, [this, verdict = answer.verdict] { choose(verdict); });
    return card;
}

void DoubtPane::choose(const QString &verdict)
{
    if (verdict.isEmpty())
        Q_EMIT lookAgain();
    else
        Q_EMIT settled(verdict, m_note->text().trimmed());
}

void DoubtPane::retranslate()
{
    m_meantHeading->setTitle(tr("What was meant"));
    m_foundHeading->setTitle(tr("What was found"));
    m_answerHeading->setTitle(tr("What do you want to do?"));
    m_note->setPlaceholderText(tr("Why you choose so (kept in the history)"));
    m_note->setAccessibleName(m_note->placeholderText());
    showFacts();
    showAnswers();
}

} // namespace Slipway
