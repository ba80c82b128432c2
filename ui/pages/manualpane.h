// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/steppane.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace Slipway {

class FactTable;
class LinkLabel;
class ProseLabel;
class SectionHeading;

/// A step that a person does: what to do, commands and texts ready to copy, a link, a note.
class ManualPane final : public StepPane
{
    Q_OBJECT

public:
    explicit ManualPane(QWidget *parent = nullptr);

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;
    QString note() const;

Q_SIGNALS:
    void linkOpened(const QString &url);

private:
    void rebuildCopies();

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
    SectionHeading *m_noteHeading;
    QPlainTextEdit *m_note;
};

} // namespace Slipway
