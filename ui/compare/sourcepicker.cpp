// SPDX-License-Identifier: MIT
#include "ui/compare/sourcepicker.h"

#include "ui/compare/offerdelegate.h"
#include "ui/compare/offermodel.h"
#include "ui/parts/button.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QStackedLayout>

namespace Slipway {

SourcePicker::SourcePicker(QWidget *parent)
    : QWidget(parent)
    , m_model(new OfferModel(this))
    , m_field(new SearchField)
    , m_file(new Button)
    , m_venv(new Button)
    , m_list(new QListView)
    , m_none(new EmptyState)
    , m_how(new TextLabel(Theme::Role::Small, Ink::Second))
    , m_meaning(new ProseLabel(Theme::Role::Small, Ink::Second))
{
    createList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(createTools());
    column->addWidget(createReadings());
    auto *both = new QWidget;
    m_stack = new QStackedLayout(both);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_none);
    column->addWidget(both, 1);
    retranslate();
}

QWidget *SourcePicker::createTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    m_field->setMaximumWidth(theme().px(460));
    row->addWidget(m_field, 1);
    row->addWidget(m_file);
    row->addWidget(m_venv);
    row->addStretch(1);
    connect(m_field, &SearchField::textChanged, this, [this](const QString &text) {
        m_model->setWords(text);
        showFit();
    });
    connect(m_field, &SearchField::nextRequested, this, &SourcePicker::toggleCurrent);
    connect(m_field, &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_file, &Button::clicked, this, &SourcePicker::chooseFile);
    connect(m_venv, &Button::clicked, this, &SourcePicker::chooseVenv);
    return tools;
}

QWidget *SourcePicker::createReadings()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    row->addWidget(m_how);
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < 3; ++i) {
        auto *chip = new ToggleChip;
        group->addButton(chip, i);
        m_readings.append(chip);
        row->addWidget(chip);
    }
    m_readings.first()->setChecked(true);
    row->addWidget(m_meaning, 1, Qt::AlignVCenter);
    connect(group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (!isOn)
            return;
        retranslate();
        Q_EMIT readingChanged();
    });
    return tools;
}

void SourcePicker::createList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_list, &QListView::clicked, this, &SourcePicker::toggleCurrent);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &SourcePicker::toggleCurrent);
    }
}

/// What stands under the cursor; the first where there is no cursor.
void SourcePicker::toggleCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const QModelIndex index = current.isValid() ? current : m_model->index(0);
    const QString source = index.data(OfferModel::SourceRole).toString();
    if (!source.isEmpty())
        Q_EMIT toggled(source);
}

void SourcePicker::setLooking()
{
    m_isLooking = true;
    m_problem.clear();
    showFit();
}

void SourcePicker::setOffers(const Result<QList<SourceOffer>> &offers)
{
    m_isLooking = false;
    m_problem = offers ? QString() : offers.error().translated();
    m_model->setOffers(offers.valueOr({}));
    showFit();
}

void SourcePicker::setChosen(const QStringList &sources)
{
    m_model->setChosen(sources);
}

ImageReading SourcePicker::reading() const
{
    if (m_readings[int(ImageReading::Scan)]->isChecked())
        return ImageReading::Scan;
    return m_readings[int(ImageReading::Ask)]->isChecked() ? ImageReading::Ask : ImageReading::Auto;
}

void SourcePicker::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SourcePicker::showFit()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    if (m_isLooking)
        m_none->set(tr("Asking the engine…"), {});
    else if (!m_problem.isEmpty())
        m_none->set(tr("The engine's images and containers cannot be listed"), m_problem);
    else if (m_model->hasOffers())
        m_none->set(tr("Nothing fits"),
                    tr("Write another part of the name, or a whole source such as `venv:FOLDER`, "
                       "`file:PATH` or `git:REPOSITORY@REVISION:PATH`."));
    else
        m_none->set(tr("The engine has no images or containers"),
                    tr("Build or pull one, and look again with F5; or choose a file or a virtual "
                       "environment."));
}

void SourcePicker::retranslate()
{
    m_field->setPurpose(tr("Find an image or container, or write a source"));
    m_file->setLabel(tr("A file…"));
    m_venv->setLabel(tr("A virtual environment…"));
    m_list->setAccessibleName(tr("Images and containers"));
    m_how->setText(tr("Read images"));
    m_readings[0]->setLabel(tr("as is safe"));
    m_readings[1]->setLabel(tr("without running them"));
    m_readings[2]->setLabel(tr("by asking their Python"));
    switch (reading()) {
    case ImageReading::Auto:
        m_meaning->setText(tr("What was built here is asked, which is faster; what came from a "
                              "registry is not run."));
        break;
    case ImageReading::Scan:
        m_meaning->setText(tr("Their files are looked at; nothing of them is run."));
        break;
    case ImageReading::Ask:
        m_meaning->setText(tr("In a throw-away container without network and rights."));
        break;
    }
    showFit();
}

} // namespace Slipway
