// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/verify.h"
#include "ui/pages/runsheet.h"

#include <optional>

namespace Slipway {

class Card;
class CopyBox;
class FactTable;
class NoticeBar;
class ProseLabel;
class SectionHeading;
class TitleBlock;

/// Whether a run's journal is as it was written: what was checked, or every fault with its
/// place, the first one first.
class VerifySheet final : public RunSheet
{
    Q_OBJECT

public:
    explicit VerifySheet(QWidget *parent = nullptr);

    /// verifyWanted() asks for what is to be shown.
    void open(const RunView &run) override;
    void setRun(const RunView &) override {}
    QString sentence() const override;
    QList<ActionItem> actions() const override;
    void act(const QString &id) override;
    void lookAgain() override { check(); }
    void retranslate() override;

    /// The answer to verifyWanted(); one about another run is left aside.
    void setReport(const QString &run, const Result<VerifyReport> &report);

Q_SIGNALS:
    void verifyWanted(const QString &run);

private:
    void check();
    void showReport();
    void showFacts();
    void showProblems();
    QString title() const;
    QString description() const;
    bool isWhole() const { return m_report && m_report->isWhole(); }

    QString m_run;
    bool m_isChecking = false;
    std::optional<VerifyReport> m_report;
    Error m_failure; ///< why nothing could be checked
    TitleBlock *m_title;
    NoticeBar *m_notice;
    FactTable *m_facts;
    SectionHeading *m_problemsHeading;
    Card *m_problems;
    ProseLabel *m_more;
    SectionHeading *m_headHeading;
    ProseLabel *m_headHelp;
    CopyBox *m_head;
};

} // namespace Slipway
