// SPDX-License-Identifier: MIT
#include "ui/pages/lineeditor.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace Slipway {

namespace {

int widthOf(Type type)
{
    switch (type) {
    case Type::Version:
    case Type::Number:
    case Type::Duration:
        return 140;
    case Type::GitBranch:
        return 260;
    default:
        return 420;
    }
}

} // namespace

void markInvalid(QWidget *field, bool isInvalid)
{
    if (field->property("invalid").toBool() == isInvalid)
        return;
    field->setProperty("invalid", isInvalid);
    field->update();
}

LineEditor::LineEditor(Type type, QWidget *parent) : InputEditor(parent), m_line(new QLineEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1000);
    row->addStretch(1);
    m_line->setMaximumWidth(theme().px(widthOf(type)));
    m_line->setFont(theme().font(Theme::Role::Fixed));
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &InputEditor::changed);
}

Value LineEditor::value() const
{
    return Value(m_line->text());
}

void LineEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_line);
    m_line->setText(value.display());
    m_line->setCursorPosition(0);
}

void LineEditor::setInvalid(bool isInvalid)
{
    markInvalid(m_line, isInvalid);
}

void LineEditor::setSpokenName(const QString &name)
{
    m_line->setAccessibleName(name);
}

} // namespace Slipway
