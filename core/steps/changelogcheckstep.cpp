// SPDX-License-Identifier: MIT
#include "core/steps/changelogcheckstep.h"

#include "core/steps/changelog.h"
#include "core/steps/parameters.h"
#include "core/steps/programtext.h"
#include "core/steps/undoing.h"

#include <QDateTime>

namespace Slipway {

namespace {

constexpr qint64 largestChangelog = 4 * 1024 * 1024;

KindSpec changelogSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("changelog.check");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Fails unless the changelog has an entry for a version, with "
                                  "its date; says in which line it should be.");
    spec.parameters = {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The folder that \"file\" is below; else the "
                                                    "workspace.")),
        optional(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The changelog, below \"in\"; CHANGELOG.md unless said.")),
        required(QStringLiteral("version"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The version that must have an entry; a \"v\" before it is no "
                                   "difference.")),
        optional(QStringLiteral("date"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The date that the entry must have, as YYYY-MM-DD; any unless "
                                   "said."))};
    spec.outputs = {{QStringLiteral("date"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The date of the entry, as YYYY-MM-DD.")},
                    {QStringLiteral("text"), Type::Prose,
                     QT_TRANSLATE_NOOP("Slipway::Help", "What stands below its heading.")},
                    {QStringLiteral("line"), Type::Number,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The line of its heading.")}};
    spec.evidence = {QStringLiteral("entry")};
    spec.reaches = {{Reach::Path, "CHANGELOG.md", QStringLiteral("file")}};
    return spec;
}

Result<RootedPath> changelogPath(const Value::Map &with, const StepContext &context)
{
    const auto root = rootFolder(with[QStringLiteral("in")], context.workspace);
    if (!root)
        return root.error();
    const QString file = with[QStringLiteral("file")].text();
    return RootedPath::below(*root, file.isEmpty() ? QStringLiteral("CHANGELOG.md") : file);
}

/// A heading as it would be right, with today's date where none is asked for.
QString rightHeading(const Changelog &log, const Value::Map &with, const StepContext &context)
{
    const QString asked = with[QStringLiteral("date")].text();
    const QString today = QDateTime::fromMSecsSinceEpoch(context.now).date().toString(Qt::ISODate);
    return log.headingFor(with[QStringLiteral("version")].text(), asked.isEmpty() ? today : asked);
}

Error missingEntry(const Changelog &log, const QString &file, const Value::Map &with,
                   const StepContext &context)
{
    const QString version = with[QStringLiteral("version")].text();
    const int line = log.lineFor(version);
    const QStringList arguments{file, version, QString::number(line),
                                rightHeading(log, with, context),
                                QString::number(log.unreleasedLine())};
    const Error error =
        log.unreleasedLine() > 0
            ? Error(QStringLiteral("changelog.no-entry"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "%1 has no entry for %2. It belongs in line %3, as «%4»; "
                                      "what is not released yet stands in line %5."),
                    arguments)
            : Error(QStringLiteral("changelog.no-entry"),
                    QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no entry for %2. It belongs in "
                                                        "line %3, as «%4»."),
                    arguments);
    return error.at({file, line, 1});
}

Error wrongEntry(const char *code, const char *pattern, const QString &file,
                 const ChangelogEntry &entry, const QStringList &more)
{
    return Error(QLatin1String(code), pattern,
                 QStringList{file, QString::number(entry.line), plainOutput(entry.version)} + more)
        .at({file, entry.line, 1});
}

Result<void> checkDate(const ChangelogEntry &entry, const QString &file, const QString &right,
                       const QString &wanted)
{
    if (entry.date.isEmpty())
        return wrongEntry("changelog.no-date",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "The entry for %3 in line %2 of %1 has no date. Write "
                                            "it as «%4»."),
                          file, entry, {right});
    if (!isIsoDate(entry.date))
        return wrongEntry("changelog.bad-date",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "The entry for %3 in line %2 of %1 has «%5» where its "
                                            "date belongs. Write it as «%4»."),
                          file, entry, {right, plainOutput(entry.date).left(100)});
    if (!wanted.isEmpty() && entry.date != wanted)
        return wrongEntry("changelog.other-date",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "The entry for %3 in line %2 of %1 has the date %5. "
                                            "Write it as «%4»."),
                          file, entry, {right, entry.date});
    return {};
}

