// SPDX-License-Identifier: MIT
#include "ui/pages/manualpane.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/parts/copybox.h"
#include "ui/parts/facttable.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QUrl>

namespace Slipway {

namespace {

bool isWebLink(const QString &link)
{
    const QString scheme = QUrl(link).scheme();
    return scheme == QLatin1String("https") || scheme == QLatin1String("http");
}

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
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

void ManualPane::rebuildCopies()
{
    clear(m_commands);
    clear(m_text);
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
    m_noteHeading->setTitle(tr("Note"));
    m_note->setPlaceholderText(tr("What you did or saw, for those who read this run later"));
    m_note->setAccessibleName(tr("Note"));
    rebuildCopies();
}

} // namespace Slipway
