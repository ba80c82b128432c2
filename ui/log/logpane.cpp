// SPDX-License-Identifier: MIT
#include "ui/log/logpane.h"

#include "ui/log/indextimes.h"
#include "ui/log/logview.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/rule.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedLayout>

namespace Slipway {

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new LogView)
    , m_empty(new EmptyState)
    , m_find(new SearchField)
    , m_counts(new TextLabel(Theme::Role::Small, Ink::Second))
    , m_follow(new ToggleChip)
    , m_wrap(new ToggleChip)
    , m_times(new ToggleChip)
    , m_stack(new QStackedLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createTools());
    column->addWidget(new Rule);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    column->addLayout(m_stack, 1);
    m_follow->setChecked(true);
    m_times->setChecked(true);
    m_times->hide(); // until there are some
    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
    connectParts();
    retranslate();
    updateCounts();
}

QWidget *LogPane::createTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setSpacing(theme().px(8));
    row->setContentsMargins(theme().px(28), theme().px(7), theme().px(28), theme().px(7));
    row->addWidget(m_find);
    row->addWidget(m_counts, 1);
    for (ToggleChip *chip : {m_follow, m_wrap, m_times})
        row->addWidget(chip);
    m_find->setMaximumWidth(theme().px(260));
    return tools;
}

void LogPane::connectParts()
{
    connect(m_find, &SearchField::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { m_view->find(m_find->text()); });
    connect(m_find, &SearchField::nextRequested, m_view, &LogView::findNext);
    connect(m_find, &SearchField::previousRequested, m_view, &LogView::findPrevious);
    connect(m_find, &SearchField::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_follow, &ToggleChip::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &ToggleChip::setChecked);
    connect(m_wrap, &ToggleChip::toggled, m_view, &LogView::setWrapped);
    connect(m_times, &ToggleChip::toggled, m_view, &LogView::setTimesShown);
    connect(m_view, &LogView::countsChanged, this, &LogPane::updateCounts);
    connect(m_view, &LogView::searchChanged, this, &LogPane::updateFindings);
}

void LogPane::setLog(const QString &path, bool isLive)
{
    const bool isOther = path != m_view->file().path();
    if (isOther)
        m_view->setFollowing(isLive);
    m_view->setFile(path, isLive);
    if (isOther && !path.isEmpty())
        setTimes(std::make_unique<IndexTimes>(path));
    updateCounts();
}

void LogPane::setTimes(std::unique_ptr<LogTimes> times)
{
    m_times->setVisible(times != nullptr);
    m_view->setTimes(std::move(times));
}

void LogPane::setEmptyText(const QString &title, const QString &text)
{
    m_empty->set(title, text);
}

qint64 LogPane::lineCount() const
{
    return m_view->file().lineCount();
}

void LogPane::updateCounts()
{
    m_stack->setCurrentIndex(lineCount() > 0 ? 1 : 0);
    updateFindings();
    Q_EMIT lineCountChanged(lineCount());
}

void LogPane::updateFindings()
{
    const LogSearch &search = m_view->search();
    if (!search.text().isEmpty()) {
        const qsizetype found = search.lines().size();
        QString text = found == 0
                           ? tr("not found")
                           : tr("%1 of %2 lines")
                                 .arg(groupedNumber(m_view->currentMatch()), groupedNumber(found));
        if (search.isSearching())
            text = tr("%1 so far…").arg(groupedNumber(found));
        m_counts->setText(text);
        return;
    }
    const LogFile &file = m_view->file();
    if (file.lineCount() == 0) {
        m_counts->setText({});
        return;
    }
    const auto said = [](qint64 n, const QString &none, const QString &one, const QString &many) {
        return n == 0 ? none : n == 1 ? one : many.arg(groupedNumber(n));
    };
    const QString warnings =
        said(file.warnings(), tr("no warnings"), tr("1 warning"), tr("%1 warnings"));
    const QString errors = said(file.errors(), tr("no errors"), tr("1 error"), tr("%1 errors"));
    m_counts->setText(QStringLiteral("%1 \u00b7 %2").arg(warnings, errors));
}

void LogPane::retranslate()
{
    m_find->setPurpose(tr("Find in output"));
    m_follow->setLabel(tr("Follow"));
    m_wrap->setLabel(tr("Wrap"));
    m_times->setLabel(tr("Times"));
    m_empty->set(tr("No output yet"), tr("What the step's programs print appears here, line by "
                                         "line, while they run."));
    updateFindings();
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Slipway
