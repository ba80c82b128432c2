// SPDX-License-Identifier: MIT
#include "ui/pages/troublelist.h"

#include "core/run/shownhelp.h"
#include "ui/parts/copybox.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QVBoxLayout>

namespace Slipway {

namespace {
constexpr int widestUnits = 760;
}

TroubleList::TroubleList(QWidget *parent)
    : QWidget(parent), m_heading(new SectionHeading), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme().px(8));
    m_column->addWidget(m_heading);
    hide();
    retranslate();
}

void TroubleList::setHelp(const QString &help)
{
    if (help == m_help)
        return;
    m_help = help;
    qDeleteAll(m_parts);
    m_parts.clear();
    const HelpParts parts = helpParts(help);
    const auto add = [this](QWidget *part) {
        m_column->addWidget(part);
        m_parts.append(part);
    };
    for (const HelpParts::Question &question : parts.questions) {
        if (!question.text.isEmpty()) {
            auto *text = new ProseLabel(Theme::Role::Body, Ink::Second);
            text->setMaximumTextWidth(widestUnits);
            text->setText(question.text);
            add(text);
        }
        for (const QString &command : question.commands)
            add(new CopyBox(command));
    }
    setVisible(!m_parts.isEmpty());
}

void TroubleList::retranslate()
{
    m_heading->setTitle(tr("If it does not work"));
}

} // namespace Slipway
