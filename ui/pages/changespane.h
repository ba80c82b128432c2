// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/objectreader.h"
#include "ui/pages/steppane.h"

class QStackedWidget;

namespace Slipway {

class DiffView;
class EmptyState;
class EvidenceLoader;
struct LoadedEvidence;

/// "Changes": what the step changed in files, or would change, as a diff. The files are read
/// by a worker as soon as the tab is looked at.
class ChangesPane final : public StepPane
{
    Q_OBJECT

public:
    explicit ChangesPane(const ObjectReader &reader, QWidget *parent = nullptr);

    static bool hasChanges(const StepView &step);
    /// "6 files"; empty as long as it is not known.
    QString countText() const;
    QByteArray patch() const;

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;

Q_SIGNALS:
    void countChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void loadIfSeen();
    void take(const LoadedEvidence &loaded);

    StepView m_step;
    QString m_wanted; ///< names what is to be shown
    QString m_loaded; ///< names what is shown, or being loaded
    int m_count = 0;
    EvidenceLoader *m_loader;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    DiffView *m_diff;
};

} // namespace Slipway
