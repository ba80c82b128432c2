// SPDX-License-Identifier: MIT
#include "ui/log/logline.h"

#include <QStringView>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int tabWidth = 8;
constexpr int mostParameters = 32;

bool isUnseen(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x61c || (u >= 0x200b && u <= 0x200f && u != 0x200c && u != 0x200d) ||
           (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f) || u == 0xfeff;
}

class Reader
{
public:
    explicit Reader(const QString &raw) : m_raw(raw) {}

    LogLine read()
    {
        for (m_at = 0; m_at < m_raw.size(); ++m_at)
            take(m_raw[m_at]);
        closeRun();
        return m_line;
    }

private:
    void take(QChar c)
    {
        const char16_t u = c.unicode();
        if (u == 0x1b && takeStyle())
            return;
        if (u == '\t') {
            const qsizetype spaces = tabWidth - m_line.text.size() % tabWidth;
            m_line.text += QString(spaces, QLatin1Char(' '));
        } else if (u == '\r') {
            restart();
        } else if (u < 0x20 || u == 0x7f) {
            m_line.text += QLatin1Char('^');
            m_line.text += QChar(char16_t(u ^ 0x40));
        } else if ((u >= 0x80 && u < 0xa0) || isUnseen(c)) {
            m_line.text +=
                QStringLiteral("\u2039U+%1\u203a").arg(uint(u), 4, 16, QLatin1Char('0')).toUpper();
        } else {
            m_line.text += c;
        }
    }

    void restart()
    {
        closeRun();
        m_line.text.clear();
        m_line.runs.clear();
        m_runStart = 0;
    }

    /// ESC [ numbers m: read and left out. Anything else is not ours.
    bool takeStyle()
    {
        qsizetype end = m_at + 1;
        if (end >= m_raw.size() || m_raw[end] != QLatin1Char('['))
            return false;
        QList<int> numbers{0};
        for (++end; end < m_raw.size(); ++end) {
            const QChar c = m_raw[end];
            if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) {
                numbers.last() = qMin(numbers.last() * 10 + c.digitValue(), 9999);
            } else if ((c == QLatin1Char(';') || c == QLatin1Char(':')) &&
                       numbers.size() < mostParameters) {
                numbers.append(0);
            } else {
                break;
            }
        }
        if (end >= m_raw.size() || m_raw[end] != QLatin1Char('m'))
            return false;
        m_at = end;
        closeRun();
        apply(numbers);
        return true;
    }

    void apply(const QList<int> &numbers)
    {
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            const int n = numbers[i];
            if (n == 38 || n == 48)
                i += takeColour(numbers, i, n == 38 ? m_style.ink : m_style.ground);
            else
                applyOne(n);
        }
    }

    void applyOne(int n)
    {
        if (n == 0)
            m_style = {};
        else if (n == 1)
            m_style.isBold = true;
        else if (n == 2)
            m_style.isFaint = true;
        else if (n == 3 || n == 23)
            m_style.isItalic = n == 3;
        else if (n == 4 || n == 24)
            m_style.isUnderlined = n == 4;
        else if (n == 7 || n == 27)
            m_style.isInverse = n == 7;
        else if (n == 22)
            m_style.isBold = m_style.isFaint = false;
        else if ((n >= 30 && n <= 37) || (n >= 90 && n <= 97))
            m_style.ink = n < 90 ? n - 30 : n - 90 + 8;
        else if ((n >= 40 && n <= 47) || (n >= 100 && n <= 107))
            m_style.ground = n < 100 ? n - 40 : n - 100 + 8;
        else if (n == 39)
            m_style.ink = LogStyle::none;
        else if (n == 49)
            m_style.ground = LogStyle::none;
    }

    /// 5;N or 2;R;G;B after numbers[at]; returns how many numbers it took.
    static qsizetype takeColour(const QList<int> &numbers, qsizetype at, int &colour)
    {
        const int form = numbers.value(at + 1, -1);
        if (form == 5) {
            colour = qBound(0, numbers.value(at + 2, 0), 255);
            return 2;
        }
        if (form != 2)
            return 0;
        const auto part = [&](int i) { return qBound(0, numbers.value(at + i, 0), 255); };
        colour = LogStyle::trueColour | part(2) << 16 | part(3) << 8 | part(4);
        return 4;
    }

    void closeRun()
    {
        const qsizetype length = m_line.text.size() - m_runStart;
        if (length > 0 && m_style != LogStyle{})
            m_line.runs.append({m_runStart, length, m_style});
        m_runStart = m_line.text.size();
    }

    const QString &m_raw;
    LogLine m_line;
    LogStyle m_style;
    qsizetype m_at = 0;
    qsizetype m_runStart = 0;
};

} // namespace

LogLine LogLine::fromBytes(const QByteArray &bytes, bool isCut)
{
    QByteArrayView shown(bytes);
    if (shown.size() > maximumBytes) {
        shown = shown.first(maximumBytes);
        isCut = true;
    }
    while (shown.endsWith('\r'))
        shown.chop(1);
    const QString raw = QString::fromUtf8(shown);
    LogLine line = Reader(raw).read();
    line.what = classOf(shown);
    line.isCut = isCut;
    if (isCut)
        line.text += QChar(0x2026);
    return line;
}

} // namespace Slipway
