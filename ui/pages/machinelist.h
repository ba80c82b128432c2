// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/machinefact.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace Slipway {

/// "This machine": what it has, what it lacks and what to do about that.
class MachineList final : public QWidget
{
    Q_OBJECT

public:
    explicit MachineList(QWidget *parent = nullptr);

    void setFacts(const QList<MachineFact> &facts);
    void retranslate();

private:
    void rebuild();
    QWidget *createRow(const MachineFact &fact);

    QList<MachineFact> m_facts;
    bool m_isKnown = false; ///< the machine was looked at
    QVBoxLayout *m_column;
};

} // namespace Slipway
