// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/objectreader.h"
#include "ui/pages/steppane.h"

namespace Slipway {

class EvidenceViewer;
class LinkLabel;
struct PackageRows;

/// "Packages": the tables of packages that the step left, of all its instances side by side.
/// Read by a worker as soon as the tab is looked at.
class PackagesPane final : public StepPane
{
    Q_OBJECT

public:
    explicit PackagesPane(const ObjectReader &reader, QWidget *parent = nullptr);

    static bool hasPackages(const StepView &step);

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;
    void find() override;

Q_SIGNALS:
    /// Shows them on the page of the comparison.
    void compareRequested(const Slipway::PackageRows &packages);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void loadIfSeen();

    StepView m_step;
    EvidenceViewer *m_viewer;
    LinkLabel *m_compare;
};

} // namespace Slipway
