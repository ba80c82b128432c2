// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"

class QComboBox;

namespace Slipway {

/// One of a few values.
class ChoiceEditor final : public InputEditor
{
    Q_OBJECT

public:
    explicit ChoiceEditor(const QStringList &choices, QWidget *parent = nullptr);

    Value value() const override;
    void setValue(const Value &value) override;
    void setInvalid(bool isInvalid) override;
    void setSpokenName(const QString &name) override;

private:
    QComboBox *m_box;
};

} // namespace Slipway
