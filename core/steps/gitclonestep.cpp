// SPDX-License-Identifier: MIT
#include "core/steps/gitclonestep.h"

#include "core/steps/cloneplace.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/rootedpath.h"
#include "core/steps/undoing.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

namespace {

KindSpec cloneSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("git.clone");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Clones a repository; one that is there already is left as it "
                                  "is.");
    spec.parameters = {
        optional(QStringLiteral("existing"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A clone that is used as it is instead; empty: there is none.")),
        optional(QStringLiteral("url"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The address to clone, which becomes the remote origin; or an "
                                   "absolute path.")),
        required(QStringLiteral("to"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder to make; a relative one is below the workspace.")),
        optional(QStringLiteral("branch"), Type::GitBranch,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The branch to check out; else the remote's default one.")),
        optional(QStringLiteral("upstream"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "For a fork: the address it was forked from, which becomes the "
                                   "remote upstream and is fetched."))};
    spec.outputs = {{QStringLiteral("directory"), Type::Directory,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The clone, absolute.")},
                    {QStringLiteral("commit"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The commit that is checked out.")},
                    {QStringLiteral("branch"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The branch that is checked out.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "git"},
                    {Reach::Host, "", QStringLiteral("url")},
                    {Reach::Host, "", QStringLiteral("upstream")},
                    {Reach::Path, "", QStringLiteral("existing")}};
    return spec;
}

Result<QString> addressOf(const Value &value)
{
    const QString url = value.text();
    if (withoutPassword(url) != url)
        return Error(QStringLiteral("git.password-in-url"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The address %1 has a password in it, which would be kept "
                                       "and shown. Leave it to git's credential helper."),
                     {withoutPassword(url)});
    if (url.startsWith(u'/'))
        return url;
    TypeSpec type;
    type.type = Type::Url;
    const auto checked = conform(value, type);
    return checked ? Result<QString>(checked->text()) : Result<QString>(checked.error());
}

/// Addresses that git would take for the same.
bool isSame(QString a, QString b)
{
    for (QString *url : {&a, &b}) {
        while (url->endsWith(u'/'))
            url->chop(1);
        if (url->endsWith(QLatin1String(".git")))
            url->chop(4);
    }
    return a == b;
}

Error occupied(const QString &folder, const QString &url)
{
    return Error(QStringLiteral("git.clone-occupied"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 is there already and is no clone of %2. Choose another "
                                   "folder, or move it away."),
                 {folder, url});
}

/// The outputs if a clone of that address stands there.
std::optional<Value::Map> clonedThere(const QString &folder, const QString &url,
                                      const FileView &files = {})
{
    const auto repository = files.repository(folder);
    if (!repository ||
        !isSame(repository->remoteUrl(QStringLiteral("origin")).value_or(QString()), url))
        return std::nullopt;
    const auto head = repository->head();
    if (!head)
        return std::nullopt;
    return Value::Map{{QStringLiteral("directory"), Value(folder)},
                      {QStringLiteral("commit"), Value(head->commit)},
                      {QStringLiteral("branch"), Value(head->branch)}};
}

ProgramSpec clonePrograms(const Value::Map &data, const QString &effectKey)
{
    const QString folder = data[QStringLiteral("directory")].text();
    const QString temporary = data[QStringLiteral("temporary")].text();
    const QString branch = data[QStringLiteral("branch")].text();
    const QString upstream = data[QStringLiteral("upstream")].text();
    QStringList clone{QStringLiteral("clone"), QStringLiteral("--origin"), QStringLiteral("origin"),
                      QStringLiteral("--config"), cloneMark() + u'=' + effectKey};
    if (!branch.isEmpty())
        clone += {QStringLiteral("--branch"), branch};
    clone += {QStringLiteral("--"), data[QStringLiteral("url")].text(), temporary};
    QList<QStringList> lists{clone};
    if (!upstream.isEmpty())
        lists.append({QStringLiteral("-C"), temporary, QStringLiteral("remote"),
                      QStringLiteral("add"), QStringLiteral("-f"), QStringLiteral("--"),
                      QStringLiteral("upstream"), upstream});
    ProgramSpec spec = gitPrograms(QStringLiteral("/"), lists);
    Command parents;
    parents.argv = {QStringLiteral("mkdir"), QStringLiteral("-p"), QStringLiteral("--"),
                    QFileInfo(folder).path()};
    spec.commands.prepend(parents);
    // One rename, which fails when something stands there that is not an empty folder.
    Command place;
    place.argv = {QStringLiteral("mv"), QStringLiteral("-T"), QStringLiteral("--"), temporary,
                  folder};
    spec.commands.append(place);
    Command tidy;
    tidy.argv = {QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("--"), temporary};
    tidy.runsAlways = true;
    spec.commands.append(tidy);
    return spec;
}

Plan nothingToDo(const Value::Map &data, const Value::Map &there)
{
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "The clone %1 is there already; nothing is done."),
        {data[QStringLiteral("directory")].text()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")),
                   there[QStringLiteral("branch")].text()},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Commit")),
                   there[QStringLiteral("commit")].text()}};
    plan.data = data;
    return plan;
}

/// A clone that somebody has already: whatever its origin is, it is what was meant.
Result<Value::Map> existingData(const QString &folder, const FileView &files)
{
    const auto repository = files.repository(folder);
    if (!repository)
        return repository.error();
    return Value::Map{{QStringLiteral("directory"), Value(folder)},
                      {QStringLiteral("url"),
                       Value(repository->remoteUrl(QStringLiteral("origin")).value_or(QString()))}};
}

Result<Value::Map> cloneData(const Value::Map &with, const StepContext &context)
{
    const QString existing = with[QStringLiteral("existing")].text();
    if (!existing.isEmpty())
        return existingData(existing, context.files);
    const auto url = addressOf(with[QStringLiteral("url")]);
    if (!url)
        return url.error();
    const auto folder = rootFolder(with[QStringLiteral("to")], context.workspace);
    if (!folder)
        return folder.error();
    Value::Map data{
        {QStringLiteral("url"), Value(*url)},
        {QStringLiteral("directory"), Value(*folder)},
        {QStringLiteral("branch"), with[QStringLiteral("branch")]},
        {QStringLiteral("temporary"),
         Value(QFileInfo(*folder).path() + QStringLiteral("/.slipway-") + context.effectKey)}};
    if (!with[QStringLiteral("upstream")].text().isEmpty()) {
        const auto upstream = addressOf(with[QStringLiteral("upstream")]);
        if (!upstream)
            return upstream.error();
        data[QStringLiteral("upstream")] = Value(*upstream);
    }
    return data;
}

/// Meant, before and now, for the page of an attempt in doubt.
QList<Fact> cloneFacts(const QString &url, const QString &folder)
{
    const auto repository = Repository::open(folder);
    const QString origin = repository
                               ? repository->remoteUrl(QStringLiteral("origin")).value_or(QString())
                               : QString();
    return {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), folder},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), withoutPassword(url)},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")), QStringLiteral("-")},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")),
             origin.isEmpty() ? QStringLiteral("-") : withoutPassword(origin)}};
}

