// SPDX-License-Identifier: MIT
#include "core/steps/versionmark.h"

#include "core/packages/filelines.h"
#include "core/packages/pyprojectpins.h"
#include "core/steps/changelog.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace Slipway {

namespace {

bool isChangelogName(const QString &name)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:changelog|changes|history|news)(?:\\.(?:md|markdown|rst|txt))?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(name).hasMatch();
}

ByteRange lineRange(const QByteArray &bytes, int line)
{
    const qsizetype begin = FileLines(bytes).startOf(line);
    qsizetype end = bytes.indexOf('\n', begin);
    end = end < 0 ? bytes.size() : end;
    return {begin, end > begin && bytes.at(end - 1) == '\r' ? end - 1 : end};
}

/// The head of what is not released yet becomes that of a version.
VersionMark unreleasedHead(const QByteArray &bytes, const Changelog &log, const QString &today)
{
    const QString word = QStringLiteral("Unreleased");
    const ByteRange line = lineRange(bytes, log.unreleasedLine());
    const QByteArray text = line.of(bytes);
    const qsizetype at = line.begin + text.toLower().indexOf("unreleased");
    VersionMark place{{at, at + word.size()}, word, true, {}, {}};
    const QByteArray rest = text.mid(at - line.begin + word.size()).trimmed();
    const bool isBare = text.startsWith('#') && (rest.isEmpty() || rest == "]");
    if (!isBare || log.entries().isEmpty() || !isIsoDate(log.entries().first().date))
        return place;
    const QString sample = log.headingFor(word, today);
    place.range = line;
    place.before = sample.left(sample.indexOf(word));
    place.after = sample.mid(place.before.size() + word.size());
    return place;
}

Result<VersionMark> changelogHead(const QByteArray &bytes, const QString &file,
                                  const QString &today)
{
    const Changelog log = Changelog::parse(QString::fromUtf8(bytes));
    const bool hasEntries = !log.entries().isEmpty();
    if (log.unreleasedLine() > 0 &&
        (!hasEntries || log.unreleasedLine() < log.entries().first().line))
        return unreleasedHead(bytes, log, today);
    if (!hasEntries)
        return Error(QStringLiteral("version.no-head"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 has no head with a version, such as ## 1.2.3, and none "
                                       "that says Unreleased. Write one."),
                     {file});
    const ChangelogEntry &newest = log.entries().first();
    if (isIsoDate(newest.date))
        return Error(QStringLiteral("version.released"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The newest head of %1, %2, has a date: it is released. "
                                       "Write a new head first, such as ## [Unreleased]."),
                     {file, newest.version});
    const ByteRange line = lineRange(bytes, newest.line);
    const qsizetype at = line.begin + line.of(bytes).indexOf(newest.version.toUtf8());
    return VersionMark{{at, at + newest.version.toUtf8().size()}, newest.version, false, {}, {}};
}

} // namespace

Result<VersionMark> versionMarkIn(const QByteArray &bytes, const QString &file,
                                  const QString &today)
{
    const QString name = QFileInfo(file).fileName();
    if (isChangelogName(name))
        return changelogHead(bytes, file, today);
    if (name != u"pyproject.toml")
        return Error(QStringLiteral("version.no-pattern"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Where %1 says its version cannot be told from its name. "
                                       "Give a pattern."),
                     {file});
    const auto range = locateProjectVersion(bytes);
    if (!range)
        return range.error();
    return VersionMark{*range, QString::fromUtf8(range->of(bytes)), false, {}, {}};
}

} // namespace Slipway
