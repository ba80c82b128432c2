// SPDX-License-Identifier: MIT
#include "ui/parts/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace Slipway {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("Slipway::Time", text, nullptr, n);
}

} // namespace

QColor inkColour(Ink ink)
{
    const Tokens &t = tokens();
    switch (ink) {
    case Ink::Normal:
        return t.ink;
    case Ink::Second:
        return t.ink2;
    case Ink::Faint:
        return t.ink3;
    case Ink::Accent:
        return t.accent;
    case Ink::Done:
        return t.done;
    case Ink::Needs:
        return t.needs;
    case Ink::Failed:
        return t.failed;
    case Ink::Doubt:
        return t.doubt;
    case Ink::Undone:
        return t.undone;
    }
    return t.ink;
}

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return Ink::Normal;
    case Tone::Accent:
        return Ink::Accent;
    case Tone::Done:
        return Ink::Done;
    case Tone::Needs:
        return Ink::Needs;
    case Tone::Failed:
        return Ink::Failed;
    case Tone::Doubt:
        return Ink::Doubt;
    case Tone::Undone:
        return Ink::Undone;
    }
    return Ink::Normal;
}

void showPlain(QLabel *label, const QString &text)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
}

QString escapedMnemonic(const QString &text)
{
    QString escaped = text;
    return escaped.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString plainTip(const QString &text)
{
    return text.isEmpty() ? text
                          : QLatin1String("<p>") + text.toHtmlEscaped() + QLatin1String("</p>");
}

QString groupedNumber(qint64 number)
{
    QString digits = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QChar(0x202f));
    return digits;
}

QString spokenDuration(qint64 ms)
{
    if (ms < minuteMs)
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "less than a minute"));
    if (ms < hourMs)
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "%1 min"))
            .arg((ms + minuteMs / 2) / minuteMs);
    if (ms < 2 * dayMs) {
        const qint64 minutes = ms % hourMs / minuteMs;
        if (minutes == 0)
            return translated(QT_TRANSLATE_NOOP("Slipway::Time", "%1 h")).arg(ms / hourMs);
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "%1 h %2 min"))
            .arg(ms / hourMs)
            .arg(minutes);
    }
    return translated(QT_TRANSLATE_NOOP("Slipway::Time", "%1 days")).arg(ms / dayMs);
}

QString spokenAge(qint64 ms, qint64 now)
{
    const qint64 age = now - ms;
    if (age < minuteMs)
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "now"));
    if (age < hourMs)
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "%1 min")).arg(age / minuteMs);
    const QDate then = QDateTime::fromMSecsSinceEpoch(ms).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    if (then == today || age < 6 * hourMs)
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "%1 h")).arg(age / hourMs);
    if (then.daysTo(today) == 1)
        return translated(QT_TRANSLATE_NOOP("Slipway::Time", "yesterday"));
    const QString form = then.year() == today.year()
                             ? translated(QT_TRANSLATE_NOOP("Slipway::Time", "d MMM"))
                             : translated(QT_TRANSLATE_NOOP("Slipway::Time", "d MMM yyyy"));
    return QLocale().toString(then, form);
}

QString shortRunId(const QString &id)
{
    return id.left(4);
}

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

} // namespace Slipway
