// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"
#include "ui/pages/secretfact.h"

class QLineEdit;

namespace Slipway {

class Button;
class LinkLabel;
class ProseLabel;
class TextLabel;

/// Where a secret is typed: dots, which cannot be copied; once it is kept, where, with the ways to
/// replace and to forget it. What was typed leaves by typed() alone and is wiped then.
class SecretEditor final : public InputEditor
{
    Q_OBJECT

public:
    explicit SecretEditor(QWidget *parent = nullptr);

    Value value() const override { return {}; } ///< never
    void setValue(const Value &) override {}
    void setInvalid(bool isInvalid) override;
    void setSpokenName(const QString &name) override;
    void setSecretFact(const SecretFact &fact) override;
    bool isFilled() const override;
    void submit() override;
    void retranslate() override;

private:
    void arrange();
    void setReplacing(bool isReplacing);
    bool isKept() const { return m_fact.home != SecretKeeper::Home::Nowhere; }
    void showState();
    QString place() const;

    SecretFact m_fact;
    bool m_isReplacing = false;
    QString m_spokenName;
    QLineEdit *m_line;
    Button *m_keep;
    TextLabel *m_dots; ///< always as many
    ProseLabel *m_place;
    LinkLabel *m_replace;
    LinkLabel *m_forget;
};

} // namespace Slipway
