// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "ui/pages/machinefact.h"
#include "ui/pages/page.h"

#include <QSet>
#include <QTimer>

class QBoxLayout;
class QVBoxLayout;

namespace Slipway {

class ActionBar;
class InputRow;
class MachineList;
class NoticeBar;
class ProseLabel;
class SectionHeading;
class TitleBlock;
struct SecretFact;

/// What a run needs to know before it starts: a form made from the checklist's inputs, checked
/// while one types; beside it what this machine has and what will happen.
class InputsPage final : public Page
{
    Q_OBJECT

public:
    explicit InputsPage(QWidget *parent = nullptr);

    /// language: in which titles and help are shown, such as "pt_BR". given: values to start
    /// with instead of the defaults.
    void setChecklist(const Checklist &checklist, const QString &language,
                      const Value::Map &given = {});
    void setLanguage(const QString &language);
    void setMachine(const QList<MachineFact> &facts);
    /// The answer to checkDirectory().
    void setDirectoryFact(const QString &path, const DirectoryFact &fact);
    /// The answer to lookForSecrets() and keepSecret().
    void setSecretFact(const QString &checklist, const QString &name, const SecretFact &fact);
    /// From earlier runs of this checklist.
    void setExpectation(qint64 expectedMs, int earlierRuns);
    /// Why the run could not be started; an empty sentence takes it away.
    void setProblem(const QString &sentence, const QString &detail = {});
    /// Between a click on Rehearse and its end.
    void setRehearsing(bool isRehearsing);
    /// Between a click on Start and the first view of the run, nothing can be asked twice.
    void setStarting(bool isStarting);

    /// As a click on Start.
    void startNow();

    Value::Map values() const;

    QString placeTitle() const override;
    QString placeNote() const override;
    void lookAgain() override;

Q_SIGNALS:
    void startRun(const QString &checklistFile, const Slipway::Value::Map &inputs, bool stepByStep);
    /// Asks to see the whole run without doing any of it.
    void rehearse(const QString &checklistFile, const Slipway::Value::Map &inputs);
    /// Asks what is in a folder; the answer comes by setDirectoryFact().
    void checkDirectory(const QString &path);
    void lookAtMachineAgain();
    /// Asks where these secrets are kept.
    void lookForSecrets(const QString &checklist, const QStringList &names);
    void keepSecret(const QString &checklist, const QString &name, const QString &value);
    void forgetSecret(const QString &checklist, const QString &name);
    void left(); ///< somebody does not want to start it after all

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createForm();
    QWidget *createSide();
    void createRows(const Value::Map &given);
    void check();
    void askForDirectories();
    void showForecast();
    void showActions();
    void start(const QString &action);

    Checklist m_checklist;
    QString m_language = QStringLiteral("en");
    QList<InputRow *> m_rows;
    QSet<QString> m_asked;
    qint64 m_expectedMs = -1;
    int m_earlierRuns = 0;
    bool m_isStarting = false;
    bool m_isRehearsing = false;

    TitleBlock *m_title;
    NoticeBar *m_notice;
    SectionHeading *m_formHeading;
    QVBoxLayout *m_form;
    ProseLabel *m_noInputs;
    SectionHeading *m_machineHeading;
    MachineList *m_machine;
    SectionHeading *m_forecastHeading;
    ProseLabel *m_forecast;
    QBoxLayout *m_columns;
    QWidget *m_side;
    ActionBar *m_bar;
    QTimer m_pause;
};

} // namespace Slipway
