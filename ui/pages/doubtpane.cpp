// SPDX-License-Identifier: MIT
#include "ui/pages/doubtpane.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/facttable.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Slipway {

DoubtPane::DoubtPane(const Clock *clock, QWidget *parent)
    : StepPane(parent)
    , m_clock(clock)
    , m_foundHeading(new SectionHeading)
    , m_facts(new FactTable)
    , m_answerHeading(new SectionHeading)
    , m_answers(new QVBoxLayout)
    , m_note(new QLineEdit)
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->setSpacing(theme().px(8));
    body->addWidget(m_foundHeading);
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
    const bool mayRepeatBefore = m_step.doubt && m_step.doubt->mayRepeat;
    m_step = step;
    if (!isSame)
        m_note->clear();
    showFacts();
    if (step.doubt && step.doubt->mayRepeat != mayRepeatBefore)
        rebuildAnswers();
}

void DoubtPane::showFacts()
{
    if (!m_step.doubt)
        return;
    QList<FactRow> rows;
    const qsizetype count = m_step.doubt->facts.size();
    for (qsizetype i = 0; i < count; ++i) {
        const FactView &fact = m_step.doubt->facts[i];
        // What is there now comes last, and is what one has to judge.
        const bool isNow = count > 1 && i + 1 == count;
        rows.append({fact.label, fact.value, isNow ? Tone::Doubt : Tone::Plain});
    }
    if (m_step.doubt->askedAt > 0) {
        rows.append({tr("Asked at"), StepWords::moment(m_step.doubt->askedAt, m_clock->now())});
    }
    m_facts->setRows(rows);
    m_facts->setVisible(!rows.isEmpty());
    m_foundHeading->setVisible(!rows.isEmpty());
}

void DoubtPane::rebuildAnswers()
{
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_answers->addWidget(createAnswer(
        QStringLiteral("done"), tr("It happened: keep what is there, this step is done"),
        tr("Goes on with what was found. The history will say that you decided so.")));
    const bool mayRepeat = m_step.doubt && m_step.doubt->mayRepeat;
    m_answers->addWidget(createAnswer(
        QStringLiteral("not-done"),
        mayRepeat ? tr("It did not happen: do it again") : tr("It did not happen"),
        mayRepeat ? tr("Works out anew what to do and starts another attempt.")
                  : tr("The step is to do again; it starts when somebody tries it again.")));
    m_answers->addWidget(createAnswer(
        QStringLiteral("failed"), tr("Treat it as failed"),
        tr("Changes nothing. What does not need this step goes on; it can be tried again later.")));
}

QWidget *DoubtPane::createAnswer(const QString &verdict, const QString &title, const QString &text)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(12));
    row->setSpacing(theme().px(16));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *head = new ProseLabel(Theme::Role::Strong);
    head->setText(title);
    auto *body = new ProseLabel(Theme::Role::Small, Ink::Second);
    body->setText(text);
    texts->addWidget(head);
    texts->addWidget(body);
    row->addLayout(texts, 1);
    auto *choose = new Button(tr("Choose"));
    choose->setObjectName(verdict);
    choose->setAccessibleDescription(title);
    row->addWidget(choose, 0, Qt::AlignVCenter);
    connect(choose, &Button::clicked, this,
            [this, verdict] { Q_EMIT settled(verdict, m_note->text().trimmed()); });
    return card;
}

void DoubtPane::retranslate()
{
    m_foundHeading->setTitle(tr("What was found"));
    m_answerHeading->setTitle(tr("What do you want to do?"));
    m_note->setPlaceholderText(tr("Why you choose so (kept in the history)"));
    m_note->setAccessibleName(m_note->placeholderText());
    showFacts();
    rebuildAnswers();
}

} // namespace Slipway