/// The one entry of the version, if nothing is wrong with it.
Result<ChangelogEntry> checkedEntry(const Changelog &log, const QString &file,
                                    const Value::Map &with, const StepContext &context)
{
    const QList<ChangelogEntry> found = log.entriesOf(with[QStringLiteral("version")].text());
    if (found.isEmpty())
        return missingEntry(log, file, with, context);
    const ChangelogEntry &entry = found.first();
    if (found.size() > 1)
        return wrongEntry("changelog.twice",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "%1 has two entries for %3, in lines %2 and %4. Make "
                                            "one of them."),
                          file, entry, {QString::number(found.at(1).line)});
    if (entry.isYanked)
        return wrongEntry("changelog.yanked",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "The entry for %3 in line %2 of %1 says that this "
                                            "version was taken back. Choose a new version."),
                          file, entry, {});
    const QString right = rightHeading(log, with, context);
    if (const auto dated = checkDate(entry, file, right, with[QStringLiteral("date")].text());
        !dated)
        return dated.error();
    if (entry.text.isEmpty())
        return wrongEntry("changelog.empty",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "The entry for %3 in line %2 of %1 says nothing. Write "
                                            "below it what changed."),
                          file, entry, {});
    return entry;
}

Result<ChangelogEntry> lookUp(const Value::Map &with, const StepContext &context)
{
    const auto path = changelogPath(with, context);
    if (!path)
        return path.error();
    const auto bytes = context.files.read(*path, largestChangelog);
    if (!bytes)
        return bytes.error();
    if (!*bytes)
        return Error(QStringLiteral("changelog.no-file"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no %1. Make it, or name the changelog with "
                                       "\"file\"."),
                     {path->absolute()});
    return checkedEntry(Changelog::parse(QString::fromUtf8(**bytes)), path->absolute(), with,
                        context);
}

} // namespace

ChangelogCheckStep::ChangelogCheckStep() : m_spec(changelogSpec()) {}

Result<Plan> ChangelogCheckStep::plan(const Value::Map &with, const StepContext &context) const
{
    const QString wanted = with[QStringLiteral("date")].text();
    if (!wanted.isEmpty() && !isIsoDate(wanted))
        return Error(QStringLiteral("changelog.date-value"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"%1\" is no date. Write it as YYYY-MM-DD, such as "
                                       "2026-11-21."),
                     {wanted});
    const auto path = changelogPath(with, context);
    if (!path)
        return path.error();
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Looks for the entry of %1 in %2."),
                {with[QStringLiteral("version")].text(), path->absolute()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), path->absolute()},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Version")),
                   with[QStringLiteral("version")].text()}};
    if (!wanted.isEmpty())
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Date")), wanted});
    return plan;
}

Outcome ChangelogCheckStep::act(const Intent &intent, const StepContext &context) const
{
    const auto entry = lookUp(intent.with, context);
    if (!entry)
        return Outcome::failed(entry.error());
    const QString text = plainOutput(entry->text);
    const auto evidence = storeEvidence(context, QStringLiteral("entry"), QStringLiteral("text"),
                                        text.toUtf8(), entry->date);
    if (!evidence)
        return Outcome::failed(evidence.error());
    return Outcome::succeeded({{QStringLiteral("date"), Value(entry->date)},
                               {QStringLiteral("text"), Value(text)},
                               {QStringLiteral("line"), Value(entry->line)}},
                              {*evidence});
}

Result<Aftermath> ChangelogCheckStep::rehearse(const Intent &intent, const StepContext &context,
                                               Overlay &) const
{
    const auto entry = lookUp(intent.with, context);
    if (!entry && isUnknownInRehearsal(entry.error()))
        return Aftermath();
    if (!entry)
        return entry.error();
    return Aftermath{{{QStringLiteral("date"), Value(entry->date)},
                      {QStringLiteral("text"), Value(plainOutput(entry->text))},
                      {QStringLiteral("line"), Value(entry->line)}},
                     false};
}

Finding ChangelogCheckStep::probe(const Intent &, const StepContext &) const
{
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Checking changes nothing, so it can be done again.")),
            {}};
}

} // namespace Slipway
