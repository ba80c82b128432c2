// SPDX-License-Identifier: MIT
#include "ui/pages/evidencecloseup.h"

#include "ui/pages/evidenceviewer.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/linklabel.h"

#include <QHBoxLayout>

namespace Slipway {

EvidenceCloseUp::EvidenceCloseUp(const ObjectReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_back(new LinkLabel)
    , m_title(new ElidedLabel(Theme::Role::Strong))
    , m_viewer(new EvidenceViewer(reader))
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme().px(28), theme().px(8), theme().px(28), theme().px(8));
    row->setSpacing(theme().px(16));
    row->addWidget(m_title, 1);
    row->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_viewer, 1);
    connect(m_back, &LinkLabel::clicked, this, &EvidenceCloseUp::left);
}

void EvidenceCloseUp::show(const EvidenceView &evidence, const QString &title,
                           const QString &wayBack)
{
    m_title->setText(title);
    m_back->setLabel(wayBack);
    m_viewer->show(evidence);
    m_back->setFocus();
}

void EvidenceCloseUp::clear()
{
    m_viewer->clear();
}

void EvidenceCloseUp::find()
{
    m_viewer->find();
}

void EvidenceCloseUp::retranslate()
{
    m_viewer->retranslate();
}

} // namespace Slipway
