// SPDX-License-Identifier: MIT
// `slipway packages check`: the same-version rule over files, folders and anything that has
// packages.
#include "app/commandline/packagesource.h"
#include "app/commandline/verbs.h"
#include "core/base/files.h"
#include "core/base/textdiff.h"
#include "core/packages/fileselection.h"
#include "core/packages/settlement.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace Slipway {

namespace {

const QString scanOption = QStringLiteral("scan");
const QString askOption = QStringLiteral("ask");
const QString onlyOption = QStringLiteral("only");
const QString exceptOption = QStringLiteral("except");
const QString diffOption = QStringLiteral("diff");
const QString writeOption = QStringLiteral("write");

ImageReading readingOf(const Call &call)
{
    return call.options.isSet(scanOption)  ? ImageReading::Scan
           : call.options.isSet(askOption) ? ImageReading::Ask
                                           : ImageReading::Auto;
}

/// A folder, a file with pins, or anything that `packages list` reads.
Result<void> addPath(const Call &call, const QString &path, Settlement *checked)
{
    const QFileInfo info(path);
    if (info.isDir())
        return checked->addFolder(path);
    const auto kind = pinFileKindOf(path);
    if (info.exists() && kind)
        return checked->addFile(path, *kind);
    const QString source = info.exists() ? QStringLiteral("file:") + path : path;
    const auto inventories = readSource(source, call.session.places(), readingOf(call));
    if (!inventories)
        return inventories.error();
    for (const Inventory &inventory : *inventories)
        checked->addInventory(inventory);
    return {};
}

QJsonObject jsonOf(const QList<Disagreement> &disagreements, int packages)
{
    QJsonArray all;
    for (const Disagreement &one : disagreements) {
        QJsonArray places;
        for (const VersionPlace &place : one.places)
            places.append(QJsonObject{{QStringLiteral("where"), place.where},
                                      {QStringLiteral("version"), place.version},
                                      {QStringLiteral("settled"), one.isSettled(place)},
                                      {QStringLiteral("editable"), place.isEditable()}});
        all.append(QJsonObject{{QStringLiteral("name"), one.name},
                               {QStringLiteral("version"), one.settled},
                               {QStringLiteral("places"), places}});
    }
    return {{QStringLiteral("packages"), packages}, {QStringLiteral("disagree"), all}};
}

QString said(const char *text)
{
    return QCoreApplication::translate("Slipway::Message", text);
}

/// What would settle one place.
QString settling(const Disagreement &one, const VersionPlace &place)
{
    if (one.isSettled(place))
        return {};
    if (place.file.isEmpty())
        return fillPattern(
            said(QT_TRANSLATE_NOOP("Slipway::Message", "install %1 there, or build it again")),
            {one.settled});
    if (!place.obstacle.isEmpty())
        return fillPattern(
            said(QT_TRANSLATE_NOOP("Slipway::Message", "write %1 there by hand: %2")),
            {one.settled, place.obstacle.translated()});
    return fillPattern(said(QT_TRANSLATE_NOOP("Slipway::Message", "write %1")), {one.settled});
}

void printTable(const Call &call, const QList<Disagreement> &disagreements)
{
    for (const Disagreement &one : disagreements) {
        call.terminal.print(one.name);
        qsizetype width = 0;
        for (const VersionPlace &place : one.places)
            width = qMax(width, place.where.size());
        for (const VersionPlace &place : one.places) {
            QString line =
                QStringLiteral("  %1  %2")
                    .arg(place.where.leftJustified(width), place.version.leftJustified(14));
            const QString what = settling(one, place);
            if (!what.isEmpty())
                line += QStringLiteral("  ") + what;
            while (line.endsWith(u' '))
                line.chop(1);
            call.terminal.print(line);
        }
    }
}

Result<void> settle(const Call &call, const Settlement &checked,
                    const QList<Disagreement> &disagreements)
{
    const auto edits = checked.edits(disagreements);
    if (!edits)
        return edits.error();
    for (const Settlement::Edit &one : *edits) {
        if (!call.terminal.isJson())
            call.terminal.printBytes(unifiedDiff(one.before, one.after,
                                                 QStringLiteral("a/") + one.file,
                                                 QStringLiteral("b/") + one.file));
        if (!call.options.isSet(writeOption))
            continue;
        if (auto written = writeFileDurably(one.file, one.after); !written)
            return written;
    }
    return {};
}

int check(Call &call)
{
    Settlement checked;
    for (const QString &path : qAsConst(call.arguments)) {
        if (auto added = addPath(call, path, &checked); !added) {
            call.terminal.fail(added.error());
            const bool isWrongUse = added.error().code() == QLatin1String("packages.source");
            return isWrongUse ? Status::wrongUse : Status::no;
        }
    }
    const auto disagreements = checked.rule().disagreements(call.options.values(onlyOption),
                                                            call.options.values(exceptOption));
    if (call.terminal.isJson())
        call.terminal.print(jsonOf(disagreements, checked.rule().packages()));
    else
        printTable(call, disagreements);
    if (call.options.isSet(diffOption) || call.options.isSet(writeOption)) {
        if (auto settled = settle(call, checked, disagreements); !settled) {
            call.terminal.fail(settled.error());
            return Status::no;
        }
    }
    call.terminal.say(fillPattern(
        said(
            QT_TRANSLATE_NOOP("Slipway::Message", "%1 of %2 packages break the same-version rule")),
        {QString::number(disagreements.size()), QString::number(checked.rule().packages())}));
    return disagreements.isEmpty() ? Status::ok : Status::no;
}

QCommandLineOption option(const QString &name, const char *help, const QString &value = {})
{
    return {name, QCoreApplication::translate("Slipway::Help", help), value};
}

} // namespace

QList<Verb> checkVerbs()
{
    return {
        {"packages check",
         "PATH…",
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Check that each package has one version in files, folders, images and "
                           "containers, and say what would settle each that has several."),
         {option(scanOption, QT_TRANSLATE_NOOP("Slipway::Help",
                                               "Read the files of images and containers and run "
                                               "nothing of them; else so only for images that "
                                               "came from a registry.")),
          option(askOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Ask the Python of images and containers.")),
          option(onlyOption, QT_TRANSLATE_NOOP("Slipway::Help", "Only this package; repeatable."),
                 QStringLiteral("NAME")),
          option(exceptOption, QT_TRANSLATE_NOOP("Slipway::Help", "Not this package; repeatable."),
                 QStringLiteral("NAME")),
          option(diffOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Show the edits that would settle the files.")),
          option(writeOption, QT_TRANSLATE_NOOP("Slipway::Help", "Make these edits."))},
         1,
         -1,
         check},
    };
}

} // namespace Slipway
