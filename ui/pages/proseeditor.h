// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"

class QPlainTextEdit;

namespace Slipway {

/// Several lines: a text such as a commit message, or a list with one entry on each line.
class ProseEditor final : public InputEditor
{
    Q_OBJECT

public:
    enum class Form
    {
        Text,
        Lines ///< each line that is not empty is an element of a list
    };
    explicit ProseEditor(Form form, QWidget *parent = nullptr);

    Value value() const override;
    void setValue(const Value &value) override;
    void setInvalid(bool isInvalid) override;
    void setSpokenName(const QString &name) override;
    void retranslate() override;

private:
    Form m_form;
    QPlainTextEdit *m_edit;
};

} // namespace Slipway
