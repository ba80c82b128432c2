// SPDX-License-Identifier: MIT
#include "core/steps/changelog.h"

#include "core/packages/version.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace Slipway {

namespace {

/// A line that begins a section, whatever it is about.
struct Heading
{
    QString marks; ///< "##"; empty: underlined, or a bracket alone
    QString text;
    int line = 0;
    int lines = 1;
};

bool isFence(const QString &line)
{
    return line.startsWith(QLatin1String("```")) || line.startsWith(QLatin1String("~~~"));
}

bool isUnderline(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:-{3,}|={3,})\\s*\\z"));
    return form.match(line).hasMatch();
}

QList<Heading> headingsOf(const QStringList &lines)
{
    static const QRegularExpression marked(QStringLiteral("\\A(#{1,6})[ \\t]+(.*?)[ \\t#]*\\z"));
    static const QRegularExpression bracket(
        QStringLiteral("\\A\\[v?[0-9][^\\]\\s]*\\](?!:)(?:\\([^)]*\\))?(?:\\s.*)?\\z"));
    QList<Heading> headings;
    bool isCode = false;
    for (int i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (isFence(line))
            isCode = !isCode;
        if (isCode)
            continue;
        const auto match = marked.match(line);
        if (match.hasMatch())
            headings.append({match.captured(1), match.captured(2), i + 1, 1});
        else if (i + 1 < lines.size() && !line.trimmed().isEmpty() && isUnderline(lines.at(i + 1)))
            headings.append({{}, line.trimmed(), i + 1, 2});
        else if (bracket.match(line).hasMatch())
            headings.append({{}, line.trimmed(), i + 1, 1});
    }
    return headings;
}

QString bareVersion(const QString &version)
{
    return version.startsWith(u'v') || version.startsWith(u'V') ? version.mid(1) : version;
}

/// The heading as that of a version; a version of nothing if it is about something else.
ChangelogEntry entryOf(const Heading &heading)
{
    static const QRegularExpression form(
        QStringLiteral(
            "\\A(?:Version\\s+)?(?:\\[(v?[0-9][^\\]\\s]*)\\](?:\\([^)]*\\))?|(v?[0-9][^\\s"
            "(,:\\]]*)):?(?:\\s*[-\u2013\u2014/,:(]+\\s*|\\s+|\\z)(.*)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(heading.text);
    ChangelogEntry entry;
    if (!match.hasMatch())
        return entry;
    entry.version = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    entry.line = heading.line;
    QString rest = match.captured(3).trimmed();
    const QString yanked = QStringLiteral("[YANKED]");
    entry.isYanked = rest.contains(yanked, Qt::CaseInsensitive);
    rest.remove(yanked, Qt::CaseInsensitive);
    rest = rest.trimmed();
    while (rest.endsWith(u')'))
        rest.chop(1);
    const bool isDated =
        isIsoDate(rest.left(10)) &&
        !rest.mid(10, 1).contains(QRegularExpression(QStringLiteral("[0-9A-Za-z]")));
    entry.date = isDated ? rest.left(10) : rest.trimmed();
    // "## 3 ways to begin", "## 2026-11-21" are about something else.
    const bool isVersion = entry.version.contains(u'.') || rest.isEmpty() || isDated;
    return isVersion && !isIsoDate(entry.version) ? entry : ChangelogEntry();
}

bool isUnreleased(const Heading &heading)
{
    static const QRegularExpression form(QStringLiteral("\\A\\[?unreleased\\]?(?:\\s|\\(|\\z)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(heading.text).hasMatch();
}

/// The lines below the heading at `index`, up to the next one of its level or above.
QString textBelow(const QStringList &lines, const QList<Heading> &headings, qsizetype index)
{
    const Heading &heading = headings.at(index);
    qsizetype end = lines.size();
    for (qsizetype i = index + 1; i < headings.size(); ++i) {
        const bool isInside = !headings.at(i).marks.isEmpty() &&
                              headings.at(i).marks.size() > heading.marks.size() &&
                              entryOf(headings.at(i)).version.isEmpty();
        if (!isInside) {
            end = headings.at(i).line - 1;
            break;
        }
    }
    static const QRegularExpression reference(QStringLiteral("\\A\\[[^\\]]+\\]:\\s"));
    QStringList text;
    for (qsizetype i = heading.line - 1 + heading.lines; i < end; ++i) {
        if (!reference.match(lines.at(i)).hasMatch())
            text.append(lines.at(i));
    }
    return text.join(u'\n').trimmed();
}

} // namespace

bool isIsoDate(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    return form.match(text).hasMatch() && QDate::fromString(text, Qt::ISODate).isValid();
}

Changelog Changelog::parse(const QString &text)
{
    Changelog log;
    QString plain = text;
    plain.remove(QChar::ByteOrderMark).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const QStringList lines = plain.split(u'\n');
    log.m_lines = int(lines.size()) - (lines.last().isEmpty() ? 1 : 0);
    const QList<Heading> headings = headingsOf(lines);
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (log.m_unreleasedLine == 0 && isUnreleased(headings.at(i)))
            log.m_unreleasedLine = headings.at(i).line;
        ChangelogEntry entry = entryOf(headings.at(i));
        if (entry.version.isEmpty())
            continue;
        entry.text = textBelow(lines, headings, i);
        if (log.m_entries.isEmpty()) {
            const QString &line = lines.at(entry.line - 1);
            log.m_heading = line.left(line.indexOf(entry.version));
        }
        log.m_entries.append(entry);
    }
    return log;
}

QList<ChangelogEntry> Changelog::entriesOf(const QString &version) const
{
    QList<ChangelogEntry> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found),
                 [&version](const ChangelogEntry &entry) {
                     return bareVersion(entry.version) == bareVersion(version);
                 });
    return found;
}

int Changelog::lineFor(const QString &version) const
{
    const auto wanted = Version::parse(version);
    for (const ChangelogEntry &entry : m_entries) {
        const auto there = Version::parse(entry.version);
        if (!wanted || !there || *there < *wanted)
            return entry.line;
    }
    return m_lines + 1;
}

QString Changelog::headingFor(const QString &version, const QString &date) const
{
    const QString start = m_entries.isEmpty() ? QStringLiteral("## [") : m_heading;
    const QString end = start.endsWith(u'[') ? QStringLiteral("]") : QString();
    return start + version + end + QStringLiteral(" - ") + date;
}

} // namespace Slipway
