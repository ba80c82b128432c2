// SPDX-License-Identifier: MIT
#include "ui/compare/changebars.h"

#include "ui/parts/text.h"

#include <QEvent>
#include <QPainter>

namespace Slipway {

namespace {

constexpr int lineUnits = 21;
constexpr int labelUnits = 92;
constexpr int barUnits = 140;
constexpr int numberUnits = 48;

/// The gravest first, as one reads them.
constexpr RowChange order[] = {RowChange::Major, RowChange::Minor,   RowChange::Patch,
                               RowChange::Added, RowChange::Removed, RowChange::Downgrade,
                               RowChange::Other};

/// Words without the arrows of the chips.
QString wordOf(RowChange change)
{
    return rowChangeText(change).section(u' ', 0, 0);
}

QColor barColour(RowChange change)
{
    const Tone tone = toneOf(change);
    return tone == Tone::Plain ? tokens().ink3 : toneInk(tokens(), tone);
}

} // namespace

ChangeBars::ChangeBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this, [this] { updateGeometry(); });
}

void ChangeBars::setCounts(const QMap<RowChange, int> &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    describe();
    updateGeometry();
    update();
}

QList<RowChange> ChangeBars::kinds() const
{
    QList<RowChange> kinds;
    for (const RowChange change : order) {
        if (m_counts.value(change) > 0)
            kinds.append(change);
    }
    return kinds;
}

void ChangeBars::describe()
{
    QStringList parts;
    const QList<RowChange> all = kinds();
    for (const RowChange change : all)
        parts.append(QStringLiteral("%1 %2").arg(m_counts.value(change)).arg(wordOf(change)));
    setAccessibleName(tr("Changes by kind"));
    setAccessibleDescription(parts.join(QLatin1String(", ")));
}

QSize ChangeBars::sizeHint() const
{
    return {theme().px(labelUnits + barUnits + numberUnits),
            theme().px(lineUnits) * int(kinds().size())};
}

void ChangeBars::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

void ChangeBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<RowChange> all = kinds();
    int most = 1;
    for (const RowChange change : all)
        most = qMax(most, m_counts.value(change));
    painter.setFont(theme().font(Theme::Role::Small));
    const int line = theme().px(lineUnits);
    const int label = theme().px(labelUnits);
    for (int i = 0; i < all.size(); ++i) {
        const int count = m_counts.value(all[i]);
        const int top = i * line;
        const int width = qMax(theme().px(4), theme().px(barUnits) * count / most);
        painter.setPen(tokens().ink2);
        painter.drawText(QRect(0, top, label - theme().px(8), line),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, wordOf(all[i]));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(barColour(all[i]));
        const int height = theme().px(10);
        painter.drawRoundedRect(QRect(label, top + (line - height) / 2, width, height), 2, 2);
        painter.setPen(tokens().ink);
        painter.drawText(QRect(label + width + theme().px(8), top, theme().px(numberUnits), line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         groupedNumber(count));
    }
}

} // namespace Slipway