/// Lays a clone of a repository on this machine over the files, without making it; false if what
/// would be cloned cannot be looked at from here.
bool supposeClone(const Value::Map &data, Overlay &overlay)
{
    SupposedCheckout checkout;
    checkout.isNew = true;
    checkout.source = data[QStringLiteral("url")].text();
    checkout.worktree = data[QStringLiteral("directory")].text();
    const auto repository = checkout.source.startsWith(u'/') ? Repository::open(checkout.source)
                                                             : unknownInRehearsal(checkout.source);
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return false;
    const QString branch = data[QStringLiteral("branch")].text();
    checkout.branch = branch.isEmpty() ? head->branch : branch;
    checkout.base =
        repository->reference(QStringLiteral("refs/heads/") + checkout.branch).value_or(QString());
    const auto entries = repository->entriesAt(checkout.base);
    if (!entries)
        return false;
    checkout.remotes = {{QStringLiteral("origin"), checkout.source}};
    const QString upstream = data[QStringLiteral("upstream")].text();
    if (!upstream.isEmpty())
        checkout.remotes.append({QStringLiteral("upstream"), upstream});
    overlay.putFolder(checkout.worktree);
    overlay.putFolder(checkout.worktree + QStringLiteral("/.git"));
    for (const GitTreeEntry &entry : *entries) {
        Overlay::Node file;
        file.mode = entry.mode;
        file.bytes = [source = checkout.source, commit = checkout.base,
                      path = entry.path]() -> Result<QByteArray> {
            const auto from = Repository::open(source);
            return from ? Result<QByteArray>(from->fileAt(commit, path).value_or(QByteArray()))
                        : Result<QByteArray>(from.error());
        };
        if (entry.mode != 0)
            overlay.putFile(checkout.worktree + u'/' + entry.path, file);
    }
    overlay.putCheckout(checkout);
    return true;
}

} // namespace

