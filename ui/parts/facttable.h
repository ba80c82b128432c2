// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace Slipway {

/// A row of a FactTable.
struct FactRow
{
    QString label;
    QString value;
    Tone tone = Tone::Plain;
    bool isFixed = true; ///< the value in the fixed font

    bool operator==(const FactRow &) const = default;
};

/// Labels and values with lines between; values wrap, can be selected and copied.
class FactTable final : public QWidget
{
    Q_OBJECT

public:
    explicit FactTable(QWidget *parent = nullptr);

    void setRows(const QList<FactRow> &rows);
    void setLabelWidth(int units); ///< in units of Theme::px; 190 without

private:
    void rebuild();

    QGridLayout *m_grid;
    QList<FactRow> m_rows;
    int m_labelUnits = 190;
};

} // namespace Slipway
