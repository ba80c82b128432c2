// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"

class QCheckBox;

namespace Slipway {

/// Yes or no.
class FlagEditor final : public InputEditor
{
    Q_OBJECT

public:
    explicit FlagEditor(QWidget *parent = nullptr);

    Value value() const override;
    void setValue(const Value &value) override;
    void setInvalid(bool isInvalid) override;
    void setSpokenName(const QString &name) override;
    void retranslate() override;

private:
    QCheckBox *m_box;
};

} // namespace Slipway
