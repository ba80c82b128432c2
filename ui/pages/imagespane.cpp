// SPDX-License-Identifier: MIT
#include "ui/pages/imagespane.h"

#include "ui/pages/evidenceloader.h"
#include "ui/pages/imagechoicerow.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/facttable.h"
#include "ui/parts/layouts.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace Slipway {

namespace {

Evidence imagesOf(const StepView &step)
{
    for (const EvidenceView &one : step.evidence) {
        if (one.evidence.type == QLatin1String("images"))
            return one.evidence;
    }
    return {};
}

} // namespace

ImagesPane::ImagesPane(const ObjectReader &reader, QWidget *parent)
    : StepPane(parent)
    , m_loader(new EvidenceLoader(reader, this))
    , m_state(new EmptyState)
    , m_file(new ProseLabel(Theme::Role::Fixed, Ink::Second))
    , m_openHeading(new SectionHeading)
    , m_openRows(new QVBoxLayout)
    , m_restHeading(new SectionHeading)
    , m_rest(new FactTable)
    , m_stack(new QStackedLayout(this))
{
    auto *scroll = new ScrollColumn(900, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->setSpacing(theme().px(8));
    body->addWidget(m_file);
    body->addWidget(m_openHeading);
    body->addLayout(m_openRows);
    body->addWidget(m_restHeading);
    body->addWidget(m_rest);
    body->addStretch(1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(scroll);
    connect(m_loader, &EvidenceLoader::loaded, this, &ImagesPane::take);
    retranslate();
}

bool ImagesPane::hasImages(const StepView &step)
{
    return step.isAsking && !imagesOf(step).digest.isEmpty();
}

void ImagesPane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    if (!isSame || imagesOf(step).digest != m_loaded) {
        m_isLoaded = false;
        m_loaded.clear();
    }
    if (m_isLoaded)
        showTaken();
    loadIfSeen();
}

void ImagesPane::loadIfSeen()
{
    const Evidence images = imagesOf(m_step);
    if (!isVisible() || m_loaded == images.digest)
        return;
    m_loaded = images.digest;
    m_state->set(tr("Reading the tags…"), {});
    m_stack->setCurrentIndex(0);
    m_loader->load({images});
}

void ImagesPane::take(const LoadedEvidence &loaded)
{
    const auto choices = loaded.error.isEmpty() ? ImageChoices::fromBytes(loaded.bytes.value(0))
                                                : Result<ImageChoices>(loaded.error);
    if (!choices) {
        m_state->set(tr("The tags cannot be shown"), choices.error().translated());
        return;
    }
    m_choices = *choices;
    m_isLoaded = true;
    rebuild();
    m_stack->setCurrentIndex(1);
}

void ImagesPane::rebuild()
{
    clearLayoutLater(m_openRows);
    m_rows.clear();
    QList<FactRow> rest;
    for (const ChoosableImage &image : std::as_const(m_choices.images)) {
        if (!image.isOpen) {
            rest.append({image.service,
                         image.choice.next.isEmpty()
                             ? tr("stays at %1").arg(image.image)
                             : QStringLiteral("%1 → %2").arg(image.image, image.choice.next)});
            continue;
        }
        auto *row = new ImageChoiceRow(image);
        connect(row, &ImageChoiceRow::chosen, this, [this, image](const QString &tag) {
            Q_EMIT answered(image.service, ImageAnswer::take(image, tag), std::nullopt);
        });
        connect(row, &ImageChoiceRow::linkOpened, this, &ImagesPane::linkOpened);
        m_openRows->addWidget(row);
        m_rows.append(row);
    }
    m_file->setText(m_choices.file);
    m_openHeading->setVisible(!m_rows.isEmpty());
    m_rest->setRows(rest);
    m_rest->setVisible(!rest.isEmpty());
    m_restHeading->setVisible(!rest.isEmpty());
    showTaken();
}

void ImagesPane::showTaken()
{
    for (ImageChoiceRow *row : std::as_const(m_rows))
        row->setTaken(
            ImageAnswer::taken(m_step.answers, row->image().service, row->image().choice.current));
    Q_EMIT changed();
}

int ImagesPane::open() const
{
    return int(m_choices.open(m_step.answers).size());
}

QString ImagesPane::sentence() const
{
    if (!m_isLoaded)
        return {};
    return open() > 0 ? tr("%n image(s) still to be decided", nullptr, open())
                      : tr("Everything is decided; nothing of it is in the file yet.");
}

void ImagesPane::showEvent(QShowEvent *event)
{
    StepPane::showEvent(event);
    loadIfSeen();
}

void ImagesPane::retranslate()
{
    m_openHeading->setTitle(tr("To be decided"));
    m_restHeading->setTitle(tr("The other images"));
    if (m_isLoaded)
        rebuild();
}

} // namespace Slipway
