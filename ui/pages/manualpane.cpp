// SPDX-License-Identifier: MIT
#include "ui/pages/manualpane.h"

#include "ui/pages/inputrow.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/copybox.h"
#include "ui/parts/facttable.h"
#include "ui/parts/layouts.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QUrl>
#include <algorithm>

namespace Slipway {

namespace {

bool isWebLink(const QString &link)
{
    const QString scheme = QUrl(link).scheme();
    return scheme == QLatin1String("https") || scheme == QLatin1String("http");
}

} // namespace

ManualPane::ManualPane(QWidget *parent)
    : StepPane(parent)
    , m_instructions(new ProseLabel)
    , m_facts(new FactTable)
    , m_commandsHeading(new SectionHeading)
    , m_commands(new QVBoxLayout)
    , m_textHeading(new SectionHeading)
    , m_text(new QVBoxLayout)
    , m_linkHeading(new SectionHeading)
    , m_link(new LinkLabel)
    , m_outputsHeading(new SectionHeading)
    , m_outputsHelp(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_outputs(new QVBoxLayout)
    , m_noteHeading(new SectionHeading)
    , m_note(new QPlainTextEdit)
{
    auto *scroll = new ScrollColumn(900, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->setSpacing(theme().px(8));
    m_instructions->setMaximumTextWidth(760);
    m_commands->setSpacing(theme().px(8));
    auto *linkRow = new QHBoxLayout;
    linkRow->addWidget(m_link);
    linkRow->addStretch(1);
    body->addWidget(m_instructions);
    body->addWidget(m_facts);
    body->addWidget(m_linkHeading);
    body->addLayout(linkRow);
    body->addWidget(m_commandsHeading);
    body->addLayout(m_commands);
    body->addWidget(m_textHeading);
    body->addLayout(m_text);
    body->addSpacing(theme().px(8));
    m_outputsHelp->setMaximumTextWidth(760);
    m_outputs->setSpacing(0);
    body->addWidget(m_outputsHeading);
    body->addWidget(m_outputsHelp);
    body->addLayout(m_outputs);
    body->addWidget(m_noteHeading);
    body->addWidget(m_note);
    body->addStretch(1);
    m_note->setFixedHeight(theme().px(68));
    m_note->setTabChangesFocus(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connect(m_link, &LinkLabel::clicked, this, [this] {
        if (m_step.manual && isWebLink(m_step.manual->link))
            Q_EMIT linkOpened(m_step.manual->link);
    });
    clearOutputs();
    retranslate();
}

QString ManualPane::note() const
{
    return m_note->toPlainText().trimmed();
}

void ManualPane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    if (!isSame)
        m_note->clear();
    if (!isSame || step.state != StepState::Waiting)
        clearOutputs();
    const ManualView manual = step.manual.value_or(ManualView());
    m_instructions->setText(manual.instructions);
    m_instructions->setVisible(!manual.instructions.isEmpty());
    QList<FactRow> facts;
    for (const FactView &fact : step.facts)
        facts.append({fact.label, fact.value});
    m_facts->setRows(facts);
    m_facts->setVisible(!facts.isEmpty());
    m_commandsHeading->setVisible(!manual.commands.isEmpty());
    m_textHeading->setVisible(!manual.copyText.isEmpty());
    m_linkHeading->setVisible(!manual.link.isEmpty());
    m_link->setVisible(!manual.link.isEmpty());
    m_link->setLabel(manual.link);
    m_link->setEnabled(isWebLink(manual.link));
    const bool mayTick = step.actions.contains(StepAction::Tick);
    m_note->setVisible(mayTick);
    m_noteHeading->setVisible(mayTick);
    const QStringList copies = manual.commands + QStringList{QString(), manual.copyText};
    if (copies == m_shownCopies)
        return;
    m_shownCopies = copies;
    rebuildCopies();
}

bool ManualPane::askFor(const QStringList &names)
{
    clearOutputs();
    const QList<OutputSpec> known = m_step.manual ? m_step.manual->asks : QList<OutputSpec>();
    for (const OutputSpec &output : known) {
        if (!names.contains(output.name))
            continue;
        InputSpec spec;
        spec.name = output.name;
        spec.type.type = output.type;
        spec.isRequired = true;
        spec.help = LocalizedText(QCoreApplication::translate("Slipway::Help", output.help));
        auto *row = new InputRow(spec, m_language);
        connect(row, &InputRow::changed, this, [this, row] {
            row->check();
            Q_EMIT changed();
        });
        m_outputs->addWidget(row);
        m_rows.append(row);
    }
    m_outputsHeading->setVisible(isAsking());
    m_outputsHelp->setVisible(isAsking());
    if (isAsking())
        m_rows.first()->setFocus();
    Q_EMIT changed();
    return m_rows.size() == names.size();
}

void ManualPane::clearOutputs()
{
    for (InputRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater(); // its signal may have led here
    }
    m_rows.clear();
    m_outputsHeading->hide();
    m_outputsHelp->hide();
}

bool ManualPane::areOutputsGood() const
{
    return std::all_of(m_rows.cbegin(), m_rows.cend(),
                       [](const InputRow *row) { return row->isGood(); });
}

Value::Map ManualPane::outputs() const
{
    Value::Map outputs;
    for (const InputRow *row : m_rows)
        outputs.insert(row->spec().name, row->value());
    return outputs;
}

void ManualPane::setLanguage(const QString &language)
{
    m_language = language;
    for (InputRow *row : std::as_const(m_rows))
        row->setLanguage(language);
}

void ManualPane::rebuildCopies()
{
    clearLayout(m_commands);
    clearLayout(m_text);
    if (!m_step.manual)
        return;
    for (const QString &command : std::as_const(m_step.manual->commands))
        m_commands->addWidget(new CopyBox(command));
    if (!m_step.manual->copyText.isEmpty())
        m_text->addWidget(new CopyBox(m_step.manual->copyText));
}

void ManualPane::retranslate()
{
    m_commandsHeading->setTitle(tr("Commands"));
    m_textHeading->setTitle(tr("Text to copy"));
    m_linkHeading->setTitle(tr("Where"));
    m_outputsHeading->setTitle(tr("What it gave"));
    m_outputsHelp->setText(tr("Later steps use this, and Slipway could not see that the step was "
                              "done. Say what came of it, or do it as shown and mark it again."));
    m_noteHeading->setTitle(tr("Note"));
    m_note->setPlaceholderText(tr("What you did or saw, for those who read this run later"));
    m_note->setAccessibleName(tr("Note"));
    rebuildCopies();
}

} // namespace Slipway
