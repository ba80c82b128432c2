// SPDX-License-Identifier: MIT
#include "core/packages/versionbump.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int maxNamedLines = 10;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Where the whole numbers of a text stand.
QList<ByteRange> numbersIn(const QString &text)
{
    QList<ByteRange> numbers;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isDigit(text.at(i)))
            continue;
        const qsizetype begin = i;
        while (i < text.size() && isDigit(text.at(i)))
            ++i;
        numbers.append({begin, i});
    }
    return numbers;
}

QString plusOne(QString digits)
{
    qsizetype i = digits.size() - 1;
    for (; i >= 0 && digits.at(i) == u'9'; --i)
        digits[i] = u'0';
    if (i < 0)
        return u'1' + digits;
    digits[i] = QChar(digits.at(i).unicode() + 1);
    return digits;
}

Error patternError(const QString &pattern, const QString &why)
{
    return Error(QStringLiteral("packages.bad-pattern"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The pattern %1 cannot be used: %2. Mark the text to change "
                                   "with one group, as in version = \"([^\"]*)\"."),
                 {pattern, why});
}

/// Which group is marked; 0 is the whole match, -1 none can be told.
int markedGroup(const QRegularExpression &expression)
{
    const int named = int(expression.namedCaptureGroups().indexOf(QLatin1String("version")));
    if (named > 0)
        return named;
    return expression.captureCount() <= 1 ? expression.captureCount() : -1;
}

} // namespace

Result<ByteRange> locateMarked(const QByteArray &bytes, const QString &pattern)
{
    // Latin-1 gives one character for each byte, so offsets are byte offsets.
    const QRegularExpression expression(QString::fromLatin1(pattern.toUtf8()),
                                        QRegularExpression::MultilineOption);
    if (!expression.isValid())
        return patternError(pattern, expression.errorString());
    const int group = markedGroup(expression);
    if (group < 0)
        return patternError(pattern, QStringLiteral("it has several groups"));
    const QString text = QString::fromLatin1(bytes);
    QStringList lines;
    ByteRange found;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart(group) < 0 || match.capturedLength(0) == 0)
            continue;
        found = {match.capturedStart(group), match.capturedEnd(group)};
        if (lines.size() < maxNamedLines)
            lines.append(QString::number(text.left(found.begin).count(u'\n') + 1));
    }
    if (lines.isEmpty())
        return Error(QStringLiteral("packages.no-match"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Nothing in the file fits the pattern %1: correct the "
                                       "pattern or the file."),
                     {pattern});
    if (lines.size() > 1)
        return Error(QStringLiteral("packages.several-matches"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The pattern %1 fits more than one place (lines %2): make "
                                       "it narrower, so that it fits one."),
                     {pattern, lines.join(QStringLiteral(", "))});
    return found;
}

Result<QString> raised(const QString &text, int number)
{
    const QList<ByteRange> numbers = numbersIn(text);
    const qsizetype index = number < 0 ? numbers.size() + number : number - 1;
    if (number == 0 || index < 0 || index >= numbers.size())
        return Error(QStringLiteral("packages.no-such-number"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"%1\" has %2 numbers, so number %3 cannot be raised."),
                     {text, QString::number(numbers.size()), QString::number(number)});
    const ByteRange range = numbers.at(index);
    QString changed = text;
    changed.replace(range.begin, range.size(), plusOne(text.mid(range.begin, range.size())));
    return changed;
}

Result<QByteArray> withMarkedText(const QByteArray &bytes, ByteRange range, const QString &text)
{
    const bool hasControls = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c < u' ' || (c >= QChar(0x7f) && c < QChar(0xa0)) || c == QChar(0x2028) ||
               c == QChar(0x2029);
    });
    if (text.isEmpty() || hasControls)
        return Error(QStringLiteral("packages.bad-version-text"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A version cannot be empty or hold line ends and control "
                                       "characters."));
    QByteArray changed = bytes;
    changed.replace(range.begin, range.size(), text.toUtf8());
    return changed;
}

} // namespace Slipway
