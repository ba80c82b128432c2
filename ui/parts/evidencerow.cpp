// SPDX-License-Identifier: MIT
#include "ui/parts/evidencerow.h"

#include "ui/parts/chip.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>

namespace Slipway {

EvidenceRow::EvidenceRow(QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox)
    , m_title(new ProseLabel(Theme::Role::Strong))
    , m_detail(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_chip(new Chip)
    , m_row(new QHBoxLayout(this))
    , m_linkRow(new QHBoxLayout)
{
    const int gap = theme().px(12);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    m_row->setContentsMargins(0, gap, 0, gap);
    m_row->setSpacing(gap);
    m_row->addWidget(m_box, 0, Qt::AlignTop);
    m_row->addLayout(texts, 1);
    m_row->addWidget(m_chip, 0, Qt::AlignVCenter);
    m_linkRow->setSpacing(gap);
    m_row->addLayout(m_linkRow);
    m_box->hide();
    m_chip->hide();
    m_detail->hide();
    connect(m_box, &QCheckBox::toggled, this, &EvidenceRow::ticked);
}

void EvidenceRow::setTickable(bool isTickable)
{
    m_box->setVisible(isTickable);
}

bool EvidenceRow::isTicked() const
{
    return m_box->isChecked();
}

void EvidenceRow::setTicked(bool isTicked)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(isTicked);
}

void EvidenceRow::setTitle(const QString &title)
{
    m_title->setText(title);
    m_box->setAccessibleName(title);
}

void EvidenceRow::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void EvidenceRow::setChip(const ChipText &chip)
{
    m_chip->set(chip.text, chip.tone);
    m_chip->setVisible(!chip.text.isEmpty());
}

void EvidenceRow::setLinks(const QStringList &labels)
{
    while (m_links.size() > labels.size())
        delete m_links.takeLast();
    while (m_links.size() < labels.size()) {
        auto *link = new LinkLabel;
        const int index = int(m_links.size());
        connect(link, &LinkLabel::clicked, this, [this, index] { Q_EMIT linkActivated(index); });
        m_linkRow->addWidget(link);
        m_links.append(link);
    }
    for (qsizetype i = 0; i < labels.size(); ++i) {
        m_links[i]->setLabel(labels[i]);
        m_links[i]->setAccessibleDescription(m_title->text());
    }
}

void EvidenceRow::setSeparated(bool isSeparated)
{
    m_isSeparated = isSeparated;
    update();
}

void EvidenceRow::paintEvent(QPaintEvent *)
{
    if (!m_isSeparated)
        return;
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokens().line);
}

} // namespace Slipway
