// SPDX-License-Identifier: MIT
#include "ui/pages/gateside.h"

#include "ui/pages/stepwords.h"
#include "ui/parts/personrow.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QVBoxLayout>

namespace Slipway {

namespace {

/// "SHA256:k3Vt…9fQ": enough to compare with the eye.
QString shortFingerprint(const QString &fingerprint)
{
    const qsizetype colon = fingerprint.indexOf(QLatin1Char(':')) + 1;
    if (fingerprint.size() - colon < 12)
        return fingerprint;
    return fingerprint.left(colon + 4) + QChar(0x2026) + fingerprint.right(3);
}

} // namespace

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
        if (!decision.counts && !decision.refused.isEmpty())
            detail = tr("refused %1: %2").arg(when, decision.refused);
        else if (decision.isWithdrawal)
            detail = tr("took it back %1").arg(when);
        if (!decision.fingerprint.isEmpty())
            detail += QString::fromUtf8(" · ") + shortFingerprint(decision.fingerprint);
        if (!decision.comment.isEmpty())
            detail += QLatin1Char('\n') + decision.comment;
        const Mark mark = !decision.counts      ? Mark::Skipped
                          : decision.isApproval ? Mark::Done
                                                : Mark::Failed;
        auto *row = new PersonRow;
        row->set(mark, decision.author, detail, !decision.counts);
        m_people->addWidget(row);
    }
    showMissing();
}

/// Those who have not decided: you first, then whom else the policy lets.
void GateSide::showMissing()
{
    const GateView &gate = *m_step.gate;
    const auto add = [this](Mark mark, const QString &name, const QString &detail, bool isQuiet) {
        auto *row = new PersonRow;
        row->set(mark, name, detail, isQuiet);
        m_people->addWidget(row);
    };
    const bool mayDecide = m_step.actions.contains(StepAction::Approve);
    if (mayDecide && !gate.canWithdraw)
        add(Mark::NeedsYou, tr("You"),
            gate.isSigned ? tr("will sign with your SSH key") : tr("have not decided yet"), false);
    for (const GatePersonView &person : gate.people) {
        if (person.hasDecided || (person.isYou && mayDecide))
            continue;
        add(person.mayDecide ? Mark::ToDo : Mark::Skipped, person.name,
            person.mayDecide ? tr("has not decided yet")
                             : tr("started the run, may not approve it"),
            !person.mayDecide);
    }
    for (const FactView &required : gate.requirements)
        add(Mark::ToDo, required.label, required.value, true);
    if (gate.isByOwner)
        add(Mark::Skipped, tr("No policy"), tr("approved by the person who ran it"), true);
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
    if (!gate.policyDigest.isEmpty())
        spans.append(
            {plain(QLatin1Char('\n') + tr("policy") + QLatin1Char(' ')), code(gate.policyDigest)});
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
