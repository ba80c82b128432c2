// SPDX-License-Identifier: MIT
#include "ui/pages/proseeditor.h"

#include "ui/pages/lineeditor.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace Slipway {

ProseEditor::ProseEditor(Form form, QWidget *parent)
    : InputEditor(parent), m_form(form), m_edit(new QPlainTextEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1000);
    row->addStretch(1);
    m_edit->setMaximumWidth(theme().px(560));
    m_edit->setFixedHeight(theme().px(form == Form::Text ? 96 : 76));
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(theme().font(Theme::Role::Fixed));
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &InputEditor::changed);
    retranslate();
}

Value ProseEditor::value() const
{
    const QString text = m_edit->toPlainText();
    if (m_form == Form::Text)
        return Value(text);
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return Value::ofTexts(lines);
}

void ProseEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_edit);
    QStringList lines;
    for (const Value &element : value.list())
        lines.append(element.display());
    m_edit->setPlainText(value.isList() ? lines.join(QLatin1Char('\n')) : value.display());
}

void ProseEditor::setInvalid(bool isInvalid)
{
    markInvalid(m_edit, isInvalid);
}

void ProseEditor::setSpokenName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void ProseEditor::retranslate()
{
    if (m_form == Form::Lines)
        m_edit->setPlaceholderText(tr("One on each line"));
}

} // namespace Slipway
