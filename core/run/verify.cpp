// SPDX-License-Identifier: MIT
#include "core/run/verify.h"

#include "core/journal/digests.h"
#include "core/journal/journalreader.h"
#include "core/run/audit.h"
#include "core/run/runstarter.h"

#include <QDir>

namespace Slipway {

namespace {

constexpr int shortestPrefix = 4;

/// The run of which a folder is there, by its id or the beginning of it.
QString runFolder(const Places &places, const QString &text)
{
    if (text.size() < shortestPrefix || text.contains(u'/'))
        return {};
    const QStringList found = QDir(places.data() + QLatin1String("/runs"))
                                  .entryList({text + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    return found.contains(text) ? text : found.size() == 1 ? found.first() : QString();
}

/// Of a run whose journal cannot be opened.
Result<VerifyReport> unreadableReport(const Places &places, const QString &text, const Error &why)
{
    VerifyReport report;
    report.run = runFolder(places, text);
    if (report.run.isEmpty())
        report.run = text;
    report.hasHeadFile = HeadFile(places.run(report.run)).read().has_value();
    report.problems.append({0, why});
    return report;
}

} // namespace

Error verifyProblem(const char *code, const char *pattern, const QStringList &arguments)
{
    return {QLatin1String("verify.") + QLatin1String(code), pattern, arguments};
}

std::optional<KnownHead> knownHead(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    bool isNumber = colon < 0;
    const qint64 number = colon < 0 ? 0 : text.left(colon).toLongLong(&isNumber);
    const QString hash = text.mid(colon + 1).toLower();
    if (!isNumber || !isHash(hash) || (colon >= 0 && number < 1))
        return std::nullopt;
    return KnownHead{number, hash};
}

Result<VerifyReport> verifyRun(const Places &places, const QString &run,
                               const std::optional<KnownHead> &known)
{
    const auto reader = JournalReader::open(places.journal());
    const auto runs = reader ? (*reader)->runs() : Result<QStringList>(reader.error());
    const QString folder = runFolder(places, run);
    if (!runs) {
        const bool isGone = runs.error().code() == QLatin1String("journal.missing");
        return isGone && folder.isEmpty() ? Result<VerifyReport>(runs.error())
                                          : unreadableReport(places, run, runs.error());
    }
    auto id = runNamed(*runs, run);
    // Its events may be what is gone: then its folder is still there.
    if (!id && !folder.isEmpty())
        id = folder;
    if (!id)
        return id.error();
    return Audit(**reader, places, *id, known).take();
}

} // namespace Slipway
