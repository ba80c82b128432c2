// SPDX-License-Identifier: MIT
#include "ui/compare/sourcestrip.h"

#include "ui/compare/flowlayout.h"
#include "ui/compare/sourcechip.h"
#include "ui/parts/text.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

namespace Slipway {

namespace {

constexpr int gapUnits = 8;
constexpr int chipUnits = 28;
constexpr int mostLines = 3;

/// "+ Add a source", with a dashed outline.
class AddButton final : public QAbstractButton
{
public:
    AddButton()
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setLabel(const QString &label)
    {
        m_label = label;
        setAccessibleName(label);
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme().font(Theme::Role::SmallStrong));
        return {metrics.horizontalAdvance(shown()) + 2 + theme().px(20), theme().px(chipUnits)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens();
        painter.setPen(QPen(underMouse() ? t.ink2 : t.lineStrong, 1, Qt::DashLine));
        painter.setBrush(isDown() ? t.hover : t.transparent);
        const qreal radius = theme().px(6);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.setFont(theme().font(Theme::Role::SmallStrong));
        painter.setPen(t.ink2);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, shown());
        if (hasFocus())
            paintFocusRing(&painter, rect(), radius);
    }

private:
    QString shown() const { return QStringLiteral("+ ") + m_label; }

    QString m_label;
};

} // namespace

SourceStrip::SourceStrip(QWidget *parent)
    : QScrollArea(parent)
    , m_body(new QWidget)
    , m_flow(new FlowLayout(theme().px(gapUnits), m_body))
    , m_add(new AddButton)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    m_flow->addWidget(m_add);
    setWidget(m_body);
    connect(m_add, &QAbstractButton::clicked, this, &SourceStrip::addRequested);
    retranslate();
}

void SourceStrip::setSources(const QList<CompareSource> &sources, const QStringList &labels,
                             quint64 baseline)
{
    QList<SourceChip *> before = std::exchange(m_chips, {});
    while (m_flow->count() > 0)
        delete m_flow->takeAt(0);
    for (qsizetype i = 0; i < sources.size(); ++i) {
        SourceChip *one = nullptr;
        for (SourceChip *&old : before) {
            if (old && old->id() == sources[i].id)
                one = std::exchange(old, nullptr);
        }
        if (!one)
            one = createChip(sources[i].id);
        one->set(sources[i], labels.value(i), sources[i].id == baseline);
        m_flow->addWidget(one);
        m_chips.append(one);
    }
    m_flow->addWidget(m_add);
    for (SourceChip *old : std::as_const(before)) {
        if (old) {
            old->hide();
            old->deleteLater(); // its menu may have led here
        }
    }
    QWidget *last = nullptr;
    for (SourceChip *one : std::as_const(m_chips)) {
        if (last)
            setTabOrder(last, one);
        last = one;
    }
    if (last)
        setTabOrder(last, m_add);
    fitHeight();
}

SourceChip *SourceStrip::createChip(quint64 id)
{
    auto *one = new SourceChip(m_body);
    connect(one, &SourceChip::menuRequested, this, [this, id] { Q_EMIT menuRequested(id); });
    connect(one, &SourceChip::removeRequested, this, [this, id] { Q_EMIT removeRequested(id); });
    one->show();
    return one;
}

SourceChip *SourceStrip::chip(quint64 id) const
{
    for (SourceChip *one : m_chips) {
        if (one->id() == id)
            return one;
    }
    return nullptr;
}

void SourceStrip::fitHeight()
{
    const int line = theme().px(chipUnits);
    const int most = mostLines * line + (mostLines - 1) * theme().px(gapUnits);
    setFixedHeight(qBound(line, m_flow->heightForWidth(viewport()->width()), most));
}

void SourceStrip::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void SourceStrip::retranslate()
{
    static_cast<AddButton *>(m_add)->setLabel(tr("Add a source"));
    setAccessibleName(tr("Sources"));
}

} // namespace Slipway