GitCloneStep::GitCloneStep() : m_spec(cloneSpec()) {}

Result<Plan> GitCloneStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto data = cloneData(with, context);
    if (!data)
        return data.error();
    const QString url = data->value(QStringLiteral("url")).text();
    const QString folder = data->value(QStringLiteral("directory")).text();
    if (!isVacant(folder, context.files)) {
        const auto there = clonedThere(folder, url, context.files);
        return there ? Result<Plan>(nothingToDo(*data, *there)) : occupied(folder, url);
    }
    Plan plan;
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Clones %1 to %2."), {url, folder});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "From")), url},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "To")), folder}};
    for (const auto &[name, label] :
         {std::pair("branch", QT_TRANSLATE_NOOP("Slipway::Message", "Branch")),
          std::pair("upstream", QT_TRANSLATE_NOOP("Slipway::Message", "Forked from"))}) {
        const QString value = data->value(QLatin1String(name)).text();
        if (!value.isEmpty())
            plan.facts.append({Message(label), value});
    }
    plan.data = *data;
    plan.programs = clonePrograms(*data, context.effectKey);
    keepClonePlace(&plan);
    plan.programs->timeoutMs = context.timeoutMs;
    return plan;
}

Result<Aftermath> GitCloneStep::rehearse(const Intent &intent, const StepContext &context,
                                         Overlay &overlay) const
{
    const Value::Map &data = intent.plan.data;
    const QString folder = data[QStringLiteral("directory")].text();
    if (!intent.plan.programs) {
        const auto there = clonedThere(folder, data[QStringLiteral("url")].text(), context.files);
        return Aftermath{there.value_or(Value::Map()), false};
    }
    if (supposeClone(data, overlay))
        return Aftermath{clonedThere(folder, data[QStringLiteral("url")].text(), context.files)
                             .value_or(Value::Map{{QStringLiteral("directory"), Value(folder)}}),
                         false};
    overlay.putUnknown(folder, intent.step);
    return Aftermath{{{QStringLiteral("directory"), Value(folder)}}, false};
}

Outcome GitCloneStep::act(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return actCloneUndo(intent, context);
    return probe(intent, context).outcome;
}

Outcome GitCloneStep::conclude(const Intent &intent, const ProgramResult &result,
                               const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end != Outcome::End::Succeeded)
        return outcome;
    const Finding finding = probe(intent, context);
    if (finding.verdict != Finding::Verdict::Done)
        return Outcome::failed(occupied(intent.plan.data[QStringLiteral("directory")].text(),
                                        intent.plan.data[QStringLiteral("url")].text()),
                               outcome.evidence);
    outcome.outputs = finding.outcome.outputs;
    return outcome;
}

Finding GitCloneStep::probe(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return probeCloneUndo(intent, context);
    const Value::Map &data = intent.plan.data;
    const QString folder = data[QStringLiteral("directory")].text();
    const QString url = data[QStringLiteral("url")].text();
    if (isVacant(folder)) {
        // What a killed attempt left beside it; the name belongs to this attempt alone.
        const QString temporary = data[QStringLiteral("temporary")].text();
        if (temporary.endsWith(intent.effectKey) && QFileInfo(temporary).isDir() &&
            !QFileInfo(temporary).isSymLink())
            QDir(temporary).removeRecursively();
        return findingOf(
            Finding::Verdict::NotDone,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "There is no clone at %1."), {folder}),
            cloneFacts(url, folder));
    }
    const auto outputs = clonedThere(folder, url);
    if (!outputs) {
        Finding finding = findingOf(
            Finding::Verdict::Foreign,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is there, but it is no clone of %2."),
                    {folder, url}),
            cloneFacts(url, folder));
        finding.outcome = Outcome::failed(occupied(folder, url));
        return finding;
    }
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is a clone of %2."), {folder, url}),
        cloneFacts(url, folder));
    finding.outcome = Outcome::succeeded(*outputs);
    return finding;
}

Result<std::optional<Plan>> GitCloneStep::undo(const Intent &done, const StepContext &context) const
{
    return undoClone(done, context);
}

} // namespace Slipway
