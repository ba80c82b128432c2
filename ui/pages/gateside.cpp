// SPDX-License-Identifier: MIT
#include "ui/pages/gateside.h"

#include "ui/pages/stepwords.h"
#include "ui/parts/personrow.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QVBoxLayout>

namespace Slipway {

GateSide::GateSide(const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_whoHeading(new SectionHeading)
    , m_quorum(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_people(new QVBoxLayout)
    , m_sealHeading(new SectionHeading)
    , m_seal(new ProseLabel(Theme::Role::Small, Ink::Second))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    m_people->setSpacing(theme().px(12));
    m_people->setContentsMargins(0, theme().px(8), 0, theme().px(8));
    column->addWidget(m_whoHeading);
    column->addWidget(m_quorum);
    column->addLayout(m_people);
    column->addSpacing(theme().px(8));
    column->addWidget(m_sealHeading);
    column->addWidget(m_seal);
    column->addStretch(1);
    retranslate();
}

void GateSide::setStep(const StepView &step)
{
    m_step = step;
    showPeople();
    showSeal();
}

QString GateSide::quorumText() const
{
    const GateView &gate = *m_step.gate;
    const QString who = gate.from.isEmpty()
                            ? tr("%n person(s)", nullptr, gate.quorum)
                            : tr("%1 of %2").arg(QString::number(gate.quorum), gate.from);
    return tr("%1 · %2 of %3 signed")
        .arg(who, QString::number(gate.approvals), QString::number(gate.quorum));
}

void GateSide::showPeople()
{
    while (QLayoutItem *item = m_people->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_step.gate)
        return;
    m_quorum->setText(quorumText());
    for (const DecisionView &decision : std::as_const(m_step.gate->decisions)) {
        const QString when = StepWords::moment(decision.time, m_clock->now());
        QString detail =
            decision.isApproval ? tr("approved %1").arg(when) : tr("rejected %1").arg(when);
        if (!decision.counts)
            detail = tr("%1; does not count any more").arg(detail);
        if (!decision.comment.isEmpty())
            detail += QLatin1Char('\n') + decision.comment;
        const Mark mark = !decision.counts      ? Mark::Skipped
                          : decision.isApproval ? Mark::Done
                                                : Mark::Failed;
        auto *row = new PersonRow;
        row->set(mark, decision.author, detail, !decision.counts);
        m_people->addWidget(row);
    }
    if (m_step.actions.contains(StepAction::Approve)) {
        auto *row = new PersonRow;
        row->set(Mark::NeedsYou, tr("You"), tr("have not decided yet"));
        m_people->addWidget(row);
    }
}

void GateSide::showSeal()
{
    if (!m_step.gate)
        return;
    const GateView &gate = *m_step.gate;
    const auto code = [](const QString &digest) {
        return Span{StepWords::digest(digest), Span::Style::Code};
    };
    const auto plain = [](const QString &text) { return Span{text, Span::Style::Plain}; };
    if (gate.openedAt == 0) {
        m_seal->setSpans({plain(tr("Nothing yet: the gate opens when all its evidence exists."))});
        return;
    }
    QList<Span> spans{
        plain(tr("%n piece(s) of evidence", nullptr, int(gate.evidence.size())) + QLatin1Char(' ')),
        code(gate.packDigest)};
    spans.append({plain(QLatin1Char('\n') + tr("checklist") + QLatin1Char(' ')),
                  code(gate.checklistDigest),
                  plain(QString::fromUtf8(" · ") + tr("inputs") + QLatin1Char(' ')),
                  code(gate.inputsDigest)});
    spans.append({plain(QLatin1Char('\n') + tr("journal up to event %1").arg(gate.eventNumber) +
                        QLatin1Char(' ')),
                  code(gate.eventHash)});
    m_seal->setSpans(spans);
}

void GateSide::retranslate()
{
    m_whoHeading->setTitle(tr("Who decides"));
    m_sealHeading->setTitle(tr("What is sealed"));
    showPeople();
    showSeal();
}

} // namespace Slipway
