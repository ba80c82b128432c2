// SPDX-License-Identifier: MIT
#include "ui/pages/evidencepane.h"

#include "ui/pages/evidencecloseup.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/layouts.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Slipway {

QString evidenceDetail(const EvidenceView &evidence)
{
    QStringList parts;
    if (!evidence.evidence.note.isEmpty())
        parts.append(evidence.evidence.note);
    if (evidence.evidence.size > 0)
        parts.append(QLocale().formattedDataSize(evidence.evidence.size));
    if (!evidence.evidence.digest.isEmpty())
        parts.append(StepWords::digest(evidence.evidence.digest));
    return parts.join(QString::fromUtf8(" · "));
}

QString evidenceTitle(const EvidenceView &evidence, const QString &ownStep)
{
    if (evidence.stepTitle.isEmpty() || evidence.stepTitle == ownStep)
        return evidence.title;
    return QStringLiteral("%1: %2").arg(evidence.stepTitle, evidence.title);
}

EvidencePane::EvidencePane(const ObjectReader &reader, QWidget *parent)
    : StepPane(parent)
    , m_stack(new QStackedWidget)
    , m_rows(new QVBoxLayout)
    , m_closeUp(new EvidenceCloseUp(reader))
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    m_rows->setSpacing(0);
    body->addLayout(m_rows);
    body->addStretch(1);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_closeUp);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_closeUp, &EvidenceCloseUp::left, this, [this] { m_stack->setCurrentIndex(0); });
}

void EvidencePane::setStep(const StepView &step, bool isSame)
{
    m_evidence = step.evidence;
    if (!isSame) {
        m_stack->setCurrentIndex(0);
        m_closeUp->clear();
    }
    QStringList shown;
    for (const EvidenceView &one : std::as_const(m_evidence))
        shown.append(one.title + one.evidence.name + evidenceDetail(one) + one.logFile);
    if (shown == m_shown)
        return;
    m_shown = shown;
    rebuild();
}

void EvidencePane::rebuild()
{
    clearLayout(m_rows);
    for (const EvidenceView &one : std::as_const(m_evidence)) {
        auto *row = new EvidenceRow;
        row->setTitle(one.title);
        row->setDetail(evidenceDetail(one));
        row->setLinks({tr("View")});
        connect(row, &EvidenceRow::linkActivated, this, [this, one] {
            m_closeUp->show(one, one.title, tr("Back to the evidence"));
            m_stack->setCurrentIndex(1);
        });
        m_rows->addWidget(row);
    }
}

void EvidencePane::find()
{
    if (m_stack->currentIndex() == 1)
        m_closeUp->find();
}

bool EvidencePane::stepBack()
{
    if (m_stack->currentIndex() == 0)
        return false;
    m_stack->setCurrentIndex(0);
    return true;
}

void EvidencePane::retranslate()
{
    m_closeUp->retranslate();
    rebuild();
}

} // namespace Slipway
