// SPDX-License-Identifier: MIT
#include "app/commandline/packagesource.h"
#include "app/commandline/verbs.h"
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/base/textdiff.h"
#include "core/packages/comparison.h"
#include "core/packages/fileselection.h"
#include "core/packages/namedfiles.h"
#include "core/packages/pinediting.h"
#include "core/packages/pinrefusals.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

namespace Slipway {

namespace {

const QString asOption = QStringLiteral("as");
const QString writeOption = QStringLiteral("write");
const QString recordOption = QStringLiteral("record");
const QString fromOption = QStringLiteral("from");
const QString allOption = QStringLiteral("all");
const QString freezeOption = QStringLiteral("freeze");
const QString wheelsOption = QStringLiteral("wheels");
const QString onlyOption = QStringLiteral("only");
const QString leaveOption = QStringLiteral("leave");
const QString askOption = QStringLiteral("ask");
const QString scanOption = QStringLiteral("scan");
const QString exitCodeOption = QStringLiteral("exit-code");
const QString formatOption = QStringLiteral("format");
const QStringList formatNames{QString(), QStringLiteral("csv"), QStringLiteral("json"),
                              QStringLiteral("markdown"), QStringLiteral("html")};

/// One file before and after, and what was left alone in it.
struct Edited
{
    QString file;
    QByteArray before;
    QByteArray after;
    QList<LeftAlone> leftAlone;
    QList<NamedFile> files;
    QStringList unknownNames;
};

Result<PinFileKind> kindOf(const Call &call, const QString &file)
{
    const bool isSaid = call.options.isSet(asOption);
    const auto kind = isSaid ? pinFileKindNamed(call.options.value(asOption)) : pinFileKindOf(file);
    if (kind)
        return *kind;
    return Error(QStringLiteral("packages.file-kind"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The name of %1 does not tell what kind of file it is. Say it "
                                   "with --as dockerfile, requirements, pyproject or shell."),
                 {file});
}

/// Reads each file, lets `edit` change it, and gives all of them; the first error ends it, so
/// that nothing is written half.
template <typename Edit>
Result<QList<Edited>> editAll(Call &call, Edit edit)
{
    QList<Edited> edited;
    const PinRefusals refusals(call.options.values(leaveOption));
    for (const QString &file : qAsConst(call.arguments)) {
        if (refusals.refusesFile(file))
            continue;
        const auto kind = kindOf(call, file);
        if (!kind)
            return kind.error();
        auto bytes = readFile(file);
        if (!bytes)
            return bytes.error();
        PinEditOptions options;
        options.file = file;
        options.only = call.options.values(onlyOption);
        refusals.applyTo(file, &options);
        auto one = edit(options, *bytes, *kind);
        if (!one)
            return one.error().at({file, 0, 0});
        one->file = file;
        one->before = *bytes;
        one->leftAlone += filesNotGiven(one->files, file, call.arguments);
        if (one->after != one->before)
            for (const QString &lock :
                 staleLocks(file, [](const QString &p) { return QFileInfo::exists(p); }))
                one->leftAlone.append(staleLock(lock));
        edited.append(*one);
    }
    return edited;
}

void printDiff(const Call &call, const Edited &edited)
{
    call.terminal.printBytes(unifiedDiff(edited.before, edited.after,
                                         QStringLiteral("a/") + edited.file,
                                         QStringLiteral("b/") + edited.file));
}

void sayLeftAlone(const Call &call, const Edited &edited)
{
    for (const LeftAlone &place : edited.leftAlone)
        call.terminal.say(QStringLiteral("%1:%2: %3 %4")
                              .arg(edited.file)
                              .arg(place.line)
                              .arg(place.name, place.why.translated()));
    if (!edited.unknownNames.isEmpty())
        call.terminal.say(
            fillPattern(QCoreApplication::translate(
                            "Slipway::Message",
                            QT_TRANSLATE_NOOP("Slipway::Message", "%1: not in the source: %2")),
                        {edited.file, edited.unknownNames.join(QLatin1String(", "))}));
}

/// Prints the diffs, and writes the files if that was asked for.
int deliver(const Call &call, const Result<QList<Edited>> &edited)
{
    if (!edited) {
        call.terminal.fail(edited.error());
        return Status::no;
    }
    for (const Edited &one : *edited) {
        printDiff(call, one);
        sayLeftAlone(call, one);
    }
    if (!call.options.isSet(writeOption))
        return Status::ok;
    for (const Edited &one : *edited) {
        if (one.after == one.before)
            continue;
        if (auto written = writeFileDurably(one.file, one.after); !written) {
            call.terminal.fail(written.error());
            return Status::no;
        }
    }
    return Status::ok;
}

Result<PinRecord> readRecord(const QString &file)
{
    const auto bytes = readFile(file);
    const auto json = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(bytes.error());
    return json ? PinRecord::fromJson(*json) : Result<PinRecord>(json.error());
}

int unpin(Call &call)
{
    PinRecord record;
    const QString recordFile = call.options.value(recordOption);
    if (!recordFile.isEmpty() && QFileInfo::exists(recordFile)) {
        const auto earlier = readRecord(recordFile);
        if (!earlier) {
            call.terminal.fail(earlier.error().at({recordFile, 0, 0}));
            return Status::no;
        }
        record = *earlier;
    }
    const auto edited =
        editAll(call,
                [&](const PinEditOptions &options, const QByteArray &bytes,
                    PinFileKind kind) -> Result<Edited> {
                    const auto result = unpinFile(bytes, kind, options);
                    if (!result)
                        return result.error();
                    record.add(result->taken);
                    return Edited{{}, {}, result->bytes, result->leftAlone, result->files, {}};
                });
    // The record first: versions that are gone from the files must stand somewhere.
    if (edited && !recordFile.isEmpty()) {
        const auto json = canonicalJson(record.toJson());
        const auto written =
            json ? writeFileDurably(recordFile, *json + '\n') : Result<void>(json.error());
        if (!written) {
            call.terminal.fail(written.error());
            return Status::no;
        }
    }
    return deliver(call, edited);
}

/// Says why a source could not be read.
int sourceFailed(const Call &call, const Error &error)
{
    call.terminal.fail(error);
    return error.code() == QLatin1String("packages.source") ? Status::wrongUse : Status::no;
}

ImageReading readingOf(const Call &call)
{
    return call.options.isSet(scanOption)  ? ImageReading::Scan
           : call.options.isSet(askOption) ? ImageReading::Ask
                                           : ImageReading::Auto;
}

Result<QList<Inventory>> read(const Call &call, const QString &source)
{
    return readSource(source, call.session.places(), readingOf(call));
}

int pin(Call &call)
{
    const auto inventories = read(call, call.options.value(fromOption));
    if (!inventories)
        return sourceFailed(call, inventories.error());
    const Inventory &inventory = inventories->first();
    PinMode mode = call.options.isSet(freezeOption) ? PinMode::Freeze
                   : call.options.isSet(allOption)  ? PinMode::Every
                                                    : PinMode::PinnedNow;
    const auto hashes = WheelHashes::ofFolders(call.options.values(wheelsOption));
    if (!hashes) {
        call.terminal.fail(hashes.error());
        return Status::no;
    }
    PinRecord record;
    if (call.options.isSet(recordOption)) {
        const QString recordFile = call.options.value(recordOption);
        const auto read = readRecord(recordFile);
        if (!read) {
            call.terminal.fail(read.error().at({recordFile, 0, 0}));
            return Status::no;
        }
        record = *read;
        mode = PinMode::Recorded;
    }
    const auto edited = editAll(
        call,
        [&](PinEditOptions options, const QByteArray &bytes, PinFileKind kind) -> Result<Edited> {
            options.hashes = *hashes;
            const auto result = pinFile(bytes, kind, inventory, mode, record, options);
            if (!result)
                return result.error();
            return Edited{
                {}, {}, result->bytes, result->leftAlone, result->files, result->unknownNames};
        });
    return deliver(call, edited);
}

QJsonObject jsonOf(const Inventory &inventory)
{
    QJsonArray packages;
    for (const InstalledPackage &package : inventory.packages())
        packages.append(QJsonObject{{QStringLiteral("name"), package.name},
                                    {QStringLiteral("version"), package.version}});
    return {{QStringLiteral("source"), inventory.label()}, {QStringLiteral("packages"), packages}};
}

int list(Call &call)
{
    const auto inventories = read(call, call.arguments[0]);
    if (!inventories)
        return sourceFailed(call, inventories.error());
    for (const Inventory &inventory : *inventories) {
        if (call.terminal.isJson()) {
            call.terminal.print(jsonOf(inventory));
            continue;
        }
        if (inventories->size() > 1)
            call.terminal.print(QStringLiteral("# ") + inventory.label());
        call.terminal.printBytes(inventory.toFreeze());
        for (const Message &note : inventory.notes())
            call.terminal.say(note.translated());
    }
    return Status::ok;
}

/// "+1 −2 ↑3 ↓0 ~0 =40": how many were added, removed, upgraded, downgraded, changed, same.
QString countsOf(const Comparison &comparison)
{
    return fillPattern(
        QCoreApplication::translate("Slipway::Message",
                                    QT_TRANSLATE_NOOP("Slipway::Message",
                                                      "%1 added, %2 removed, %3 upgraded, %4 "
                                                      "downgraded, %5 changed, %6 the same")),
        {QString::number(comparison.count(PackageChange::Added)),
         QString::number(comparison.count(PackageChange::Removed)),
         QString::number(comparison.count(PackageChange::Upgraded)),
         QString::number(comparison.count(PackageChange::Downgraded)),
         QString::number(comparison.count(PackageChange::Changed)),
         QString::number(comparison.count(PackageChange::Same))});
}

/// The rows that differ in aligned columns.
QString tableOf(const Comparison &comparison)
{
    QList<QStringList> rows{QStringList{QString()} + comparison.sources()};
    for (const ComparedPackage &package : comparison.packages()) {
        if (package.change == PackageChange::Same)
            continue;
        QStringList row{package.name};
        const QStringList versions = package.versions();
        for (const QString &version : versions)
            row.append(version.isEmpty() ? QStringLiteral("-") : version);
        row.append((changeName(package.change) + u' ' + severityName(package.severity)).trimmed());
        rows.append(row);
    }
    QList<qsizetype> widths;
    for (const QStringList &row : std::as_const(rows))
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths.resize(qMax(widths.size(), row.size()));
            widths[i] = qMax(widths[i], row[i].size());
        }
    QStringList lines;
    for (const QStringList &row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        lines.append(line.trimmed().isEmpty()
                         ? QString()
                         : line.replace(QRegularExpression(QStringLiteral("\\s+$")), {}));
    }
    return lines.join(u'\n');
}

int diff(Call &call)
{
    const QString format = call.options.value(formatOption);
    if (!formatNames.contains(format)) {
        call.terminal.fail(
            Error(QStringLiteral("packages.format"),
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "%1 is no format. Write csv, json, markdown or html."),
                  {format}));
        return Status::wrongUse;
    }
    const auto found = readSources(call.arguments, call.session.places(), readingOf(call));
    if (!found)
        return sourceFailed(call, found.error());
    QList<Inventory> inventories;
    for (const QList<Inventory> &one : *found) // a column each: what `python3` starts there
        inventories.append(one.first());
    const Comparison comparison = Comparison::of(inventories);
    if (call.terminal.isJson() || format == u"json") {
        call.terminal.print(comparison.toJson());
    } else if (!format.isEmpty()) {
        call.terminal.printBytes((format == u"csv"    ? comparison.toCsv()
                                  : format == u"html" ? comparison.toHtml()
                                                      : comparison.toMarkdown())
                                     .toUtf8());
    } else {
        if (!comparison.isSame())
            call.terminal.print(tableOf(comparison));
        call.terminal.say(countsOf(comparison));
    }
    const bool isNo = call.options.isSet(exitCodeOption) && !comparison.isSame();
    return isNo ? Status::no : Status::ok;
}

