// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/pages/objectreader.h"
#include "ui/pages/steppane.h"

class QStackedWidget;
class QVBoxLayout;

namespace Slipway {

class EvidenceCloseUp;

/// "Evidence": what the step left to look at, each opened in place.
class EvidencePane final : public StepPane
{
    Q_OBJECT

public:
    explicit EvidencePane(const ObjectReader &reader, QWidget *parent = nullptr);

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;
    void find() override;
    bool stepBack() override;

private:
    void rebuild();

    QList<EvidenceView> m_evidence;
    QStringList m_shown;
    QStackedWidget *m_stack;
    QVBoxLayout *m_rows;
    EvidenceCloseUp *m_closeUp;
};

/// "Changes · 268 versions, 6 files": what a row says about a piece of evidence.
QString evidenceDetail(const EvidenceView &evidence);
/// Its title, with the step it is from if that is another one.
QString evidenceTitle(const EvidenceView &evidence, const QString &ownStep);

} // namespace Slipway
