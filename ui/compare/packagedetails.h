// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparerows.h"

#include <QWidget>

namespace Slipway {

class FactTable;
class LinkLabel;
class ProseLabel;

/// One package across all sources: versions, where they came from, what was asked for.
class PackageDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit PackageDetails(QWidget *parent = nullptr);

    void setPackage(const CompareRows &rows, int package);
    void retranslate();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const ComparedPackage &package, const CompareRow &row, const QStringList &labels);

    CompareRows m_rows;
    int m_package = -1;
    ProseLabel *m_name;
    ProseLabel *m_summary;
    FactTable *m_facts;
    LinkLabel *m_close;
};

} // namespace Slipway
