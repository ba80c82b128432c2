// SPDX-License-Identifier: MIT
#include "core/report/document.h"

#include "core/base/clock.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype longestText = 20'000;
constexpr qsizetype longestCode = 200'000;

const char *const style = R"(
body{font:14px/1.45 Inter,"Noto Sans",sans-serif;color:#1c1f24;max-width:60em;margin:2em auto;padding:0 1em}
h1{font-size:1.7em}h2{font-size:1.25em;margin-top:2em;border-bottom:1px solid #d8dade}h3{font-size:1.05em}
table{border-collapse:collapse;width:100%;margin:.6em 0}th{text-align:left;font-weight:600}
th,td{padding:.25em .6em .25em 0;border-bottom:1px solid #e6e7ea;vertical-align:top;overflow-wrap:anywhere}
pre{font:12px/1.35 "JetBrains Mono",monospace;background:#f5f5f2;padding:.7em;white-space:pre-wrap;overflow-wrap:anywhere}
.bars td:last-child{width:60%}.bar{background:#1d5fbf;height:.8em;min-width:2px}
p{white-space:pre-line;overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}tr{break-inside:avoid}})";

/// What cannot be seen, or turns what stands around it, by its number.
QString visible(const QString &text, bool keepsLines)
{
    QString shown;
    for (const QChar c : text.left(longestText)) {
        const bool isKept = keepsLines && (c == u'\n' || c == u'\t');
        const bool isHidden =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (isHidden && !isKept)
            shown +=
                QStringLiteral("[U+%1]").arg(int(c.unicode()), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += c;
    }
    return text.size() > longestText ? shown + QChar(0x2026) : shown;
}

QString inHtml(const QString &text)
{
    return visible(text, true).toHtmlEscaped();
}

QString cellsInHtml(const QStringList &cells, QLatin1String tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        row += QStringLiteral("<%1 dir=\"auto\">%2</%1>").arg(tag, inHtml(cell));
    return row + QStringLiteral("</tr>\n");
}

/// Whether a character could be markup where it stands: of a link, an emphasis, HTML, or a list.
bool isMarkup(const QString &line, qsizetype at)
{
    static const QString always = QStringLiteral("\\`*_{}[]<>()#!|~&@");
    const QChar c = line[at];
    if (always.contains(c))
        return true;
    if (c == u':')
        return at + 1 < line.size() && line[at + 1] == u'/';
    if (c == u'.') // www.…, or the 1. of a list
        return line.left(at).endsWith(QLatin1String("www"), Qt::CaseInsensitive) ||
               std::all_of(line.cbegin(), line.cbegin() + at, [](QChar d) { return d.isDigit(); });
    return at == 0 && (c == u'-' || c == u'+' || c == u'=');
}

/// On one line, with a backslash before everything that could be markup.
QString inMarkdown(const QString &text)
{
    QString shown;
    const QString line =
        visible(QString(text).replace(u'\n', u' ').replace(u'\t', u' '), false).trimmed();
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (isMarkup(line, at))
            shown += u'\\';
        shown += line[at];
    }
    return shown;
}

QString rowInMarkdown(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells)
        escaped.append(inMarkdown(cell));
    return QStringLiteral("| %1 |\n").arg(escaped.join(QLatin1String(" | ")));
}

QString codeText(const QByteArray &text)
{
    QString shown;
    for (const QChar c : QString::fromUtf8(text.left(longestCode))) {
        const bool isLine = c == u'\n' || c == u'\t';
        const bool isHidden =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        shown += isHidden && !isLine ? QString(QChar(0xfffd)) : QString(c);
    }
    return text.size() > longestCode ? shown + QStringLiteral("\n…\n") : shown;
}

} // namespace

HtmlDocument::HtmlDocument(const QString &title, const QString &language)
    : m_text(QStringLiteral("<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
                            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                            "'none'; style-src 'unsafe-inline'\">\n<title>%2</title>\n"
                            "<style>%3</style></head><body>\n")
                 .arg(QString(language).replace(u'_', u'-').toHtmlEscaped(), inHtml(title),
                      QLatin1String(style)))
{
}

void HtmlDocument::heading(int level, const QString &text)
{
    m_text +=
        QStringLiteral("<h%1 dir=\"auto\">%2</h%1>\n").arg(QString::number(level), inHtml(text));
}

void HtmlDocument::paragraph(const QString &text)
{
    m_text += QStringLiteral("<p dir=\"auto\">%1</p>\n").arg(inHtml(text));
}

void HtmlDocument::table(const QStringList &head, const QList<QStringList> &rows)
{
    m_text += QStringLiteral("<table>\n");
    if (!head.isEmpty())
        m_text += cellsInHtml(head, QLatin1String("th"));
    for (const QStringList &row : rows)
        m_text += cellsInHtml(row, QLatin1String("td"));
    m_text += QStringLiteral("</table>\n");
}

void HtmlDocument::code(const QByteArray &text)
{
    m_text += QStringLiteral("<pre>%1</pre>\n").arg(codeText(text).toHtmlEscaped());
}

void HtmlDocument::timeline(const QList<Bar> &bars)
{
    if (bars.isEmpty())
        return;
    qint64 from = bars.first().from;
    qint64 to = bars.first().to;
    for (const Bar &bar : bars) {
        from = qMin(from, bar.from);
        to = qMax(to, bar.to);
    }
    const double whole = double(qMax<qint64>(1, to - from));
    m_text += QStringLiteral("<table class=\"bars\">\n");
    for (const Bar &bar : bars)
        m_text += QStringLiteral("<tr><td dir=\"auto\">%1</td><td>%2</td><td><div class=\"bar\" "
                                 "style=\"margin-left:%3%;width:%4%\"></div></td></tr>\n")
                      .arg(inHtml(bar.title), shortDuration(bar.to - bar.from),
                           QString::number(100.0 * double(bar.from - from) / whole, 'f', 2),
                           QString::number(100.0 * double(bar.to - bar.from) / whole, 'f', 2));
    m_text += QStringLiteral("</table>\n");
}

QByteArray HtmlDocument::take()
{
    return (m_text + QStringLiteral("</body></html>\n")).toUtf8();
}

void MarkdownDocument::heading(int level, const QString &text)
{
    m_text += QString(level, u'#') + u' ' + inMarkdown(text) + QStringLiteral("\n\n");
}

void MarkdownDocument::paragraph(const QString &text)
{
    m_text += inMarkdown(text) + QStringLiteral("\n\n");
}

void MarkdownDocument::table(const QStringList &head, const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return;
    const qsizetype columns = rows.first().size();
    m_text += rowInMarkdown(head.isEmpty() ? QStringList(columns, QString()) : head);
    m_text += u'|' + QStringLiteral(" --- |").repeated(columns) + u'\n';
    for (const QStringList &row : rows)
        m_text += rowInMarkdown(row);
    m_text += u'\n';
}

void MarkdownDocument::code(const QByteArray &text)
{
    // Indented, so that no run of backticks in it ends it.
    const QStringList lines = codeText(text).split(u'\n');
    for (const QString &line : lines)
        m_text += QStringLiteral("    ") + line + u'\n';
    m_text += u'\n';
}

void MarkdownDocument::timeline(const QList<Bar> &bars)
{
    QList<QStringList> rows;
    for (const Bar &bar : bars)
        rows.append({bar.title, isoTime(bar.from), shortDuration(bar.to - bar.from)});
    table({}, rows);
}

QByteArray MarkdownDocument::take()
{
    return m_text.toUtf8();
}

} // namespace Slipway
