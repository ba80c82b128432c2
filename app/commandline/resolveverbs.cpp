// SPDX-License-Identifier: MIT
// `slipway resolve`: what a merge in conflict asks.
#include "app/commandline/verbs.h"
#include "core/steps/mergeconflicts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace Slipway {

namespace {

const QString oursOption = QStringLiteral("ours");
const QString theirsOption = QStringLiteral("theirs");
const QString useOption = QStringLiteral("use");
const QString byHandOption = QStringLiteral("by-hand");
const QString abortOption = QStringLiteral("abort");
const QString goOnOption = QStringLiteral("go-on");

/// The merge of a step, and what was said about it so far.
struct Asked
{
    QString run;
    StepKey key;
    MergeConflicts conflicts;
    QMap<QString, Value::Map> answers;
};

Result<Asked> askedBy(Call &call, const QString &run, const StepKey &key)
{
    const auto fold = loadRun(call.session.store(), run);
    if (!fold)
        return fold.error();
    const InstanceFold *instance = fold->instance(key);
    const AttemptFold *attempt = instance ? fold->asking(*instance) : nullptr;
    const QList<Evidence> evidence = attempt ? attempt->outcome->evidence : QList<Evidence>();
    for (const Evidence &one : evidence) {
        if (one.type != QLatin1String("conflicts"))
            continue;
        const auto bytes = call.session.services().objects().read(one.digest);
        const auto conflicts =
            bytes ? MergeConflicts::fromBytes(*bytes) : Result<MergeConflicts>(bytes.error());
        return conflicts ? Result<Asked>(Asked{run, key, *conflicts, instance->answers})
                         : conflicts.error();
    }
    return Error(QStringLiteral("resolve.nothing"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no conflicts to resolve."),
                 {key.text()});
}

/// One decision, before it is kept.
struct Decision
{
    QString path;
    Value::Map said;
    std::optional<QByteArray> bytes;
};

Result<const ConflictedFile *> fileNamed(const Asked &asked, const QString &path)
{
    if (const ConflictedFile *file = asked.conflicts.file(path))
        return file;
    return Error(QStringLiteral("resolve.no-file"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 is not in conflict. `slipway resolve RUN STEP` lists the "
                                   "files that are."),
                 {path});
}

Result<Decision> decisionOf(const Asked &asked, const QString &setting)
{
    const qsizetype equals = setting.indexOf(u'=');
    const auto file = fileNamed(asked, setting.left(qMax<qsizetype>(0, equals)));
    if (!file)
        return file.error();
    QFile mended(setting.mid(equals + 1));
    if (!mended.open(QIODevice::ReadOnly))
        return Error(QStringLiteral("resolve.unreadable"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 could not be read: %2"),
                     {mended.fileName(), mended.errorString()});
    const QByteArray bytes = mended.readAll();
    if (const QList<int> markers = conflictMarkers(bytes); !markers.isEmpty())
        return Error(
            QStringLiteral("resolve.markers"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 still has a conflict marker in line %2."),
            {mended.fileName(), QString::number(markers.first())});
    return Decision{(*file)->path, MergeAnswer::text(**file), bytes};
}

Result<QList<Decision>> decisionsOf(const Call &call, const Asked &asked)
{
    QList<Decision> decisions;
    for (const auto &[option, side] :
         {std::pair(oursOption, MergeSide::Ours), std::pair(theirsOption, MergeSide::Theirs)}) {
        const QStringList paths = call.options.values(option);
        for (const QString &path : paths) {
            const auto file = fileNamed(asked, path);
            if (!file)
                return file.error();
            decisions.append({path, MergeAnswer::side(**file, side), std::nullopt});
        }
    }
    const QStringList settings = call.options.values(useOption);
    for (const QString &setting : settings) {
        const auto decision = decisionOf(asked, setting);
        if (!decision)
            return decision.error();
        decisions.append(*decision);
    }
    if (call.options.isSet(byHandOption) || call.options.isSet(abortOption))
        decisions.append({{}, MergeAnswer::place(call.options.isSet(byHandOption)), std::nullopt});
    return decisions;
}

void list(const Call &call, const Asked &asked)
{
    QJsonArray files;
    for (const ConflictedFile &file : asked.conflicts.files) {
        const QString take = MergeAnswer::take(asked.answers, file.path, file.id);
        files.append(
            QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("take"), take}});
        if (!call.terminal.isJson())
            call.terminal.printBytes(
                safeForTerminal(QStringLiteral("%1  %2\n")
                                    .arg(take.isEmpty() ? QStringLiteral("-") : take, file.path)
                                    .toUtf8()));
    }
    for (const QString &place : asked.conflicts.left)
        call.terminal.say(fillPattern(
            QCoreApplication::translate(
                "Slipway::Message", QT_TRANSLATE_NOOP("Slipway::Message", "Still in conflict: %1")),
            {place}));
    if (call.terminal.isJson())
        call.terminal.print(
            QJsonObject{{QStringLiteral("ours"), asked.conflicts.ours},
                        {QStringLiteral("theirs"), asked.conflicts.theirs},
                        {QStringLiteral("directory"), asked.conflicts.directory},
                        {QStringLiteral("byHand"), asked.conflicts.isByHand},
                        {QStringLiteral("left"), QJsonArray::fromStringList(asked.conflicts.left)},
                        {QStringLiteral("files"), files}});
}

int failed(const Call &call, const Error &error, int status = Status::no)
{
    call.terminal.fail(error);
    return status;
}

/// Says it, and lets the step go on once nothing is open.
int decide(Call &call, Asked asked, const QList<Decision> &decisions)
{
    People people = call.session.people();
    for (const Decision &decision : decisions) {
        const auto kept =
            people.answer(asked.run, asked.key, decision.path, decision.said, decision.bytes);
        if (!kept)
            return failed(call, kept.error());
        asked.answers.insert(decision.path, decision.said);
    }
    const bool isMoved = call.options.isSet(byHandOption) || call.options.isSet(abortOption) ||
                         call.options.isSet(goOnOption);
    const bool isComplete =
        !asked.conflicts.isByHand && asked.conflicts.open(asked.answers).isEmpty();
    if (!isMoved && !isComplete) {
        list(call, asked);
        return Status::ok;
    }
    const auto gone = people.retry(asked.run, asked.key);
    return gone ? Status::ok : failed(call, gone.error());
}

int resolve(Call &call)
{
    const auto run = openRun(call, call.arguments[0]);
    const auto key = run ? openStep(call, *run, call.arguments[1]) : std::nullopt;
    if (!key)
        return Status::wrongUse;
    const auto asked = askedBy(call, *run, *key);
    if (!asked)
        return failed(call, asked.error());
    const auto decisions = decisionsOf(call, *asked);
    if (!decisions)
        return failed(call, decisions.error(), Status::wrongUse);
    if (!decisions->isEmpty() || call.options.isSet(goOnOption))
        return decide(call, *asked, *decisions);
    list(call, *asked);
    return Status::ok;
}

QCommandLineOption option(const QString &name, const char *help, const QString &value = {})
{
    return {name, QCoreApplication::translate("Slipway::Help", help), value};
}

} // namespace

QList<Verb> resolveVerbs()
{
    return {
        {"resolve",
         "RUN STEP [--ours PATH] [--theirs PATH] [--use PATH=FILE]",
         QT_TRANSLATE_NOOP("Slipway::Help", "List the conflicts of a merge, or say how they end."),
         {option(oursOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Take the file as the branch has it that is merged into."),
                 QStringLiteral("PATH")),
          option(theirsOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Take the file as what is merged has it."),
                 QStringLiteral("PATH")),
          option(useOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Take the bytes of another file for it."),
                 QStringLiteral("PATH=FILE")),
          option(byHandOption,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Begin the merge in the folder, to be mended there; then "
                                   "--go-on.")),
          option(abortOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Give up the merge that is begun in the "
                                                    "folder.")),
          option(goOnOption,
                 QT_TRANSLATE_NOOP("Slipway::Help", "It is mended in the folder: check it, and "
                                                    "commit it."))},
         2,
         2,
         resolve}};
}

} // namespace Slipway
