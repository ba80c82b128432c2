// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/titleblock.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;

namespace Slipway {

class Chip;
class LinkLabel;
class ProseLabel;

/// Something to check and what proves it: a box to tick (or none), the claim, a line about the
/// proof, a chip with the finding, and links that show the proof in full.
class EvidenceRow final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceRow(QWidget *parent = nullptr);

    void setTickable(bool isTickable);
    bool isTicked() const;
    void setTicked(bool isTicked); ///< does not emit ticked()
    void setTitle(const QString &title);
    void setDetail(const QString &detail);
    void setChip(const ChipText &chip); ///< empty text: none
    /// One for each piece of evidence; a single one is usually "View".
    void setLinks(const QStringList &labels);
    void setSeparated(bool isSeparated); ///< a line below; the default

Q_SIGNALS:
    void ticked(bool isOn);
    void linkActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QCheckBox *m_box;
    ProseLabel *m_title;
    ProseLabel *m_detail;
    Chip *m_chip;
    QHBoxLayout *m_row;
    QHBoxLayout *m_linkRow;
    QList<LinkLabel *> m_links;
    bool m_isSeparated = true;
};

} // namespace Slipway
