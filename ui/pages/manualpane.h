// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "ui/pages/steppane.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace Slipway {

class FactTable;
class InputRow;
class LinkLabel;
class ProseLabel;
class SectionHeading;

/// A step that a person does: what to do, commands and texts ready to copy, a link, a note; and
/// fields for what it gave, once it is known that nothing else tells.
class ManualPane final : public StepPane
{
    Q_OBJECT

public:
    explicit ManualPane(QWidget *parent = nullptr);

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;
    QString note() const;
    void setLanguage(const QString &language);

    /// Shows a field for each of these outputs. False if the step does not know one of them.
    bool askFor(const QStringList &names);
    bool isAsking() const { return !m_rows.isEmpty(); }
    void stopAsking() { clearOutputs(); }
    /// True if nothing was asked, too.
    bool areOutputsGood() const;
    Value::Map outputs() const;

Q_SIGNALS:
    void linkOpened(const QString &url);
    void changed(); ///< what was said of the outputs

private:
    void rebuildCopies();
    void clearOutputs();

    StepView m_step;
    QStringList m_shownCopies;
    ProseLabel *m_instructions;
    FactTable *m_facts;
    SectionHeading *m_commandsHeading;
    QVBoxLayout *m_commands;
    SectionHeading *m_textHeading;
    QVBoxLayout *m_text;
    SectionHeading *m_linkHeading;
    LinkLabel *m_link;
    QString m_language = QStringLiteral("en");
    QList<InputRow *> m_rows;
    SectionHeading *m_outputsHeading;
    ProseLabel *m_outputsHelp;
    QVBoxLayout *m_outputs;
    SectionHeading *m_noteHeading;
    QPlainTextEdit *m_note;
};

} // namespace Slipway
