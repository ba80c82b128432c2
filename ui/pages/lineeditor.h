// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"

class QLineEdit;

namespace Slipway {

/// One line: texts, versions, branches, numbers. As wide as what it usually holds.
class LineEditor final : public InputEditor
{
    Q_OBJECT

public:
    explicit LineEditor(Type type, QWidget *parent = nullptr);

    Value value() const override;
    void setValue(const Value &value) override;
    void setInvalid(bool isInvalid) override;
    void setSpokenName(const QString &name) override;

private:
    QLineEdit *m_line;
};

/// Sets the dynamic property that gives a field its red outline.
void markInvalid(QWidget *field, bool isInvalid);

} // namespace Slipway
