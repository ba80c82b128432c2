// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "ui/pages/machinefact.h"

#include <QHash>
#include <QWidget>

namespace Slipway {

class InputEditor;
class ProseLabel;
struct SecretFact;

/// One input of a checklist: its name, its editor, help, and what is wrong with it.
class InputRow final : public QWidget
{
    Q_OBJECT

public:
    InputRow(const InputSpec &spec, const QString &language, QWidget *parent = nullptr);

    const InputSpec &spec() const { return m_spec; }
    Value value() const;
    void setValue(const Value &value);
    QStringList directories() const;
    void setDirectoryFact(const QString &path, const DirectoryFact &fact);
    void setLanguage(const QString &language);
    /// Of a secret: where it is kept.
    void setSecretFact(const SecretFact &fact);
    /// Lets what was typed go by secretTyped(), if there is something.
    void submitSecret();

    /// Checks the value and shows a sentence when it is wrong; a value that is only missing is
    /// told as such, and in red only once somebody has been here.
    void check();
    bool isGood() const { return m_isGood; }
    bool isMissing() const { return m_isMissing; }

Q_SIGNALS:
    void changed();
    void secretTyped(const QString &name, const QString &value);
    void secretForgotten(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    QString problem();
    QString patternProblem(const QString &text) const;
    QString directoryProblem() const;
    void showTexts();

    InputSpec m_spec;
    QString m_language;
    InputEditor *m_editor;
    ProseLabel *m_label;
    ProseLabel *m_help;
    ProseLabel *m_error;
    QHash<QString, DirectoryFact> m_facts;
    bool m_isTouched = false;
    bool m_isGood = false;
    bool m_isMissing = false;
};

} // namespace Slipway
