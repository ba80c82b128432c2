// SPDX-License-Identifier: MIT
#include "ui/pages/inputspage.h"

#include "ui/pages/forecast.h"
#include "ui/pages/inputrow.h"
#include "ui/pages/machinelist.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"
#include "ui/parts/titleblock.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace Slipway {

namespace {
constexpr int typingPauseMs = 180;
constexpr int sideWidth = 300;
constexpr int sideBesideFrom = 900; // narrower than this, the side goes below the form
const QLatin1String startAction("start");
const QLatin1String stepAction("step-by-step");
const QLatin1String rehearseAction("rehearse");
} // namespace

InputsPage::InputsPage(QWidget *parent)
    : Page(Ground::Panel, parent)
    , m_title(new TitleBlock)
    , m_notice(new NoticeBar)
    , m_formHeading(new SectionHeading)
    , m_form(new QVBoxLayout)
    , m_noInputs(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_machineHeading(new SectionHeading)
    , m_machine(new MachineList)
    , m_forecastHeading(new SectionHeading)
    , m_forecast(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_side(createSide())
    , m_bar(new ActionBar)
{
    auto *scroll = new ScrollColumn(1400, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(20), 0, theme().px(28));
    body->setSpacing(theme().px(12));
    m_notice->hide();
    body->addWidget(m_notice);
    body->addWidget(m_title);
    m_columns->setSpacing(theme().px(40));
    m_columns->addWidget(createForm(), 1);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    body->addLayout(m_columns);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_bar);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &InputsPage::check);
    connect(m_bar, &ActionBar::triggered, this, &InputsPage::start);
    retranslate();
}

QWidget *InputsPage::createForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    column->addWidget(m_formHeading);
    column->addWidget(m_noInputs);
    m_form->setSpacing(0);
    column->addLayout(m_form);
    column->addStretch(1);
    return form;
}

QWidget *InputsPage::createSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    column->addWidget(m_machineHeading);
    column->addWidget(m_machine);
    column->addSpacing(theme().px(16));
    column->addWidget(m_forecastHeading);
    column->addWidget(m_forecast);
    column->addStretch(1);
    return side;
}

void InputsPage::setChecklist(const Checklist &checklist, const QString &language,
                              const Value::Map &given)
{
    m_checklist = checklist;
    m_language = language;
    m_asked.clear();
    m_expectedMs = -1;
    m_isStarting = false;
    m_isRehearsing = false;
    setProblem({});
    createRows(given);
    retranslate();
    check();
    if (const QStringList secrets = m_checklist.secrets(); !secrets.isEmpty())
        Q_EMIT lookForSecrets(m_checklist.name, secrets);
    Q_EMIT placeChanged();
}

void InputsPage::createRows(const Value::Map &given)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const InputSpec &spec : std::as_const(m_checklist.inputs)) {
        auto *row = new InputRow(spec, m_language);
        if (given.contains(spec.name))
            row->setValue(given.value(spec.name));
        connect(row, &InputRow::changed, this, [this] {
            setProblem({});
            m_pause.start();
        });
        connect(row, &InputRow::secretTyped, this,
                [this](const QString &name, const QString &value) {
                    Q_EMIT keepSecret(m_checklist.name, name, value);
                });
        connect(row, &InputRow::secretForgotten, this,
                [this](const QString &name) { Q_EMIT forgetSecret(m_checklist.name, name); });
        m_form->addWidget(row);
        m_rows.append(row);
    }
    m_noInputs->setVisible(m_rows.isEmpty());
    for (qsizetype i = 1; i < m_rows.size(); ++i)
        setTabOrder(m_rows[i - 1], m_rows[i]);
}

void InputsPage::setLanguage(const QString &language)
{
    m_language = language;
    for (InputRow *row : std::as_const(m_rows))
        row->setLanguage(language);
    retranslate();
}

void InputsPage::setMachine(const QList<MachineFact> &facts)
{
    m_machine->setFacts(facts);
}

void InputsPage::setDirectoryFact(const QString &path, const DirectoryFact &fact)
{
    for (InputRow *row : std::as_const(m_rows))
        row->setDirectoryFact(path, fact);
    check();
}

void InputsPage::setSecretFact(const QString &checklist, const QString &name,
                               const SecretFact &fact)
{
    if (checklist != m_checklist.name)
        return;
    for (InputRow *row : std::as_const(m_rows)) {
        if (row->spec().name == name && row->spec().isSecret())
            row->setSecretFact(fact);
    }
    check();
}

void InputsPage::setExpectation(qint64 expectedMs, int earlierRuns)
{
    m_expectedMs = expectedMs;
    m_earlierRuns = earlierRuns;
    showForecast();
}

