// SPDX-License-Identifier: MIT
#include "ui/pages/carrysheet.h"

#include "ui/pages/inputeditor.h"
#include "ui/pages/inputrow.h"
#include "ui/parts/card.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/markedrow.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/titleblock.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <algorithm>
#include <tuple>

namespace Slipway {

namespace {

const QLatin1String leaveAction("leave-carry");
const QLatin1String againAction("look-again");
const QLatin1String goAction("carry");
constexpr int typingPauseMs = 300;

} // namespace

CarrySheet::CarrySheet(QWidget *parent)
    : RunSheet(parent)
    , m_title(new TitleBlock)
    , m_fileLabel(new TextLabel(Theme::Role::Body, Ink::Second))
    , m_fileName(new ElidedLabel(Theme::Role::Fixed))
    , m_otherFile(new LinkLabel)
    , m_problem(new NoticeBar)
    , m_inputsHeading(new SectionHeading)
    , m_form(new QWidget)
    , m_formRows(new QVBoxLayout(m_form))
    , m_againHeading(new SectionHeading)
    , m_again(new Card)
    , m_carriedHeading(new SectionHeading)
    , m_carried(new Card)
{
    auto *head = new QVBoxLayout;
    head->addWidget(m_title);
    head->addWidget(createFileRow());
    QVBoxLayout *body = layOut(head);
    m_formRows->setContentsMargins(0, 0, 0, 0);
    m_formRows->setSpacing(0);
    QWidget *const parts[] = {m_problem, m_inputsHeading,  m_form,   m_againHeading,
                              m_again,   m_carriedHeading, m_carried};
    for (QWidget *part : parts) {
        if (qobject_cast<SectionHeading *>(part) && part != m_inputsHeading)
            body->addSpacing(theme().px(8));
        body->addWidget(part);
    }
    body->addStretch(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &CarrySheet::ask);
    connect(m_otherFile, &LinkLabel::clicked, this, &CarrySheet::chooseFile);
    connect(m_inputsHeading, &SectionHeading::linkActivated, this,
            [this] { showInputs(m_form->isHidden()); });
    retranslate();
}

QWidget *CarrySheet::createFileRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme().px(12));
    line->addWidget(m_fileLabel);
    line->addWidget(m_fileName, 1);
    line->addWidget(m_otherFile);
    return row;
}

void CarrySheet::open(const RunView &run)
{
    m_run = run;
    m_file.clear();
    m_formBytes.clear();
    m_preview = {};
    m_isStarting = false;
    qDeleteAll(m_rows);
    m_rows.clear();
    showInputs(false);
    ask();
}

void CarrySheet::ask()
{
    if (m_run.id.isEmpty())
        return;
    m_pause.stop();
    Value::Map others;
    for (const InputRow *row : std::as_const(m_rows)) {
        if (row->value() != m_run.inputs.value(row->spec().name))
            others.insert(row->spec().name, row->value());
    }
    m_isAsking = true;
    Q_EMIT previewWanted(m_run.id, m_file, others);
    Q_EMIT changed();
}

void CarrySheet::setFile(const QString &file)
{
    m_file = file;
    ask();
}

void CarrySheet::setPreview(const CarryPreview &preview)
{
    if (preview.run != m_run.id || m_pause.isActive())
        return; // of another run, or of inputs that were changed since
    m_isAsking = false;
    m_preview = preview;
    showPreview();
}

void CarrySheet::showPreview()
{
    m_fileName->setText(homeShortened(m_preview.request.file));
    const bool hasProblem = !m_preview.problem.isEmpty();
    m_problem->setVisible(hasProblem);
    if (hasProblem)
        m_problem->set(Tone::Failed, m_preview.problem.translated(), m_preview.problem.detail());
    showForm();
    showSteps();
    Q_EMIT changed();
}

/// The document's inputs, with what the run began with; made anew only for another document, so
/// that the field one types in stays.
void CarrySheet::showForm()
{
    const NewRunRequest &request = m_preview.request;
    if (request.checklist != m_formBytes) {
        m_formBytes = request.checklist;
        qDeleteAll(m_rows);
        m_rows.clear();
        const ReadChecklist read = readChecklist(request.checklist, request.file);
        const QList<InputSpec> inputs =
            read.checklist ? read.checklist->inputs : QList<InputSpec>();
        for (const InputSpec &input : inputs) {
            if (input.isSecret())
                continue; // the run that continues asks for what it needs
            auto *row = new InputRow(input, m_language);
            if (request.inputs.contains(input.name))
                row->setValue(request.inputs.value(input.name));
            connect(row, &InputRow::changed, this, [this, row] {
                row->check();
                m_pause.start();
                Q_EMIT changed();
            });
            m_formRows->addWidget(row);
            m_rows.append(row);
        }
    }
    m_inputsHeading->setVisible(!m_rows.isEmpty());
    showInputs(!m_form->isHidden() || !areInputsGood());
}

