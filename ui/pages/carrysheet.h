// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/continuation.h"
#include "ui/pages/runsheet.h"

#include <QTimer>

class QVBoxLayout;

namespace Slipway {

class Card;
class ElidedLabel;
class InputRow;
class LinkLabel;
class NoticeBar;
class SectionHeading;
class TextLabel;
class TitleBlock;

/// What a run that continues this one, on the checklist as it is now, would take over and what
/// it would do; shown before it is started, with the inputs that may be changed for it.
class CarrySheet final : public RunSheet
{
    Q_OBJECT

public:
    explicit CarrySheet(QWidget *parent = nullptr);

    /// previewWanted() asks for what is to be shown.
    void open(const RunView &run) override;
    void setRun(const RunView &) override {}
    QString sentence() const override;
    QList<ActionItem> actions() const override;
    void act(const QString &id) override;
    void setFailed() override;
    void lookAgain() override { ask(); }
    void retranslate() override;

    /// In which titles of steps and inputs are shown, such as "pt_BR".
    void setLanguage(const QString &language);
    /// The answer to previewWanted(); one about another run is left aside.
    void setPreview(const CarryPreview &preview);
    /// Another document than the run's own, by its path.
    void setFile(const QString &file);

Q_SIGNALS:
    /// file: empty for the run's own. inputs: those that are to differ.
    void previewWanted(const QString &run, const QString &file, const Slipway::Value::Map &inputs);
    /// request: exactly what was shown.
    void continueWanted(const QString &run, const Slipway::NewRunRequest &request);

private:
    QWidget *createFileRow();
    void ask();
    void chooseFile();
    void showPreview();
    void showForm();
    void showInputs(bool isShown);
    void showSteps();
    void fill(Card *card, const QList<CarryStep> &steps) const;
    bool areInputsGood() const;
    bool isReady() const;

    RunView m_run;
    QString m_language = QStringLiteral("en");
    QString m_file;
    CarryPreview m_preview;
    QByteArray m_formBytes; ///< of the document that the form was made from
    bool m_isAsking = false;
    bool m_isStarting = false;
    QList<InputRow *> m_rows;
    QTimer m_pause;
    TitleBlock *m_title;
    TextLabel *m_fileLabel;
    ElidedLabel *m_fileName;
    LinkLabel *m_otherFile;
    NoticeBar *m_problem;
    SectionHeading *m_inputsHeading;
    QWidget *m_form;
    QVBoxLayout *m_formRows;
    SectionHeading *m_againHeading;
    Card *m_again;
    SectionHeading *m_carriedHeading;
    Card *m_carried;
};

} // namespace Slipway
