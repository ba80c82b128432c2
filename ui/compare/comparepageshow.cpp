// SPDX-License-Identifier: MIT
// What the page of the comparison says and hands on.
#include "core/base/canonicaljson.h"
#include "ui/compare/changebars.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/packagedetails.h"
#include "ui/compare/settlepane.h"
#include "ui/compare/sourcepicker.h"
#include "ui/compare/sourceproblems.h"
#include "ui/compare/sourcereader.h"
#include "ui/compare/sourcestrip.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>

namespace Slipway {

namespace {

const QLatin1String copyAction("copy");
const QLatin1String exportAction("export");
const QLatin1String cancelAction("cancel");
const QLatin1String doneAction("done");
const QLatin1String settleAction("settle");
constexpr qint64 leastShownMs = 50; // less is "0.0 s"

} // namespace

void ComparePage::takeRows(const CompareRows &rows)
{
    m_table->setRows(rows);
    m_bars->setCounts(rows.labels.size() > 1 ? rows.counts : QMap<RowChange, int>());
    const bool hasChanges = rows.labels.size() > 1;
    for (int i = 0; i < 3; ++i)
        m_filters[i]->setVisible(hasChanges);
    m_filters[3]->setVisible(rows.saysTopLevel);
    filter();
    showDetails();
}

QString ComparePage::title() const
{
    const int packages = int(rows().rows.size());
    if (m_sources.isEmpty())
        return tr("What is installed, side by side");
    if (rows().labels.isEmpty())
        return isReading()  ? tr("Reading %n source(s)…", nullptr, readingCount())
               : isAtWork() ? tr("Comparing…")
                            : tr("Nothing could be read");
    const QString sources = tr("%n source(s)", nullptr, int(m_sources.size()));
    const QString all = tr("%n package(s)", nullptr, packages);
    if (rows().labels.size() == 1)
        return QStringLiteral("%1, %2").arg(sources, all);
    return tr("%1, %2, %3").arg(sources, all, tr("%n differ", nullptr, rows().differing));
}

/// "Read without running the images, 0.3 s; two from the cache."
QString ComparePage::howItWasRead() const
{
    qint64 longest = 0;
    int asked = 0;
    int images = 0;
    int kept = 0;
    for (const CompareSource &source : m_sources) {
        longest = qMax(longest, source.tookMs);
        asked += source.reading.report.wasAsked;
        kept += source.reading.report.isFromCache;
        images += source.source.startsWith(QLatin1String("image:")) ||
                  source.source.startsWith(QLatin1String("container:"));
    }
    QStringList parts;
    if (images > 0)
        parts.append(asked == 0 ? tr("read without running the images")
                                : tr("%n asked for its packages", nullptr, asked));
    if (kept > 0)
        parts.append(tr("%n from the cache", nullptr, kept));
    if (longest >= leastShownMs)
        parts.append(tr("%1 s").arg(QLocale().toString(double(longest) / 1000, 'f', 1)));
    QString text = parts.join(QLatin1String(", "));
    if (m_sources.size() > 1)
        text = QStringLiteral("\u25cf ") + tr("baseline") +
               (text.isEmpty() ? QString() : QStringLiteral(" \u00b7 ") + text);
    return text;
}

void ComparePage::showSources()
{
    QStringList names;
    for (const CompareSource &source : std::as_const(m_sources))
        names.append(source.source);
    const QStringList labels = shortLabels(names);
    m_strip->setSources(m_sources, labels, m_baseline);
    m_strip->setVisible(!m_sources.isEmpty());
    m_strip->addButton()->setVisible(!m_isPicking);
    m_problems->setSources(m_sources, labels);
    m_picker->setChosen(names);
}

void ComparePage::showState()
{
    const bool hasSources = !m_sources.isEmpty();
    m_title->setSpans({{title(), Span::Style::Plain}});
    m_how->setText(howItWasRead());
    m_how->setVisible(hasSources && !rows().labels.isEmpty());
    m_swap->setVisible(m_sources.size() == 2 && !m_isPicking);
    const bool canReadAgain = std::any_of(m_sources.cbegin(), m_sources.cend(),
                                          [](const CompareSource &one) { return !one.isFixed; });
    m_again->setVisible(canReadAgain && !isReading() && !m_isPicking);
    const int shown = m_table->shownRows();
    const int all = int(rows().rows.size());
    m_shown->setText(shown == all
                         ? tr("%n package(s)", nullptr, all)
                         : tr("%1 of %2 packages").arg(groupedNumber(shown), groupedNumber(all)));
    m_tools->setVisible(!rows().labels.isEmpty());
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    if (rows().labels.isEmpty())
        m_empty->set(isAtWork() ? tr("Reading…") : tr("Nothing to compare yet"),
                     isAtWork() ? tr("What is installed there appears here, source by source.")
                                : tr("No source could be read. What stood in the way is said "
                                     "above."));
    else if (rows().differing == 0 && rows().labels.size() > 1)
        m_empty->set(tr("Nothing differs"), tr("All sources have the same packages."),
                     tr("Show all packages"));
    else
        m_empty->set(tr("No package fits"), tr("The filters leave nothing."),
                     tr("Show all packages"));
    showBar();
}

void ComparePage::showBar()
{
    if (m_isSettling) {
        showSettleBar();
        return;
    }
    if (m_isPicking) {
        m_bar->setSentence(m_sources.isEmpty()
                               ? tr("Tick at least one source; with two or more they are compared.")
                               : tr("The first is the baseline; that can be changed later."));
        m_bar->setActions({{doneAction,
                            tr("Show the comparison"),
                            Button::Kind::Primary,
                            !m_sources.isEmpty(),
                            {}}});
        return;
    }
    const int reading = readingCount();
    QList<ActionItem> actions;
    if (reading > 0) {
        m_bar->setSentence(tr("Reading %1 of %2 sources…").arg(reading).arg(m_sources.size()));
        actions.append({cancelAction, tr("Cancel"), Button::Kind::Quiet, true, {}});
    } else if (rows().labels.size() > 1) {
        m_bar->setSentence(rows().disagreeing == 0 ? tr("No package breaks the same-version rule.")
                                                   : tr("%n package(s) break the same-version rule",
                                                        nullptr, rows().disagreeing));
    } else {
        m_bar->setSentence(tr("Add another source to see what differs."));
    }
    const bool hasRows = !rows().rows.isEmpty();
    const bool canSettle = rows().disagreeing > 0 && m_reader->services().settle;
    actions.append({exportAction, tr("Export…"), Button::Kind::Outlined, hasRows, {}});
    actions.append({copyAction,
                    tr("Copy as Markdown"),
                    canSettle ? Button::Kind::Outlined : Button::Kind::Primary,
                    hasRows,
                    {}});
    if (canSettle)
        actions.append(
            {settleAction, tr("Settle the differences…"), Button::Kind::Primary, reading == 0, {}});
    m_bar->setActions(actions);
}

void ComparePage::showDetails()
{
    const int package = m_table->currentPackage();
    m_details->setVisible(package >= 0);
    if (package >= 0)
        m_details->setPackage(rows(), package);
}

void ComparePage::act(const QString &action)
{
    if (actSettling(action))
        return;
    if (action == doneAction) {
        setPicking(false);
    } else if (action == cancelAction) {
        cancelReading();
    } else if (action == exportAction) {
        openExportMenu();
    } else if (action == copyAction) {
        QApplication::clipboard()->setText(markdown());
        m_bar->setSentence(tr("Copied."));
    }
}

QString ComparePage::markdown() const
{
    return rows().comparison.toMarkdown(rows().labels.size() < 2 ||
                                        !m_table->wanted().onlyDifferences);
}

void ComparePage::openExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<QString, QString> formats[] = {{QStringLiteral("csv"), tr("CSV…")},
                                                   {QStringLiteral("json"), tr("JSON…")},
                                                   {QStringLiteral("md"), tr("Markdown…")},
                                                   {QStringLiteral("html"), tr("HTML…")}};
    for (const auto &[suffix, label] : formats) {
        menu->addAction(label, this, [this, suffix = suffix] {
            auto *dialog = new QFileDialog(this, tr("Export the comparison"));
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setAcceptMode(QFileDialog::AcceptSave);
            dialog->setDefaultSuffix(suffix);
            dialog->selectFile(QStringLiteral("packages.") + suffix);
            connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::exportTo);
            dialog->open();
        });
    }
    const QWidget *button = m_bar->button(exportAction);
    menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ComparePage::exportTo(const QString &file)
{
    const auto work = [comparison = rows().comparison, file,
                       save = m_reader->services().save]() -> Result<void> {
        const QString suffix = QFileInfo(file).suffix().toLower();
        if (suffix == u"json") {
            const auto json = canonicalJson(comparison.toJson());
            return json ? save(file, *json + '\n') : Result<void>(json.error());
        }
        const QString text = suffix == u"csv"    ? comparison.toCsv()
                             : suffix == u"html" ? comparison.toHtml()
                                                 : comparison.toMarkdown(true);
        return save(file, text.toUtf8());
    };
    m_reader->compute(work, [this, file](const Result<void> &saved) {
        m_notice->set(saved ? Tone::Done : Tone::Failed,
                      saved ? tr("Saved as %1.").arg(file) : saved.error().translated(),
                      saved ? QString() : saved.error().detail(), tr("Close"));
        m_notice->show();
    });
}

void ComparePage::retranslate()
{
    m_swap->setLabel(tr("Swap"));
    m_again->setLabel(tr("Read again"));
    m_find->setPurpose(tr("Filter packages"));
    m_filters[0]->setLabel(tr("Only differences"));
    m_filters[1]->setLabel(tr("Major"));
    m_filters[2]->setLabel(tr("Disagreeing"));
    m_filters[3]->setLabel(tr("Top level only"));
    m_strip->retranslate();
    m_problems->retranslate();
    m_table->retranslate();
    m_details->retranslate();
    m_picker->retranslate();
    m_settle->retranslate();
    showSources();
    showState();
}

} // namespace Slipway
