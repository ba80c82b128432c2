// SPDX-License-Identifier: MIT
#include "ui/compare/comparepage.h"

#include "ui/compare/changebars.h"
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

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedLayout>

namespace Slipway {

namespace {
constexpr int marginUnits = 28;
constexpr int detailsUnits = 340;
constexpr int barsFrom = 900; ///< narrower, the picture of the changes has no room
} // namespace

ComparePage::ComparePage(const CompareServices &services, QWidget *parent)
    : Page(Ground::Panel, parent)
    , m_reader(new SourceReader(services, this))
    , m_notice(new NoticeBar)
    , m_title(new ProseLabel(Theme::Role::Title))
    , m_strip(new SourceStrip)
    , m_how(new TextLabel(Theme::Role::Small, Ink::Second))
    , m_swap(new LinkLabel)
    , m_again(new LinkLabel)
    , m_bars(new ChangeBars)
    , m_problems(new SourceProblems)
    , m_find(new SearchField)
    , m_shown(new TextLabel(Theme::Role::Small, Ink::Second))
    , m_table(new CompareTable)
    , m_details(new PackageDetails)
    , m_picker(new SourcePicker)
    , m_settle(new SettlePane)
    , m_empty(new EmptyState)
    , m_bar(new ActionBar)
{
    auto *inner = new QVBoxLayout;
    const int margin = theme().px(marginUnits);
    inner->setContentsMargins(margin, theme().px(18), margin, 0);
    inner->setSpacing(theme().px(12));
    inner->addWidget(createHead());
    inner->addWidget(m_problems);
    inner->addWidget(createBody(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addLayout(inner, 1);
    column->addWidget(m_bar);
    m_notice->hide();
    m_details->hide();
    connectParts();
    m_filters[0]->setChecked(true);
    setPicking(true);
    retranslate();
}

ComparePage::~ComparePage() = default;

QWidget *ComparePage::createHead()
{
    auto *how = new QHBoxLayout;
    how->setSpacing(theme().px(16));
    how->addWidget(m_how);
    how->addWidget(m_swap);
    how->addWidget(m_again);
    how->addStretch(1);
    auto *left = new QVBoxLayout;
    left->setSpacing(theme().px(8));
    left->addWidget(m_title);
    left->addWidget(m_strip);
    left->addLayout(how);
    left->addStretch(1);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(28));
    row->addLayout(left, 1);
    row->addWidget(m_bars, 0, Qt::AlignTop);
    head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return head;
}

QWidget *ComparePage::createTools()
{
    m_find->setMaximumWidth(theme().px(240));
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    row->addWidget(m_find);
    for (int i = 0; i < 4; ++i) {
        m_filters.append(new ToggleChip);
        row->addWidget(m_filters.last());
        connect(m_filters.last(), &ToggleChip::toggled, this, &ComparePage::filter);
    }
    row->addStretch(1);
    row->addWidget(m_shown);
    connect(m_find, &SearchField::textChanged, this, &ComparePage::filter);
    connect(m_find, &SearchField::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_find, &SearchField::nextRequested, m_table, qOverload<>(&QWidget::setFocus));
    return tools;
}

QWidget *ComparePage::createBody()
{
    m_tools = createTools();
    m_details->setFixedWidth(theme().px(detailsUnits));
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(16));
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    row->addLayout(m_stack, 1);
    row->addWidget(m_details);
    m_tableBox = new QWidget;
    auto *column = new QVBoxLayout(m_tableBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(m_tools);
    column->addWidget(both, 1);
    auto *body = new QWidget;
    auto *all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_tableBox, 1);
    all->addWidget(m_picker, 1);
    all->addWidget(m_settle, 1);
    return body;
}

void ComparePage::connectParts()
{
    connect(m_strip, &SourceStrip::addRequested, this, [this] { setPicking(true); });
    connect(m_strip, &SourceStrip::menuRequested, this, &ComparePage::openMenu);
    connect(m_strip, &SourceStrip::removeRequested, this, &ComparePage::removeSource);
    connect(m_problems, &SourceProblems::readAgain, this, &ComparePage::readAgain);
    connect(m_problems, &SourceProblems::remove, this, &ComparePage::removeSource);
    connect(m_swap, &LinkLabel::clicked, this, &ComparePage::swap);
    connect(m_again, &LinkLabel::clicked, this, &ComparePage::readAllAgain);
    connect(m_table, &CompareTable::currentPackageChanged, this, &ComparePage::showDetails);
    connect(m_table, &CompareTable::leftUpwards, m_find, qOverload<>(&QWidget::setFocus));
    connect(m_details, &PackageDetails::closed, this, [this] {
        m_table->clearCurrent();
        m_table->setFocus();
    });
    connect(m_picker, &SourcePicker::toggled, this, [this](const QString &source) {
        for (const CompareSource &one : std::as_const(m_sources)) {
            if (one.source == source) {
                removeSource(one.id);
                return;
            }
        }
        addSource(source);
    });
    connect(m_picker, &SourcePicker::chooseFile, this, &ComparePage::chooseFile);
    connect(m_picker, &SourcePicker::chooseVenv, this, &ComparePage::chooseVenv);
    connect(m_picker, &SourcePicker::readingChanged, this, &ComparePage::readAllAgain);
    connect(m_notice, &NoticeBar::actionTriggered, m_notice, &QWidget::hide);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { setWanted({}); });
    connect(m_bar, &ActionBar::triggered, this, &ComparePage::act);
}