QCommandLineOption option(const QString &name, const char *help, const QString &value = {})
{
    return {name, QCoreApplication::translate("Slipway::Help", help), value};
}

} // namespace

QList<Verb> packagesVerbs()
{
    const auto as = option(asOption,
                           QT_TRANSLATE_NOOP("Slipway::Help",
                                             "dockerfile, requirements, pyproject or shell; else "
                                             "the name of the file tells."),
                           QStringLiteral("KIND"));
    const auto only = option(
        onlyOption, QT_TRANSLATE_NOOP("Slipway::Help", "Only this package; may be given again."),
        QStringLiteral("NAME"));
    const auto leave = option(
        leaveOption,
        QT_TRANSLATE_NOOP("Slipway::Help",
                          "Leave this as it is: a package, a file, or FILE:LINE; may be given "
                          "again."),
        QStringLiteral("WHAT"));
    const auto write =
        option(writeOption, QT_TRANSLATE_NOOP("Slipway::Help", "Write the files; else only show."));
    const auto record = option(
        recordOption,
        QT_TRANSLATE_NOOP("Slipway::Help", "Where unpin keeps what it took out, and pin finds "
                                           "it."),
        QStringLiteral("FILE"));
    const auto scan = option(
        scanOption,
        QT_TRANSLATE_NOOP("Slipway::Help",
                          "Read the files of images and containers and run nothing of them; else "
                          "so only for images that came from a registry."));
    const auto ask = option(
        askOption, QT_TRANSLATE_NOOP("Slipway::Help", "Ask the Python of images and containers."));
    return {
        {"compare",
         "[SOURCE…]",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Open the window and compare what is installed in any number of "
                           "sources; without any it asks which."),
         {},
         0,
         -1,
         [](Call &) { return int(Status::ok); }}, // the window, see isCommandLine()
        {"packages diff",
         "SOURCE SOURCE…",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Compare what is installed in any number of sources with the first."),
         {scan, ask,
          option(exitCodeOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Status 1 if anything differs.")),
          option(formatOption, QT_TRANSLATE_NOOP("Slipway::Help", "csv, json, markdown or html."),
                 QStringLiteral("FORMAT"))},
         2,
         -1,
         diff},
        {"packages list",
         "SOURCE",
         QT_TRANSLATE_NOOP("Slipway::Help", "List the Python packages of an image, container, venv "
                                            "or file."),
         {scan, ask},
         1,
         1,
         list},
        {"packages unpin",
         "FILE…",
         QT_TRANSLATE_NOOP("Slipway::Help", "Take the versions out of files."),
         {as, write, record, only, leave},
         1,
         -1,
         unpin},
        {"packages pin",
         "FILE… --from SOURCE",
         QT_TRANSLATE_NOOP("Slipway::Help", "Write the versions of a source into files."),
         {as, write, record, only, leave, scan, ask,
          option(fromOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "image:NAME, container:NAME, venv:FOLDER, file:PATH, "
                                   "dir:FOLDER, tar:PATH or git:REPOSITORY@REVISION:PATH."),
                 QStringLiteral("SOURCE")),
          option(allOption, QT_TRANSLATE_NOOP("Slipway::Help", "Every name that SOURCE knows.")),
          option(freezeOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The file becomes the list of SOURCE: lines come and go.")),
          option(wheelsOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Where wheels lie whose --hash values to write; may be given "
                                   "again."),
                 QStringLiteral("FOLDER"))},
         1,
         -1,
         pin},
    };
}

} // namespace Slipway
