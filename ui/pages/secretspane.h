// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/steppane.h"

class QVBoxLayout;

namespace Slipway {

class FactTable;
class InputRow;
class ProseLabel;

/// A step that waits for secrets: a field for each, and what it will do with them.
class SecretsPane final : public StepPane
{
    Q_OBJECT

public:
    explicit SecretsPane(QWidget *parent = nullptr);

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;

Q_SIGNALS:
    void secretTyped(const QString &name, const QString &value);

private:
    void createRows();

    StepView m_step;
    QStringList m_names; ///< of the rows
    QList<InputRow *> m_rows;
    ProseLabel *m_sentence;
    QVBoxLayout *m_fields;
    FactTable *m_facts;
};

} // namespace Slipway
