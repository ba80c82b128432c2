// SPDX-License-Identifier: MIT
#include "app/commandline/packagesource.h"
#include "app/commandline/verbs.h"
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/base/textdiff.h"
#include "core/packages/fileselection.h"
#include "core/packages/pinediting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace Slipway {

namespace {

const QString asOption = QStringLiteral("as");
const QString writeOption = QStringLiteral("write");
const QString recordOption = QStringLiteral("record");
const QString fromOption = QStringLiteral("from");
const QString allOption = QStringLiteral("all");

/// One file before and after, and what was left alone in it.
struct Edited
{
    QString file;
    QByteArray before;
    QByteArray after;
    QList<LeftAlone> leftAlone;
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
                                   "with --as dockerfile, requirements or pyproject."),
                 {file});
}

/// Reads each file, lets `edit` change it, and gives all of them; the first error ends it, so
/// that nothing is written half.
template <typename Edit>
Result<QList<Edited>> editAll(Call &call, Edit edit)
{
    QList<Edited> edited;
    for (const QString &file : qAsConst(call.arguments)) {
        const auto kind = kindOf(call, file);
        if (!kind)
            return kind.error();
        auto bytes = readFile(file);
        if (!bytes)
            return bytes.error();
        auto one = edit(file, *bytes, *kind);
        if (!one)
            return one.error().at({file, 0, 0});
        one->file = file;
        one->before = *bytes;
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
    const auto edited = editAll(
        call,
        [&](const QString &file, const QByteArray &bytes, PinFileKind kind) -> Result<Edited> {
            PinEditOptions options;
            options.file = file;
            const auto result = unpinFile(bytes, kind, options);
            if (!result)
                return result.error();
            record.add(result->taken);
            return Edited{{}, {}, result->bytes, result->leftAlone, {}};
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

int pin(Call &call)
{
    const auto inventory = readSource(call.options.value(fromOption));
    if (!inventory) {
        call.terminal.fail(inventory.error());
        return inventory.error().code() == QLatin1String("packages.source") ? Status::wrongUse
                                                                            : Status::no;
    }
    PinMode mode = call.options.isSet(allOption) ? PinMode::Every : PinMode::PinnedNow;
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
        [&](const QString &file, const QByteArray &bytes, PinFileKind kind) -> Result<Edited> {
            PinEditOptions options;
            options.file = file;
            const auto result = pinFile(bytes, kind, *inventory, mode, record, options);
            if (!result)
                return result.error();
            return Edited{{}, {}, result->bytes, result->leftAlone, result->unknownNames};
        });
    return deliver(call, edited);
}

int list(Call &call)
{
    const auto inventory = readSource(call.arguments[0]);
    if (!inventory) {
        call.terminal.fail(inventory.error());
        return inventory.error().code() == QLatin1String("packages.source") ? Status::wrongUse
                                                                            : Status::no;
    }
    if (!call.terminal.isJson()) {
        call.terminal.printBytes(inventory->toFreeze());
        return Status::ok;
    }
    QJsonArray packages;
    for (const InstalledPackage &package : inventory->packages())
        packages.append(QJsonObject{{QStringLiteral("name"), package.name},
                                    {QStringLiteral("version"), package.version}});
    call.terminal.print(QJsonObject{{QStringLiteral("source"), inventory->label()},
                                    {QStringLiteral("packages"), packages}});
    return Status::ok;
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
                                             "dockerfile, requirements or pyproject; else the name "
                                             "of the file tells."),
                           QStringLiteral("KIND"));
    const auto write =
        option(writeOption, QT_TRANSLATE_NOOP("Slipway::Help", "Write the files; else only show."));
    const auto record = option(
        recordOption,
        QT_TRANSLATE_NOOP("Slipway::Help", "Where unpin keeps what it took out, and pin finds "
                                           "it."),
        QStringLiteral("FILE"));
    return {
        {"packages list",
         "SOURCE",
         QT_TRANSLATE_NOOP("Slipway::Help", "List the Python packages of an image, container, venv "
                                            "or file."),
         {},
         1,
         1,
         list},
        {"packages unpin",
         "FILE…",
         QT_TRANSLATE_NOOP("Slipway::Help", "Take the versions out of files."),
         {as, write, record},
         1,
         -1,
         unpin},
        {"packages pin",
         "FILE… --from SOURCE",
         QT_TRANSLATE_NOOP("Slipway::Help", "Write the versions of a source into files."),
         {as, write, record,
          option(fromOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "file:PATH, venv:FOLDER, image:NAME or container:NAME."),
                 QStringLiteral("SOURCE")),
          option(allOption, QT_TRANSLATE_NOOP("Slipway::Help", "Every name that SOURCE knows."))},
         1,
         -1,
         pin},
    };
}

} // namespace Slipway
