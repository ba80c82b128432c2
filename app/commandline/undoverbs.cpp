// SPDX-License-Identifier: MIT
#include "app/commandline/givensecrets.h"
#include "app/commandline/rehearsaltext.h"
#include "app/commandline/rundrive.h"
#include "app/commandline/verbs.h"
#include "core/run/reversal.h"
#include "core/run/runlock.h"
#include "core/run/runstarter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace Slipway {

namespace {

const QString toOption = QStringLiteral("to");
const QString dryRunOption = QStringLiteral("dry-run");
const QString leaveOption = QStringLiteral("leave-impossible");
const QString noteOption = QStringLiteral("note");

QString text(const char *pattern, const QStringList &arguments = {})
{
    return fillPattern(QCoreApplication::translate("Slipway::Message", pattern), arguments);
}

QJsonObject itemJson(const UndoItem &item)
{
    const bool hasInstance = !item.key.instance.isEmpty();
    return {{QStringLiteral("id"), item.key.step},
            {QStringLiteral("instance"),
             hasInstance ? QJsonValue(item.key.instance) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("attempt"),
             item.attempt > 0 ? QJsonValue(item.attempt) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("can"), canName(item.note.can)},
            {QStringLiteral("how"), item.note.text.translated()},
            {QStringLiteral("summary"), item.summary.translated()}};
}

QJsonObject previewJson(const UndoPreview &preview)
{
    QJsonArray items;
    for (const UndoItem &item : preview.items)
        items.append(itemJson(item));
    const QJsonValue to =
        preview.to.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(preview.to);
    return {{QStringLiteral("run"), preview.run},
            {QStringLiteral("to"), to},
            {QStringLiteral("undo"), items}};
}

/// One line each, in the order in which they would be undone.
QStringList previewLines(const UndoPreview &preview)
{
    QStringList lines;
    for (const UndoItem &item : preview.items) {
        const QString mark = item.note.can == UndoNote::Can::No        ? QStringLiteral("✗")
                             : item.note.can == UndoNote::Can::Nothing ? QStringLiteral("–")
                                                                       : QStringLiteral("↩");
        QString line = QStringLiteral("  %1 %2  (%3)").arg(mark, item.title, item.key.text());
        for (const QString &more : {item.summary.translated(), item.note.text.translated()}) {
            if (!more.isEmpty())
                line += QStringLiteral("\n      ") + more;
        }
        lines.append(line);
    }
    if (lines.isEmpty())
        lines.append(text(QT_TRANSLATE_NOOP("Slipway::Message", "There is nothing to undo.")));
    return lines;
}

/// What would be undone, in order, and how: the commands and changes of each. Does none of it.
int show(const Call &call, const UndoPreview &preview)
{
    const RunServices services = call.session.services();
    const auto run = loadRun(*services.store, preview.run);
    const auto checklist =
        run ? pinnedChecklist(*run, services.objects()) : Result<Checklist>(run.error());
    if (!checklist) {
        call.terminal.fail(checklist.error());
        return Status::no;
    }
    const QList<RehearsedStep> plans = rehearseUndo(*run, *checklist, preview, services);
    if (call.terminal.isJson()) {
        QJsonObject json = previewJson(preview);
        QJsonArray array;
        for (const RehearsedStep &plan : plans)
            array.append(toJson(plan, services.objects()));
        json[QStringLiteral("plans")] = array;
        call.terminal.print(json);
    } else {
        for (const QString &line : previewLines(preview))
            call.terminal.print(line);
        for (const RehearsedStep &plan : plans)
            call.terminal.printBytes(
                rehearsedLines(plan, services.objects(), QLocale().name()).join(u'\n').toUtf8() +
                '\n');
    }
    return preview.impossible().isEmpty() ? Status::ok : Status::no;
}

/// Says beforehand what is undone, in which order, and what stays.
void announce(const Call &call, const UndoPreview &preview)
{
    if (call.terminal.isJson())
        return;
    for (const QString &line : previewLines(preview))
        call.terminal.say(line);
    if (!preview.impossible().isEmpty())
        call.terminal.say(text(QT_TRANSLATE_NOOP(
            "Slipway::Message",
            "What is marked ✗ cannot be undone; --leave-impossible leaves it in place.")));
}

int undo(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    if (!run)
        return Status::wrongUse;
    const QString to = call.options.value(toOption);
    const auto preview = call.session.people().previewUndo(*run, to, QLocale().name());
    if (!preview) {
        call.terminal.fail(preview.error());
        return Status::wrongUse;
    }
    if (call.options.isSet(dryRunOption))
        return show(call, *preview);
    if (!takeSecretsOfRun(call, *run))
        return Status::wrongUse;
    announce(call, *preview);
    const auto asked = call.session.people().undo(*run, to, call.options.isSet(leaveOption),
                                                  call.options.value(noteOption));
    if (!asked) {
        call.terminal.fail(asked.error());
        return Status::no;
    }
    if (RunLock::isHeld(call.session.places().run(*run))) {
        call.terminal.say(text(QT_TRANSLATE_NOOP(
            "Slipway::Message", "Another process drives this run, and undoes it now.")));
        return Status::ok;
    }
    // Nothing new is to start of it: that is for a reset and a resume.
    RunDrive drive(call, *run, {QString(), false, 0});
    return drive.execUndo();
}

} // namespace

QList<Verb> undoVerbs()
{
    const auto help = [](const char *pattern) {
        return QCoreApplication::translate("Slipway::Help", pattern);
    };
    const QCommandLineOption to(
        toOption, help(QT_TRANSLATE_NOOP("Slipway::Help", "Undo only what came after this step.")),
        QStringLiteral("STEP"));
    const QCommandLineOption dryRun(
        dryRunOption,
        help(QT_TRANSLATE_NOOP("Slipway::Help", "Only say what would be undone, and how.")));
    const QCommandLineOption leave(
        leaveOption,
        help(QT_TRANSLATE_NOOP("Slipway::Help", "Leave in place what cannot be undone.")));
    const QCommandLineOption note(noteOption,
                                  help(QT_TRANSLATE_NOOP("Slipway::Help", "What to keep with it.")),
                                  QStringLiteral("TEXT"));
    return {{"undo",
             "RUN",
             QT_TRANSLATE_NOOP("Slipway::Help", "Reverse what a run did, the last first."),
             {secretOption(), to, dryRun, leave, note},
             1,
             1,
             undo}};
}

} // namespace Slipway
