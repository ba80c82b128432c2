// SPDX-License-Identifier: MIT
#include "ui/pages/rehearsedpane.h"

#include "core/steps/programtext.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/copybox.h"
#include "ui/parts/facttable.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QVBoxLayout>

namespace Slipway {

RehearsedPane::RehearsedPane(QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBar)
    , m_summary(new ProseLabel)
    , m_facts(new FactTable)
    , m_commandsHeading(new SectionHeading)
    , m_commands(new QVBoxLayout)
    , m_questionsHeading(new SectionHeading)
    , m_questions(new QVBoxLayout)
    , m_undoHeading(new SectionHeading)
    , m_undo(new ProseLabel)
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(16), 0, theme().px(28));
    body->setSpacing(theme().px(12));
    m_summary->setMaximumTextWidth(760);
    m_undo->setMaximumTextWidth(760);
    body->addWidget(m_notice);
    body->addWidget(m_summary);
    body->addWidget(m_facts);
    body->addWidget(m_commandsHeading);
    body->addLayout(m_commands);
    body->addWidget(m_questionsHeading);
    body->addLayout(m_questions);
    body->addWidget(m_undoHeading);
    body->addWidget(m_undo);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    retranslate();
}

void RehearsedPane::setStep(const RehearsedStep &step)
{
    m_step = step;
    showNotice();
    const QString summary = step.summary.isEmpty() ? QString() : step.summary.translated();
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    showFacts();
    showLines(m_commandsHeading, m_commands, step.commands);
    showLines(m_questionsHeading, m_questions, step.questions);
    const QString undo = step.undo.text.isEmpty() ? QString() : step.undo.text.translated();
    m_undo->setText(undo);
    m_undo->setVisible(!undo.isEmpty());
    m_undoHeading->setVisible(!undo.isEmpty());
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
    m_notice->setVisible(!sentences.isEmpty());
    if (sentences.isEmpty())
        return;
    const Tone tone = m_step.state == RehearsedStep::State::Fails   ? Tone::Failed
                      : m_step.state == RehearsedStep::State::Waits ? Tone::Doubt
                                                                    : Tone::Plain;
    m_notice->set(tone, sentences.join(u' '), m_step.error.detail());
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
    m_facts->setRows(rows);
    m_facts->setVisible(!rows.isEmpty());
}

void RehearsedPane::showLines(SectionHeading *heading, QVBoxLayout *column,
                              const QList<QStringList> &lines)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QStringList &argv : lines)
        column->addWidget(new CopyBox(shownProgram(argv)));
    heading->setVisible(!lines.isEmpty());
}

void RehearsedPane::retranslate()
{
    m_commandsHeading->setTitle(tr("Would run, in turn"));
    m_questionsHeading->setTitle(tr("Would ask; a rehearsal does not"));
    m_undoHeading->setTitle(tr("If it has to be undone"));
    setStep(RehearsedStep(m_step));
}

} // namespace Slipway
