// SPDX-License-Identifier: MIT
#include "ui/pages/rehearsedpane.h"

#include "core/steps/programtext.h"
#include "ui/pages/plancolumn.h"
#include "ui/parts/copybox.h"
#include "ui/parts/layouts.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"

#include <QVBoxLayout>

namespace Slipway {

RehearsedPane::RehearsedPane(QWidget *parent)
    : QWidget(parent)
    , m_plan(new PlanColumn)
    , m_commandsHeading(new SectionHeading)
    , m_commands(new QVBoxLayout)
    , m_questionsHeading(new SectionHeading)
    , m_questions(new QVBoxLayout)
{
    m_commands->setSpacing(theme().px(8));
    m_questions->setSpacing(theme().px(8));
    m_plan->addPart(m_commandsHeading);
    m_plan->addParts(m_commands);
    m_plan->addPart(m_questionsHeading);
    m_plan->addParts(m_questions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plan);
    retranslate();
}

void RehearsedPane::setStep(const RehearsedStep &step)
{
    m_step = step;
    showNotice();
    m_plan->setSummary(step.summary.isEmpty() ? QString() : step.summary.translated());
    showFacts();
    showLines(m_commandsHeading, m_commands, step.commands);
    showLines(m_questionsHeading, m_questions, step.questions);
    showUndoNote();
}

/// Only of what is planned: of the others nothing is known.
void RehearsedPane::showUndoNote()
{
    const bool isKnown = m_step.state == RehearsedStep::State::Planned &&
                         (m_step.undo.can != UndoNote::Can::No || !m_step.undo.text.isEmpty());
    if (isKnown)
        m_plan->setUndoNote(UndoNoteView{m_step.undo.can, m_step.undo.text.isEmpty()
                                                              ? QString()
                                                              : m_step.undo.text.translated()});
    else
        m_plan->setUndoNote(std::nullopt);
}

/// What stands in the way, in one bar: the error first, then what it waits for or takes for
/// granted.
void RehearsedPane::showNotice()
{
    QStringList sentences;
    if (!m_step.error.isEmpty())
        sentences.append(m_step.error.translated());
    for (const Message &remark : std::as_const(m_step.remarks))
        sentences.append(remark.translated());
    m_plan->notice()->setVisible(!sentences.isEmpty());
    if (sentences.isEmpty())
        return;
    const Tone tone = m_step.state == RehearsedStep::State::Fails   ? Tone::Failed
                      : m_step.state == RehearsedStep::State::Waits ? Tone::Doubt
                                                                    : Tone::Plain;
    m_plan->notice()->set(tone, sentences.join(u' '), m_step.error.detail());
}

void RehearsedPane::showFacts()
{
    QList<FactRow> rows;
    for (const Fact &fact : std::as_const(m_step.facts)) {
        if (!fact.value.isEmpty())
            rows.append({fact.label.translated(), fact.value});
    }
    if (!m_step.directory.isEmpty())
        rows.append({tr("In the folder"), m_step.directory});
    for (auto it = m_step.outputs.cbegin(); it != m_step.outputs.cend(); ++it) {
        const bool isShown = !it.value().hasUnknown() && !it.value().isNull();
        if (isShown && !it.value().display().isEmpty())
            rows.append({tr("Gives %1").arg(it.key()), it.value().display()});
    }
    m_plan->setFacts(rows);
}

void RehearsedPane::showLines(SectionHeading *heading, QVBoxLayout *column,
                              const QList<QStringList> &lines)
{
    clearLayout(column);
    for (const QStringList &argv : lines)
        column->addWidget(new CopyBox(shownProgram(argv)));
    heading->setVisible(!lines.isEmpty());
}

void RehearsedPane::retranslate()
{
    m_commandsHeading->setTitle(tr("Would run, in turn"));
    m_questionsHeading->setTitle(tr("Would ask; a rehearsal does not"));
    setStep(RehearsedStep(m_step));
}

} // namespace Slipway