const CompareRows &ComparePage::rows() const
{
    return m_table->rows();
}

bool ComparePage::isReading() const
{
    return readingCount() > 0;
}

bool ComparePage::isAtWork() const
{
    return isReading() || m_shownGeneration != m_generation;
}

int ComparePage::readingCount() const
{
    return int(std::count_if(m_sources.cbegin(), m_sources.cend(), [](const CompareSource &one) {
        return one.state == CompareSource::State::Reading;
    }));
}

void ComparePage::setWanted(const CompareFilter::Wanted &wanted)
{
    const bool states[] = {wanted.onlyDifferences, wanted.onlyMajor, wanted.onlyDisagreeing,
                           wanted.onlyTopLevel};
    for (int i = 0; i < m_filters.size(); ++i) {
        const QSignalBlocker quiet(m_filters[i]);
        m_filters[i]->setChecked(states[i]);
        m_filters[i]->update();
    }
    const QSignalBlocker quiet(m_find);
    m_find->setText(wanted.text);
    filter();
}

void ComparePage::filter()
{
    // What a single source cannot answer filters nothing.
    const bool hasChanges = rows().labels.size() > 1;
    const auto isOn = [&](int chip) { return hasChanges && m_filters[chip]->isChecked(); };
    m_table->setWanted({m_find->text().trimmed().toCaseFolded(), isOn(0), isOn(1), isOn(2),
                        m_filters[3]->isChecked() && rows().saysTopLevel});
    showState();
}

QString ComparePage::placeTitle() const
{
    return tr("Compare packages");
}

void ComparePage::find()
{
    if (m_isPicking)
        m_picker->find();
    else
        m_find->setFocus(Qt::ShortcutFocusReason);
}

void ComparePage::lookAgain()
{
    if (m_isPicking)
        askOffers();
    else if (m_isSettling)
        lookForSettling();
    else
        readAllAgain();
}

bool ComparePage::stepBack()
{
    if (m_isPicking && !m_sources.isEmpty()) {
        setPicking(false);
        return true;
    }
    if (m_isSettling) {
        setSettling(false);
        return true;
    }
    if (!m_isPicking && m_table->currentPackage() >= 0) {
        m_table->clearCurrent();
        return true;
    }
    return false;
}

void ComparePage::showParts()
{
    m_picker->setVisible(m_isPicking);
    m_settle->setVisible(m_isSettling);
    m_tableBox->setVisible(!m_isPicking && !m_isSettling);
}

void ComparePage::setPicking(bool isPicking)
{
    m_isPicking = isPicking;
    m_isSettling = false;
    showParts();
    if (isPicking) {
        if (isVisible())
            askOffers();
        m_picker->find();
    }
    showSources();
    showState();
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isPicking)
        askOffers();
}

void ComparePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_bars->setVisible(width() >= theme().px(barsFrom));
    m_details->setFixedWidth(theme().px(width() >= theme().px(barsFrom) ? detailsUnits : 260));
}

} // namespace Slipway
