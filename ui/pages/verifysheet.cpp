// SPDX-License-Identifier: MIT
#include "ui/pages/verifysheet.h"

#include "ui/parts/card.h"
#include "ui/parts/copybox.h"
#include "ui/parts/facttable.h"
#include "ui/parts/markedrow.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"
#include "ui/parts/titleblock.h"

#include <algorithm>
#include <limits>

namespace Slipway {

namespace {

const QLatin1String againAction("verify-again");
const QLatin1String leaveAction("leave-verify");

QString headText(const KnownHead &head)
{
    return QStringLiteral("%1:%2").arg(head.number).arg(head.hash);
}

/// In the order of the events; what concerns the run as a whole comes last.
void sortByPlace(QList<VerifyProblem> &problems)
{
    const auto place = [](const VerifyProblem &problem) {
        return problem.event > 0 ? problem.event : std::numeric_limits<qint64>::max();
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&](const auto &a, const auto &b) { return place(a) < place(b); });
}

} // namespace

VerifySheet::VerifySheet(QWidget *parent)
    : RunSheet(parent)
    , m_title(new TitleBlock)
    , m_notice(new NoticeBar)
    , m_facts(new FactTable)
    , m_problemsHeading(new SectionHeading)
    , m_problems(new Card)
    , m_more(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_headHeading(new SectionHeading)
    , m_headHelp(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_head(new CopyBox)
{
    auto *head = new QVBoxLayout;
    head->addWidget(m_title);
    QVBoxLayout *body = layOut(head);
    body->setSpacing(theme().px(12));
    m_headHelp->setMaximumTextWidth(760);
    QWidget *const parts[] = {m_notice, m_problemsHeading, m_problems, m_more,
                              m_facts,  m_headHeading,     m_headHelp, m_head};
    for (QWidget *part : parts)
        body->addWidget(part);
    body->addStretch(1);
    retranslate();
}

void VerifySheet::open(const RunView &run)
{
    m_run = run.id;
    m_report.reset();
    check();
}

void VerifySheet::check()
{
    if (m_isChecking || m_run.isEmpty())
        return;
    m_isChecking = true;
    m_failure = {};
    showReport();
    Q_EMIT verifyWanted(m_run);
}

void VerifySheet::setReport(const QString &run, const Result<VerifyReport> &report)
{
    if (run != m_run)
        return;
    m_isChecking = false;
    m_report = report ? std::optional(*report) : std::nullopt;
    m_failure = report ? Error() : report.error();
    if (m_report)
        sortByPlace(m_report->problems);
    showReport();
}

void VerifySheet::showReport()
{
    m_title->setMark(m_isChecking ? Mark::Running : isWhole() ? Mark::Done : Mark::Failed);
    m_title->setTitle(title());
    m_title->setDescription(description());
    const bool isShown = m_report && !m_isChecking;
    const bool isCutUnseen = isShown && !m_report->hasHeadFile;
    m_notice->setVisible(isCutUnseen || (!m_isChecking && !m_failure.isEmpty()));
    if (!m_failure.isEmpty())
        m_notice->set(Tone::Failed, m_failure.translated(), m_failure.detail());
    else if (isCutUnseen)
        m_notice->set(Tone::Needs,
                      tr("This machine has no note of the run's last event, so an end that is "
                         "missing would not be seen here."));
    showProblems();
    showFacts();
    Q_EMIT changed();
}

void VerifySheet::showFacts()
{
    const bool isShown = m_report && !m_isChecking && m_report->events > 0;
    for (QWidget *part : {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_headHeading),
                          static_cast<QWidget *>(m_headHelp), static_cast<QWidget *>(m_head)})
        part->setVisible(isShown);
    if (!isShown)
        return;
    const auto number = [](qint64 value) { return groupedNumber(value); };
    m_facts->setRows({{tr("Events read"), number(m_report->events), Tone::Plain, false},
                      {tr("Decisions of people"), number(m_report->decisions), Tone::Plain, false},
                      {tr("Evidence and outputs"), number(m_report->objects), Tone::Plain, false},
                      {tr("Last event"), number(m_report->head.number), Tone::Plain, false}});
    m_head->setText(headText(m_report->head));
    m_headHelp->setText(tr("Whoever keeps this line can tell at any later time whether the run "
                           "still has this event: `slipway verify %1 --head` and the line.")
                            .arg(shortRunId(m_run)));
}

void VerifySheet::showProblems()
{
    const bool isShown = m_report && !m_isChecking && !m_report->problems.isEmpty();
    m_problemsHeading->setVisible(isShown);
    m_problems->setVisible(isShown);
    m_more->setVisible(isShown && m_report->hasMore);
    m_problems->clearRows();
    if (!isShown)
        return;
    for (const VerifyProblem &problem : std::as_const(m_report->problems)) {
        const QString place = problem.event > 0 ? tr("Event %1").arg(groupedNumber(problem.event))
                                                : tr("The run as a whole");
        auto *row = new MarkedRow({Mark::Failed, place, problem.what.translated(), {}});
        row->layout()->setContentsMargins(theme().px(16), theme().px(10), theme().px(16),
                                          theme().px(10));
        m_problems->addRow(row);
    }
}

QString VerifySheet::title() const
{
    if (m_isChecking)
        return tr("Checking the journal");
    if (!m_report)
        return tr("The journal could not be checked");
    return isWhole() ? tr("The journal is as it was written")
                     : tr("The journal is not as it was written");
}

QString VerifySheet::description() const
{
    if (m_isChecking)
        return tr("Every event is read and held against the one before it, against the decisions "
                  "of people, and against the last one that this machine has seen.");
    if (!m_report)
        return {};
    if (isWhole())
        return tr("No event was changed, added, taken out or exchanged, and the evidence that they "
                  "name is there as it was.");
    const VerifyProblem &first = m_report->problems.first();
    return first.event > 0 ? tr("The first fault is at event %1. Up to there each event follows "
                                "from the one before it.")
                                 .arg(groupedNumber(first.event))
                           : tr("The fault concerns the run as a whole, not one event of it.");
}

QString VerifySheet::sentence() const
{
    if (m_isChecking)
        return tr("Reading the journal…");
    if (m_report && !isWhole())
        return tr("Nothing was changed by looking. Keep a copy of the journal before you go on.");
    return tr("Nothing was changed by looking.");
}

QList<ActionItem> VerifySheet::actions() const
{
    return {{againAction, tr("Check again"), Button::Kind::Outlined, !m_isChecking, {}},
            {leaveAction, tr("Back to the steps"), Button::Kind::Primary, true, {}}};
}

void VerifySheet::act(const QString &id)
{
    if (id == againAction)
        check();
    else
        Q_EMIT left();
}

void VerifySheet::retranslate()
{
    m_problemsHeading->setTitle(tr("What is wrong, and where"));
    m_more->setText(tr("And more of that kind."));
    m_headHeading->setTitle(tr("To hold it against later"));
    showReport();
}

} // namespace Slipway
