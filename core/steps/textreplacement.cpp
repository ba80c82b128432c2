// SPDX-License-Identifier: MIT
#include "core/steps/textreplacement.h"

#include <QRegularExpression>
#include <QStringList>

namespace Slipway {

namespace {

/// A range of the bytes and what comes in its place.
struct Splice
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray replacement;
};

int lineOf(const QByteArray &bytes, qsizetype offset)
{
    return int(bytes.left(offset).count('\n')) + 1;
}

QList<Splice> findTexts(const QByteArray &bytes, const QByteArray &find,
                        const QByteArray &replacement)
{
    QList<Splice> found;
    for (qsizetype at = bytes.indexOf(find); at >= 0; at = bytes.indexOf(find, at + find.size()))
        found.append({at, at + find.size(), replacement});
    return found;
}

/// "\1" to "\9" become the groups, "\\" a backslash.
QString expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        if (replacement[i] == u'\\' && next >= u'1' && next <= u'9') {
            result += match.captured(next.digitValue());
            ++i;
        } else if (replacement[i] == u'\\' && next == u'\\') {
            result += u'\\';
            ++i;
        } else {
            result += replacement[i];
        }
    }
    return result;
}

Error expressionError(const TextReplacement &what, const QString &why)
{
    return {QStringLiteral("replace.expression"),
            QT_TRANSLATE_NOOP("Slipway::Error", "\"%1\" is no regular expression to search with: "
                                                "%2."),
            {what.find, why}};
}

Result<QList<Splice>> findExpressions(const QByteArray &bytes, const TextReplacement &what,
                                      const QString &shownAs)
{
    const QRegularExpression expression(what.find, QRegularExpression::MultilineOption);
    if (!expression.isValid())
        return expressionError(what, expression.errorString());
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes)
        return Error(QStringLiteral("replace.not-text"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is not UTF-8 text, so that no regular expression can "
                                       "be searched in it."),
                     {shownAs});
    QList<Splice> found;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength() == 0)
            return expressionError(what, QStringLiteral("it matches the empty text"));
        const qsizetype begin = QStringView(text).left(match.capturedStart()).toUtf8().size();
        found.append({begin, begin + match.captured().toUtf8().size(),
                      expanded(what.replacement, match).toUtf8()});
    }
    return found;
}

/// The lines, without their ends, in which the expression is found.
Result<QList<Splice>> findLines(const QByteArray &bytes, const TextReplacement &what)
{
    const QRegularExpression expression(what.find);
    if (!expression.isValid())
        return expressionError(what, expression.errorString());
    QList<Splice> found;
    for (qsizetype begin = 0; begin < bytes.size();) {
        qsizetype next = bytes.indexOf('\n', begin);
        next = next < 0 ? bytes.size() : next;
        const qsizetype end = next > begin && bytes[next - 1] == '\r' ? next - 1 : next;
        const auto match = expression.match(QString::fromUtf8(bytes.mid(begin, end - begin)));
        if (match.hasMatch())
            found.append({begin, end, expanded(what.replacement, match).toUtf8()});
        begin = next + 1;
    }
    return found;
}

Result<QList<Splice>> find(const QByteArray &bytes, const TextReplacement &what,
                           const QString &shownAs)
{
    if (what.wholeLines)
        return findLines(bytes, what);
    if (what.how == TextReplacement::How::Expression)
        return findExpressions(bytes, what, shownAs);
    return findTexts(bytes, what.find.toUtf8(), what.replacement.toUtf8());
}

Error countError(const QList<int> &lines, const TextReplacement &what, const QString &shownAs)
{
    const QString wanted = what.count ? QString::number(*what.count) : QStringLiteral("1 or more");
    if (lines.isEmpty())
        return {QStringLiteral("replace.count"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "\"%1\" does not occur in %2; it should be found %3 times."),
                {what.find, shownAs, wanted}};
    QStringList numbers;
    for (int line : lines)
        numbers.append(QString::number(line));
    return {QStringLiteral("replace.count"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "\"%1\" occurs in %2 %3 times, in line %4; it should be found %5 "
                              "times. Say \"count\", or search for more of the line."),
            {what.find, shownAs, QString::number(lines.size()), numbers.join(u", "), wanted}};
}

/// A text that is not there because the replacement stands in its place already.
bool isDone(const QByteArray &bytes, const TextReplacement &what)
{
    const bool isLiteral = what.wholeLines || what.how == TextReplacement::How::Text;
    if (!isLiteral || what.replacement.isEmpty())
        return false;
    const QByteArray replacement = what.replacement.toUtf8();
    qsizetype standing = bytes.count(replacement);
    if (what.wholeLines) {
        standing = 0;
        for (const QByteArray &line : bytes.split('\n'))
            standing += line == replacement || line == replacement + '\r';
    }
    return what.count ? standing == *what.count : standing > 0;
}

} // namespace

Result<ReplacedText> replaceText(const QByteArray &bytes, const TextReplacement &what,
                                 const QString &shownAs)
{
    if (what.find.isEmpty())
        return expressionError(what, QStringLiteral("it is empty"));
    const auto splices = find(bytes, what, shownAs);
    if (!splices)
        return splices.error();
    ReplacedText result{bytes, {}, false};
    for (const Splice &splice : *splices)
        result.lines.append(lineOf(bytes, splice.begin));
    if (splices->isEmpty() && isDone(bytes, what)) {
        result.wasDone = true;
        return result;
    }
    if (splices->isEmpty() || (what.count && splices->size() != *what.count))
        return countError(result.lines, what, shownAs);
    for (auto splice = splices->crbegin(); splice != splices->crend(); ++splice)
        result.bytes.replace(splice->begin, splice->end - splice->begin, splice->replacement);
    return result;
}

} // namespace Slipway
