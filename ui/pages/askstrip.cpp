// SPDX-License-Identifier: MIT
#include "ui/pages/askstrip.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/parts/button.h"
#include "ui/parts/layouts.h"
#include "ui/parts/proselabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace Slipway {

namespace {
constexpr int rowsInView = 6;
constexpr int rowsInLowWindow = 2;
} // namespace

AskStrip::AskStrip(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new ProseLabel(Theme::Role::Strong))
    , m_rows(new ScrollColumn(0, 0))
    , m_field(new QLineEdit)
    , m_keep(new Button({}, Button::Kind::Quiet))
    , m_confirm(new Button)
{
    const auto px = [](int units) { return theme().px(units); };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(28), px(12), px(28), px(12));
    column->setSpacing(px(8));
    column->addWidget(m_sentence);
    column->addWidget(m_rows);
    m_rows->column()->setSpacing(px(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(10));
    row->addWidget(m_field, 1);
    row->addStretch(0);
    row->addWidget(m_keep);
    row->addWidget(m_confirm);
    column->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_field, &QLineEdit::textChanged, this, &AskStrip::showState);
    connect(m_field, &QLineEdit::returnPressed, this, &AskStrip::answer);
    connect(m_confirm, &Button::clicked, this, &AskStrip::answer);
    connect(m_keep, &Button::clicked, this, &AskStrip::close);
    hide();
}

/// Up to a few rows are seen at once; more of them scroll.
void AskStrip::showRows()
{
    clearLayoutLater(m_rows->column());
    for (const MarkedText &row : std::as_const(m_question.rows))
        m_rows->column()->addWidget(new MarkedRow(row));
    m_rows->column()->addStretch(1);
    // In a low window they give way: the field and the buttons must stay in sight.
    const bool isLow = window()->height() < theme().px(640);
    const auto shown =
        int(qMin<qsizetype>(m_question.rows.size(), isLow ? rowsInLowWindow : rowsInView));
    m_rows->setFixedHeight(shown * theme().px(24));
    m_rows->setVisible(!m_question.rows.isEmpty());
}

void AskStrip::ask(const Question &question)
{
    m_question = question;
    showRows();
    m_sentence->setSpans({{question.sentence, Span::Style::Plain}});
    m_field->clear();
    m_field->setPlaceholderText(question.placeholder);
    m_field->setAccessibleName(question.placeholder);
    m_field->setVisible(!question.placeholder.isEmpty());
    m_keep->setLabel(tr("Never mind"));
    m_confirm->setLabel(question.confirm);
    m_confirm->setKind(question.tone == Tone::Failed ? Button::Kind::Destructive
                                                     : Button::Kind::Outlined);
    showState();
    // The layout around it asks before the sentence knows how often it wraps.
    if (parentWidget() && layout()->hasHeightForWidth())
        setMinimumHeight(layout()->totalHeightForWidth(
            width() > theme().px(200) ? width() : parentWidget()->width()));
    show();
    if (m_field->isVisibleTo(this))
        m_field->setFocus();
    else
        m_keep->setFocus();
}

void AskStrip::close()
{
    m_question = {};
    hide();
}

void AskStrip::showState()
{
    m_confirm->setEnabled(!m_question.needsWords || !m_field->text().trimmed().isEmpty());
}

void AskStrip::answer()
{
    if (!m_confirm->isEnabled() || m_question.id.isEmpty())
        return;
    const QString id = m_question.id;
    const QString words = m_field->text().trimmed();
    close();
    Q_EMIT confirmed(id, words);
}

void AskStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void AskStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneSoft(tokens(), m_question.tone));
    painter.fillRect(0, 0, width(), 1, tokens().line);
}

} // namespace Slipway
