// SPDX-License-Identifier: MIT
#include "ui/pages/choiceeditor.h"

#include "ui/pages/lineeditor.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace Slipway {

ChoiceEditor::ChoiceEditor(const QStringList &choices, QWidget *parent)
    : InputEditor(parent), m_box(new QComboBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addStretch(1);
    m_box->addItems(choices);
    m_box->setMinimumWidth(theme().px(140));
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::currentTextChanged, this, &InputEditor::changed);
}

Value ChoiceEditor::value() const
{
    return Value(m_box->currentText());
}

void ChoiceEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(m_box->findText(value.display()));
}

void ChoiceEditor::setInvalid(bool isInvalid)
{
    markInvalid(m_box, isInvalid);
}

void ChoiceEditor::setSpokenName(const QString &name)
{
    m_box->setAccessibleName(name);
}

} // namespace Slipway
