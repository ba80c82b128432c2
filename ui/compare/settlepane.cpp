// SPDX-License-Identifier: MIT
#include "ui/compare/settlepane.h"

#include "core/packages/visibletext.h"
#include "ui/compare/comparerows.h"
#include "ui/diff/diffview.h"
#include "ui/parts/proselabel.h"

#include <QVBoxLayout>

namespace Slipway {

namespace {

constexpr qsizetype mostByHand = 4;
constexpr qsizetype mostSources = 6;

/// What all have before their last slash.
qsizetype commonFolder(const QList<Settlement::Edit> &edits)
{
    if (edits.isEmpty())
        return 0;
    QString common = edits.first().file.section(u'/', 0, -2) + u'/';
    for (const Settlement::Edit &one : edits) {
        while (!common.isEmpty() && !one.file.startsWith(common))
            common = common.chopped(1).section(u'/', 0, -2) + u'/';
        if (common == u"/")
            return 0;
    }
    return common.size();
}

} // namespace

SettlePane::SettlePane(QWidget *parent)
    : QWidget(parent)
    , m_summary(new ProseLabel)
    , m_rest(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_diff(new DiffView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(m_summary);
    column->addWidget(m_rest);
    column->addWidget(m_diff, 1);
    retranslate();
}

void SettlePane::setLooking()
{
    m_isLooking = true;
    m_problem.clear();
    show();
}

void SettlePane::setProblem(const QString &sentence)
{
    m_isLooking = false;
    m_problem = sentence;
    m_settling = {};
    show();
}

void SettlePane::setSettling(const Settling &settling)
{
    m_isLooking = false;
    m_problem.clear();
    m_settling = settling;
    show();
}

/// What is installed somewhere follows from building anew; what a person has to write is named.
QString SettlePane::restByHand() const
{
    QStringList built;
    QStringList byHand;
    for (const Disagreement &one : m_settling.disagreements) {
        for (const VersionPlace &place : one.places) {
            if (one.isSettled(place) || place.isEditable())
                continue;
            if (place.file.isEmpty() && !built.contains(place.where))
                built.append(place.where);
            if (!place.file.isEmpty())
                byHand.append(tr("%1: write %2 %3 by hand: %4")
                                  .arg(visibleText(place.where), visibleText(one.name),
                                       visibleText(one.settled), place.obstacle.translated()));
        }
    }
    QStringList lines;
    if (!built.isEmpty()) {
        const QStringList names = shortLabels(built.mid(0, mostSources));
        const QString more = built.size() > mostSources ? QStringLiteral(" …") : QString();
        lines.append(tr("To be built or installed anew: %1").arg(names.join(u", ") + more));
    }
    lines += byHand.mid(0, mostByHand);
    if (byHand.size() > mostByHand)
        lines.append(tr("and %n more", nullptr, int(byHand.size() - mostByHand)));
    return lines.join(u'\n');
}

void SettlePane::show()
{
    const int packages = int(m_settling.disagreements.size());
    QString summary;
    if (m_isLooking)
        summary = tr("Looking for what would settle them…");
    else if (!m_problem.isEmpty())
        summary = m_problem;
    else if (packages == 0)
        summary = tr("Every package has one version.");
    else
        summary = tr("%n package(s) would get the newest version that stands anywhere.", nullptr,
                     packages);
    m_summary->setSpans({{summary, Span::Style::Plain}});
    m_summary->setInk(m_problem.isEmpty() ? Ink::Normal : Ink::Failed);
    const QString rest = restByHand();
    m_rest->setSpans({{rest, Span::Style::Plain}});
    m_rest->setVisible(!rest.isEmpty());
    const qsizetype common = commonFolder(m_settling.edits);
    DiffFiles files;
    for (const Settlement::Edit &one : std::as_const(m_settling.edits))
        files.append({visibleText(one.file.mid(common)), one.before, one.after, {}});
    m_diff->setFiles(files);
}

void SettlePane::retranslate()
{
    setAccessibleName(tr("What would settle the differences"));
    m_diff->setEmptyText(tr("No file would change"),
                         tr("Add a folder with Dockerfiles, requirements or pyproject files to see "
                            "their edits."));
    show();
}

} // namespace Slipway
