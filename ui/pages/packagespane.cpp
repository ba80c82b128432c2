// SPDX-License-Identifier: MIT
#include "ui/pages/packagespane.h"

#include "ui/pages/evidenceviewer.h"

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
    : StepPane(parent), m_viewer(new EvidenceViewer(reader))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_viewer);
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
}

void PackagesPane::find()
{
    m_viewer->find();
}

} // namespace Slipway
