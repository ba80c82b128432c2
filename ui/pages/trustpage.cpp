// SPDX-License-Identifier: MIT
#include "ui/pages/trustpage.h"

#include "core/trust/harmless.h"
#include "core/trust/trustwords.h"
#include "ui/diff/diffview.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/facttable.h"
#include "ui/parts/layouts.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"
#include "ui/parts/tabbar.h"
#include "ui/parts/titleblock.h"

#include <QVBoxLayout>

namespace Slipway {

namespace {

const QString touchesTab = QStringLiteral("touches");
const QString textTab = QStringLiteral("text");
const QLatin1String trustAction("trust");
const QLatin1String laterAction("later");
// Each row is a few widgets; the rest of a list that nobody reads to its end is one text.
constexpr qsizetype mostRows = 150;
constexpr qsizetype mostSteps = 3;

QString shownSteps(const QStringList &steps)
{
    QStringList some = steps.mid(0, mostSteps);
    if (steps.size() > mostSteps)
        some.append(QStringLiteral("+%1").arg(steps.size() - mostSteps));
    return harmless(some.join(QLatin1String(", ")));
}

QString shownText(const Touched &touched)
{
    QString text = touched.isNew ? QStringLiteral("+ ") : QString();
    text += touched.text.translated();
    if (!touched.note.isEmpty())
        text += QStringLiteral(" (%1)").arg(touched.note.translated());
    return text;
}

} // namespace

TrustPage::TrustPage(QWidget *parent)
    : Page(Page::Ground::Panel, parent)
    , m_title(new TitleBlock)
    , m_tabs(new TabBar)
    , m_touches(createTouches())
    , m_text(new DiffView)
    , m_bar(new ActionBar)
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme().px(28), theme().px(20), theme().px(28), 0);
    head->setSpacing(theme().px(14));
    head->addWidget(m_title);
    head->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_touches, 1);
    column->addWidget(m_text, 1);
    column->addWidget(m_bar);
    connect(m_tabs, &TabBar::currentIdChanged, this, &TrustPage::showPane);
    connect(m_bar, &ActionBar::triggered, this, [this](const QString &id) {
        if (id == trustAction)
            Q_EMIT trusted(m_question);
        else
            Q_EMIT declined();
    });
    retranslate();
}

QWidget *TrustPage::createTouches()
{
    m_warning = new NoticeBar;
    m_facts = new FactTable;
    m_sections = new QVBoxLayout;
    m_limits = new ProseLabel(Theme::Role::Body, Ink::Second);
    m_sections->setSpacing(theme().px(12));
    m_limits->setMaximumTextWidth(760);
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(16), 0, theme().px(28));
    body->setSpacing(theme().px(16));
    body->addWidget(m_warning);
    body->addWidget(m_facts);
    body->addLayout(m_sections);
    body->addWidget(m_limits);
    body->addStretch(1);
    return scroll;
}

void TrustPage::setQuestion(const TrustQuestion &question, const QString &language)
{
    m_question = question;
    m_language = language;
    m_tabs->setCurrentId(touchesTab);
    retranslate();
    Q_EMIT placeChanged();
}

void TrustPage::setLanguage(const QString &language)
{
    m_language = language;
    retranslate();
}

void TrustPage::showTab(const QString &id)
{
    m_tabs->setCurrentId(id);
    showPane();
}

void TrustPage::showHead()
{
    m_title->setMark(Mark::NeedsYou);
    m_title->setTitle(tr("May “%1” run here?").arg(placeTitle()));
    m_title->setDescription(TrustWords::standing(m_question).translated());
    QList<ChipText> chips{m_question.before ? ChipText{tr("Changed since"), Tone::Needs}
                                            : ChipText{tr("Not trusted yet"), Tone::Needs}};
    if (m_question.touches.usesEngine)
        chips.append({tr("as root, through containers"), Tone::Failed});
    if (m_question.touches.usesShell)
        chips.append({tr("shell text"), Tone::Failed});
    m_title->setChips(chips);
}

void TrustPage::showTouches()
{
    QStringList sentences;
    const QList<Message> warnings = TrustWords::warnings(m_question.touches);
    for (const Message &warning : warnings)
        sentences.append(warning.translated());
    m_warning->setVisible(!sentences.isEmpty());
    if (!sentences.isEmpty())
        m_warning->set(Tone::Failed, sentences.join(u' '));
    QStringList files;
    for (const IncludedFile &file : m_question.bundle.files)
        files.append(harmless(file.path));
    m_facts->setRows({{tr("The checklist"), harmless(m_question.bundle.file, false, 4096)},
                      {tr("Its files"), files.join(u'\n')}});
    clearLayout(m_sections);
    for (const Reach what : TrustWords::reaches)
        addSection(what);
    m_limits->setText(TrustWords::limits().translated());
}

void TrustPage::addSection(Reach what)
{
    const QList<Touched> things = m_question.touches.all(what);
    if (things.isEmpty())
        return;
    auto *heading = new SectionHeading(TrustWords::title(what).translated());
    heading->setNote(groupedNumber(things.size()));
    m_sections->addWidget(heading);
    QList<FactRow> rows;
    QStringList rest;
    for (const Touched &touched : things) {
        if (rows.size() < mostRows)
            rows.append({shownSteps(touched.steps), shownText(touched),
                         touched.isNew ? Tone::Needs : Tone::Plain, true});
        else
            rest.append(shownText(touched));
    }
    auto *table = new FactTable;
    table->setRows(rows);
    m_sections->addWidget(table);
    if (rest.isEmpty())
        return;
    auto *more = new ProseLabel(Theme::Role::Fixed);
    more->setText(rest.join(u'\n'));
    m_sections->addWidget(more);
}

void TrustPage::showText()
{
    DiffFiles files;
    const QList<BundleChange> changes = m_question.changes();
    for (const BundleChange &change : changes)
        files.append(
            {harmless(change.path), change.before, change.after, {}, change.isNew, change.isGone});
    m_text->setFiles(files);
    m_text->setEmptyText(tr("Its bytes are the same"),
                         tr("It was trusted with the same bytes, but that is not believed."));
}

void TrustPage::showPane()
{
    const bool isText = m_tabs->currentId() == textTab;
    m_touches->setVisible(!isText);
    m_text->setVisible(isText);
}

QString TrustPage::placeTitle() const
{
    return harmless(m_question.title.in(m_language), false, 120);
}

QString TrustPage::placeNote() const
{
    return tr("trust");
}

void TrustPage::retranslate()
{
    m_tabs->setTabs(
        {{touchesTab, tr("What it would touch"), groupedNumber(m_question.touches.things.size())},
         {textTab, m_question.before ? tr("What changed") : tr("Its text"),
          groupedNumber(m_question.changes().size())}});
    m_bar->setSentence(tr("Nothing of it has run. Trust it if you trust who wrote it."));
    m_bar->setActions({{laterAction, tr("Not now"), Button::Kind::Outlined, true, {}},
                       {trustAction, tr("Trust it"), Button::Kind::Primary, true,
                        tr("These bytes in this place; one changed byte asks again.")}});
    showHead();
    showTouches();
    showText();
    showPane();
}

} // namespace Slipway
