// SPDX-License-Identifier: MIT
#include "ui/pages/secreteditor.h"

#include "ui/pages/lineeditor.h"
#include "ui/parts/button.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/textlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace Slipway {

namespace {
constexpr int fieldWidth = 300;
constexpr int longestSecret = 64 * 1024;
} // namespace

SecretEditor::SecretEditor(QWidget *parent)
    : InputEditor(parent)
    , m_line(new QLineEdit)
    , m_keep(new Button)
    , m_dots(new TextLabel(QString(8, QChar(0x25cf)), Theme::Role::Fixed, Ink::Second))
    , m_place(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_replace(new LinkLabel)
    , m_forget(new LinkLabel)
{
    arrange();
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setMaxLength(longestSecret);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_line->setFont(theme().font(Theme::Role::Fixed));
    m_line->setMaximumWidth(theme().px(fieldWidth));
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        showState();
        Q_EMIT changed();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &SecretEditor::submit);
    connect(m_keep, &Button::clicked, this, &SecretEditor::submit);
    connect(m_replace, &LinkLabel::clicked, this, [this] {
        setReplacing(true);
        m_line->setFocus();
    });
    connect(m_forget, &LinkLabel::clicked, this, &InputEditor::forgotten);
    retranslate();
}

void SecretEditor::arrange()
{
    const auto px = [](int units) { return theme().px(units); };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(5));
    auto *typing = new QHBoxLayout;
    typing->setSpacing(px(8));
    typing->addWidget(m_line, 1000);
    typing->addWidget(m_keep);
    typing->addStretch(1);
    auto *kept = new QHBoxLayout;
    kept->setSpacing(px(16));
    m_dots->setFixedHeight(px(32)); // as high as the field
    kept->addWidget(m_dots);
    kept->addWidget(m_replace);
    kept->addWidget(m_forget);
    kept->addStretch(1);
    m_place->setMaximumTextWidth(560);
    column->addLayout(typing);
    column->addLayout(kept);
    column->addWidget(m_place);
}

void SecretEditor::setSecretFact(const SecretFact &fact)
{
    m_fact = fact;
    setReplacing(false);
}

void SecretEditor::setReplacing(bool isReplacing)
{
    m_isReplacing = isReplacing;
    showState();
}

bool SecretEditor::isFilled() const
{
    return isKept() || !m_line->text().isEmpty();
}

void SecretEditor::submit()
{
    const QString typed = m_line->text();
    if (typed.isEmpty())
        return;
    m_line->clear();
    Q_EMIT secretTyped(typed);
}

QString SecretEditor::place() const
{
    switch (m_fact.home) {
    case SecretKeeper::Home::Keyring:
        return tr("Kept in the keyring of this desktop.");
    case SecretKeeper::Home::Session:
        return m_fact.why.isEmpty() ? tr("Kept in this session's memory only.")
                                    : tr("Kept in this session's memory only. %1").arg(m_fact.why);
    case SecretKeeper::Home::Nowhere:
        break;
    }
    return m_fact.why.isEmpty()
               ? tr("It will be kept in the keyring of this desktop, and shown nowhere.")
               : tr("It will be kept in this session's memory only. %1").arg(m_fact.why);
}

void SecretEditor::showState()
{
    const bool isTyping = !isKept() || m_isReplacing;
    m_line->setVisible(isTyping);
    m_keep->setVisible(isTyping && !m_line->text().isEmpty());
    m_dots->setVisible(!isTyping);
    m_replace->setVisible(!isTyping);
    m_forget->setVisible(isKept());
    m_place->setText(place());
}

void SecretEditor::setInvalid(bool isInvalid)
{
    markInvalid(m_line, isInvalid);
}

void SecretEditor::setSpokenName(const QString &name)
{
    m_spokenName = name;
    m_line->setAccessibleName(name);
    m_replace->setAccessibleName(tr("Replace %1").arg(name));
    m_forget->setAccessibleName(tr("Forget %1").arg(name));
}

void SecretEditor::retranslate()
{
    m_keep->setLabel(tr("Keep"));
    m_replace->setLabel(tr("Replace"));
    m_forget->setLabel(tr("Forget"));
    m_line->setPlaceholderText(tr("Type or paste it here"));
    setSpokenName(m_spokenName);
    showState();
}

} // namespace Slipway