void CarrySheet::showInputs(bool isShown)
{
    m_form->setVisible(isShown && !m_rows.isEmpty());
    m_inputsHeading->setLink(isShown ? tr("Hide the inputs") : tr("Change the inputs"));
}

void CarrySheet::showSteps()
{
    QList<CarryStep> again;
    QList<CarryStep> carried;
    for (const CarryStep &step : std::as_const(m_preview.steps))
        (step.isCarried ? carried : again).append(step);
    const auto note = [this](const QList<CarryStep> &steps) {
        return tr("%1 of %2 steps").arg(steps.size()).arg(m_preview.steps.size());
    };
    m_againHeading->setNote(note(again));
    m_carriedHeading->setNote(note(carried));
    for (const auto &[heading, card, steps] : {std::tuple(m_againHeading, m_again, again),
                                               std::tuple(m_carriedHeading, m_carried, carried)}) {
        fill(card, steps);
        card->setVisible(!steps.isEmpty());
        heading->setVisible(!steps.isEmpty());
    }
}

void CarrySheet::fill(Card *card, const QList<CarryStep> &steps) const
{
    card->clearRows();
    for (const CarryStep &step : steps) {
        const QString title = step.title.in(m_language);
        auto *row = new MarkedRow({step.isCarried ? Mark::Done : Mark::ToDo,
                                   title.isEmpty() ? step.step : title,
                                   step.isCarried ? QString() : step.why.translated(),
                                   {}});
        row->layout()->setContentsMargins(theme().px(16), theme().px(8), theme().px(16),
                                          theme().px(8));
        card->addRow(row);
    }
}

bool CarrySheet::areInputsGood() const
{
    return std::all_of(m_rows.cbegin(), m_rows.cend(),
                       [](const InputRow *row) { return row->isGood(); });
}

bool CarrySheet::isReady() const
{
    return !m_isAsking && !m_isStarting && !m_pause.isActive() && m_preview.problem.isEmpty() &&
           !m_preview.steps.isEmpty() && areInputsGood();
}

QString CarrySheet::sentence() const
{
    if (m_isStarting)
        return tr("The run is being started…");
    if (m_isAsking || m_pause.isActive())
        return tr("Looking at what changed…");
    if (!m_preview.problem.isEmpty() || !areInputsGood())
        return tr("Mend what stands in the way, then look again.");
    if (m_preview.carried() == 0)
        return tr("Nothing can be taken over: every step is done again. Run %1 is closed by this.")
            .arg(shortRunId(m_run.id));
    return tr("Run %1 is closed by this.").arg(shortRunId(m_run.id));
}

QList<ActionItem> CarrySheet::actions() const
{
    return {{leaveAction, tr("Never mind"), Button::Kind::Quiet, true, {}},
            {againAction, tr("Look again"), Button::Kind::Outlined, !m_isAsking && !m_isStarting,
             tr("Reads the checklist once more.")},
            {goAction, tr("Continue in a new run"), Button::Kind::Primary, isReady(),
             tr("Runs until a person is needed.")}};
}

void CarrySheet::act(const QString &id)
{
    if (id == leaveAction) {
        Q_EMIT left();
    } else if (id == againAction) {
        ask();
    } else if (isReady()) {
        m_isStarting = true;
        Q_EMIT continueWanted(m_run.id, m_preview.request);
        Q_EMIT changed();
    }
}

void CarrySheet::setFailed()
{
    m_isAsking = false;
    m_isStarting = false;
    Q_EMIT changed();
}

void CarrySheet::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Continue with this checklist"),
                                   QFileInfo(m_preview.request.file).path(),
                                   tr("Checklists (*.checklist.yaml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CarrySheet::setFile);
    dialog->open();
}

void CarrySheet::setLanguage(const QString &language)
{
    m_language = language;
    for (InputRow *row : std::as_const(m_rows))
        row->setLanguage(language);
    showSteps();
}

void CarrySheet::retranslate()
{
    m_title->setTitle(tr("Continue with a changed checklist"));
    m_title->setDescription(
        tr("A new run begins on the checklist as it is now. What did not change is taken over with "
           "its results and its evidence; the rest is done. Nothing happens until you say so "
           "below."));
    m_fileLabel->setText(tr("Checklist"));
    m_otherFile->setLabel(tr("Another file…"));
    m_inputsHeading->setTitle(tr("What the run works on"));
    m_againHeading->setTitle(tr("To do in the new run"));
    m_carriedHeading->setTitle(tr("Taken over as it is"));
    showPreview();
}

} // namespace Slipway
