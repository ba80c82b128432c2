// SPDX-License-Identifier: MIT
#include "app/commandline/followups.h"

#include "core/run/followup.h"
#include "core/run/runstarter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace Slipway {

namespace {

const QString after = QStringLiteral("after");

/// The same one by name, or the same file.
bool isSame(const QString &left, const QString &right)
{
    const QFileInfo file(right);
    return left == right ||
           (file.exists() && QFileInfo(left).canonicalFilePath() == file.canonicalFilePath());
}

Error notOffered(const QString &run, const QString &checklist, const QList<FollowUpView> &offered)
{
    QStringList names;
    for (const FollowUpView &one : offered)
        names.append(one.checklist);
    if (names.isEmpty())
        return Error(
            QStringLiteral("follow-up.none"),
            QT_TRANSLATE_NOOP("Slipway::Error", "Nothing may follow the run %1 as it is now."),
            {run});
    return Error(QStringLiteral("follow-up.other"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The run %1 is not followed by %2. What may follow it: %3."),
                 {run, checklist, names.join(QLatin1String(", "))});
}

} // namespace

QCommandLineOption afterOption()
{
    return {after,
            QCoreApplication::translate(
                "Slipway::Help",
                QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Begin with the inputs that this run hands on; --input goes "
                                  "before them.")),
            QStringLiteral("RUN")};
}

Result<Value::Map> inputsAfter(Call &call, const QString &checklist)
{
    if (!call.options.isSet(after))
        return Value::Map();
    if (auto opened = call.session.open(); !opened)
        return opened.error();
    const RunServices services = call.session.services();
    const auto id = findRun(call.session.store(), call.options.value(after));
    const auto run = id ? loadRun(call.session.store(), *id) : Result<RunFold>(id.error());
    const auto pinned =
        run ? pinnedChecklist(*run, services.objects()) : Result<Checklist>(run.error());
    if (!pinned)
        return pinned.error();
    const auto offered = followUpsOf(*run, *pinned, call.session.places(), QLocale().name());
    for (const FollowUpView &one : offered) {
        if (isSame(one.checklist, checklist))
            return one.inputs;
    }
    return notOffered(*id, checklist, offered);
}

void tellFollowUps(const Call &call, const RunFold &run, const Checklist &checklist)
{
    const auto offered = followUpsOf(run, checklist, call.session.places(), QLocale().name());
    for (const FollowUpView &one : offered)
        call.terminal.say(
            fillPattern(QCoreApplication::translate(
                            "Slipway::Message",
                            QT_TRANSLATE_NOOP("Slipway::Message",
                                              "%1, if it is wanted: slipway run %2 --after %3")),
                        {one.title, one.checklist, run.id.left(6)}));
}

} // namespace Slipway
