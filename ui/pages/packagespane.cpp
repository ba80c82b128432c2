// SPDX-License-Identifier: MIT
#include "ui/pages/packagespane.h"

#include "ui/pages/evidenceviewer.h"
#include "ui/parts/linklabel.h"
#include "ui/table/packagerows.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace Slipway {

namespace {

QList<EvidenceView> packagesOf(const StepView &step)
{
    QList<EvidenceView> packages;
    for (const EvidenceView &one : step.evidence) {
        if (one.evidence.type == QLatin1String("packages") && !one.evidence.digest.isEmpty())
            packages.append(one);
    }
    return packages;
}

} // namespace

PackagesPane::PackagesPane(const ObjectReader &reader, QWidget *parent)
    : StepPane(parent), m_viewer(new EvidenceViewer(reader)), m_compare(new LinkLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_viewer, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(theme().px(28), theme().px(6), theme().px(28), theme().px(6));
    foot->addStretch(1);
    foot->addWidget(m_compare);
    column->addLayout(foot);
    connect(m_compare, &LinkLabel::clicked, this, [this] {
        if (!m_viewer->packages().sources.isEmpty())
            Q_EMIT compareRequested(m_viewer->packages());
    });
    retranslate();
}

bool PackagesPane::hasPackages(const StepView &step)
{
    return !packagesOf(step).isEmpty();
}

void PackagesPane::setStep(const StepView &step, bool)
{
    m_step = step;
    loadIfSeen();
}

void PackagesPane::loadIfSeen()
{
    if (isVisible())
        m_viewer->showAll(packagesOf(m_step));
}

void PackagesPane::showEvent(QShowEvent *event)
{
    StepPane::showEvent(event);
    loadIfSeen();
}

void PackagesPane::retranslate()
{
    m_viewer->retranslate();
    m_compare->setLabel(tr("Open in the comparison"));
}

void PackagesPane::find()
{
    m_viewer->find();
}

} // namespace Slipway
