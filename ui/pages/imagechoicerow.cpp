// SPDX-License-Identifier: MIT
#include "ui/pages/imagechoicerow.h"

#include "core/registry/imagereference.h"
#include "ui/pages/lineeditor.h"
#include "ui/parts/facttable.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace Slipway {

namespace {

/// Of the reasons why other tags were left out, what a person may still read.
constexpr qsizetype mostReasons = 200;

bool isWebLink(const QString &link)
{
    const QString scheme = QUrl(link).scheme();
    return scheme == QLatin1String("https") || scheme == QLatin1String("http");
}

} // namespace

ImageChoiceRow::ImageChoiceRow(const ChoosableImage &image, QWidget *parent)
    : QWidget(parent), m_image(image), m_choices(new QButtonGroup(this)), m_other(new QLineEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, theme().px(20));
    column->setSpacing(theme().px(8));
    column->addWidget(createHead());
    if (!m_image.error.isEmpty()) {
        auto *notice = new NoticeBar;
        notice->set(Tone::Needs, m_image.error.translated(), m_image.error.detail());
        column->addWidget(notice);
    }
    addChoices(column);
    column->addWidget(createOther());
    addReasons(column);
}

QWidget *ImageChoiceRow::createHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    const QStringList services = QStringList{m_image.service} + m_image.others;
    row->addWidget(new TextLabel(services.join(QLatin1String(", ")), Theme::Role::Strong));
    row->addWidget(new TextLabel(m_image.image, Theme::Role::Fixed, Ink::Second));
    row->addStretch(1);
    if (isWebLink(m_image.link)) {
        auto *link = new LinkLabel(tr("Its page"));
        link->setToolTip(m_image.link.toHtmlEscaped());
        connect(link, &LinkLabel::clicked, this, [this] { Q_EMIT linkOpened(m_image.link); });
        row->addWidget(link);
    }
    return head;
}

void ImageChoiceRow::addChoices(QBoxLayout *column)
{
    m_choices->setExclusive(true);
    const TagChoice &choice = m_image.choice;
    if (!choice.next.isEmpty())
        addChoice(column, choice.next, tr("%1, the next one").arg(choice.next));
    if (!choice.major.isEmpty())
        addChoice(column, choice.major,
                  tr("%1, with another major number or base").arg(choice.major));
    if (!choice.current.isEmpty())
        addChoice(column, choice.current, tr("Leave it at %1").arg(choice.current));
    connect(m_choices, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { Q_EMIT chosen(button->property("tag").toString()); });
}

void ImageChoiceRow::addChoice(QBoxLayout *column, const QString &tag, const QString &label)
{
    auto *chip = new ToggleChip(label);
    chip->setCheckable(true);
    chip->setProperty("tag", tag);
    chip->setAccessibleName(label);
    m_choices->addButton(chip);
    auto *row = new QHBoxLayout;
    row->addWidget(chip);
    row->addStretch(1);
    column->addLayout(row);
}

QWidget *ImageChoiceRow::createOther()
{
    auto *other = new QWidget;
    auto *row = new QHBoxLayout(other);
    row->setContentsMargins(0, 0, 0, 0);
    m_other->setPlaceholderText(tr("Another tag"));
    m_other->setAccessibleName(tr("Another tag"));
    m_other->setFixedWidth(theme().px(280));
    row->addWidget(m_other);
    row->addStretch(1);
    connect(m_other, &QLineEdit::textEdited, this, [this] { markInvalid(m_other, false); });
    connect(m_other, &QLineEdit::returnPressed, this, &ImageChoiceRow::takeTyped);
    connect(m_other, &QLineEdit::editingFinished, this, &ImageChoiceRow::takeTyped);
    return other;
}

void ImageChoiceRow::takeTyped()
{
    const QString tag = m_other->text().trimmed();
    if (tag.isEmpty() || !m_other->isModified())
        return;
    m_other->setModified(false);
    markInvalid(m_other, !isImageTag(tag));
    if (isImageTag(tag))
        Q_EMIT chosen(tag);
}

void ImageChoiceRow::addReasons(QBoxLayout *column)
{
    const QList<TagLeftOut> &others = m_image.choice.others;
    if (others.isEmpty())
        return;
    auto *more = new LinkLabel(tr("Why none of the %n other(s)", nullptr, int(others.size())));
    auto *row = new QHBoxLayout;
    row->addWidget(more);
    row->addStretch(1);
    column->addLayout(row);
    auto *table = new FactTable;
    table->hide();
    column->addWidget(table);
    connect(more, &LinkLabel::clicked, this, [this, table] {
        QList<FactRow> rows;
        const QList<TagLeftOut> shown = m_image.choice.others.mid(0, mostReasons);
        for (const TagLeftOut &other : shown)
            rows.append({other.tag, other.why.translated(), Tone::Plain, false});
        table->setRows(rows);
        table->setVisible(!table->isVisible());
    });
}

void ImageChoiceRow::setTaken(const QString &tag)
{
    bool isListed = false;
    m_choices->setExclusive(false);
    const QList<QAbstractButton *> buttons = m_choices->buttons();
    for (QAbstractButton *button : buttons) {
        button->setChecked(!tag.isEmpty() && button->property("tag").toString() == tag);
        isListed = isListed || button->isChecked();
    }
    m_choices->setExclusive(true);
    if (!m_other->hasFocus())
        m_other->setText(isListed ? QString() : tag);
}

} // namespace Slipway
