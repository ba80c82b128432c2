// SPDX-License-Identifier: MIT
#include "ui/pages/flageditor.h"

#include "ui/pages/lineeditor.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace Slipway {

FlagEditor::FlagEditor(QWidget *parent) : InputEditor(parent), m_box(new QCheckBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme().px(6), 0, 0);
    row->addWidget(m_box);
    row->addStretch(1);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, this, &InputEditor::changed);
    connect(m_box, &QCheckBox::toggled, this, &FlagEditor::retranslate);
    retranslate();
}

Value FlagEditor::value() const
{
    return Value(m_box->isChecked());
}

void FlagEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(value.flag());
    retranslate();
}

void FlagEditor::setInvalid(bool isInvalid)
{
    markInvalid(m_box, isInvalid);
}

void FlagEditor::setSpokenName(const QString &name)
{
    m_box->setAccessibleName(name);
}

void FlagEditor::retranslate()
{
    m_box->setText(m_box->isChecked() ? tr("Yes") : tr("No"));
}

} // namespace Slipway