void InputsPage::setProblem(const QString &sentence, const QString &detail)
{
    m_notice->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        m_notice->set(Tone::Failed, sentence, detail);
        m_isRehearsing = false;
        setStarting(false);
    }
}

void InputsPage::setRehearsing(bool isRehearsing)
{
    m_isRehearsing = isRehearsing;
    showActions();
}

void InputsPage::setStarting(bool isStarting)
{
    m_isStarting = isStarting;
    showActions();
}

Value::Map InputsPage::values() const
{
    Value::Map values;
    for (const InputRow *row : m_rows) {
        if (!row->spec().isSecret())
            values.insert(row->spec().name, row->value());
    }
    return values;
}

void InputsPage::check()
{
    m_pause.stop();
    for (InputRow *row : std::as_const(m_rows))
        row->check();
    askForDirectories();
    showForecast();
    showActions();
}

void InputsPage::askForDirectories()
{
    for (const InputRow *row : std::as_const(m_rows)) {
        const QStringList paths = row->directories();
        for (const QString &path : paths) {
            if (m_asked.contains(path))
                continue;
            m_asked.insert(path);
            Q_EMIT checkDirectory(path);
        }
    }
}

void InputsPage::showForecast()
{
    Forecast forecast = Forecast::of(m_checklist, values());
    forecast.expectedMs = m_expectedMs;
    forecast.earlierRuns = m_earlierRuns;
    m_forecast->setSpans({{forecast.lines().join(QLatin1Char('\n')), Span::Style::Plain}});
}

void InputsPage::showActions()
{
    int missing = 0;
    int wrong = 0;
    for (const InputRow *row : std::as_const(m_rows)) {
        missing += row->isMissing() ? 1 : 0;
        wrong += !row->isGood() && !row->isMissing() ? 1 : 0;
    }
    QStringList parts;
    if (wrong > 0)
        parts.append(tr("%n thing(s) to mend before the start", nullptr, wrong));
    if (missing > 0)
        parts.append(tr("%n input(s) still empty", nullptr, missing));
    QString sentence = parts.join(QString::fromUtf8(" · "));
    if (m_isStarting)
        sentence = tr("The run is being started…");
    else if (m_isRehearsing)
        sentence = tr("Rehearsing: every step is planned and none is done…");
    else if (parts.isEmpty())
        sentence = tr("Nothing happens before you start it.");
    m_bar->setSentence(sentence);
    const bool mayStart = parts.isEmpty() && !m_isStarting && !m_isRehearsing;
    m_bar->setActions({{rehearseAction, tr("Rehearse"), Button::Kind::Outlined, mayStart,
                        tr("Shows the changes and the commands of every step, and does nothing.")},
                       {stepAction, tr("Start step by step"), Button::Kind::Outlined, mayStart,
                        tr("Each step waits for you before it starts.")},
                       {startAction, tr("Start"), Button::Kind::Primary, mayStart,
                        tr("Runs until a person is needed.")}});
}

void InputsPage::start(const QString &action)
{
    check();
    const bool isGood = std::all_of(m_rows.begin(), m_rows.end(),
                                    [](const InputRow *row) { return row->isGood(); });
    if (!isGood || m_isStarting || m_isRehearsing)
        return;
    if (action == rehearseAction) {
        setRehearsing(true);
        Q_EMIT rehearse(m_checklist.file, values());
        return;
    }
    for (InputRow *row : std::as_const(m_rows))
        row->submitSecret();
    setStarting(true);
    Q_EMIT startRun(m_checklist.file, values(), action == stepAction);
}

void InputsPage::startNow()
{
    start(startAction);
}

QString InputsPage::placeTitle() const
{
    return m_checklist.title.in(m_language);
}

QString InputsPage::placeNote() const
{
    return tr("new run");
}

void InputsPage::lookAgain()
{
    m_asked.clear();
    askForDirectories();
    Q_EMIT lookAtMachineAgain();
}

void InputsPage::retranslate()
{
    m_title->setTitle(m_checklist.title.in(m_language));
    m_title->setDescription(m_checklist.help.in(m_language));
    m_formHeading->setTitle(tr("What this run works on"));
    m_noInputs->setText(tr("This checklist asks for nothing: it can start as it is."));
    m_machineHeading->setTitle(tr("This machine"));
    m_forecastHeading->setTitle(tr("What will happen"));
    m_machine->retranslate();
    for (InputRow *row : std::as_const(m_rows))
        row->setLanguage(m_language);
    showForecast();
    showActions();
}

void InputsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isBeside = width() >= theme().px(sideBesideFrom);
    m_columns->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(theme().px(isBeside ? 40 : 28));
    m_side->setMinimumWidth(isBeside ? theme().px(sideWidth) : 0);
    m_side->setMaximumWidth(theme().px(isBeside ? sideWidth : 560));
}

} // namespace Slipway
