// SPDX-License-Identifier: MIT
#include "core/steps/commitmark.h"

#include "core/base/canonicaljson.h"
#include "core/steps/gitplace.h"

#include <algorithm>

namespace Slipway {

namespace {

QStringList foreignPaths(const Repository &repository, const QString &commit,
                         const Value::Map &contents)
{
    QStringList foreign;
    for (auto it = contents.cbegin(); it != contents.cend(); ++it) {
        const auto bytes = repository.fileAt(commit, it.key());
        if ((bytes ? sha256Hex(*bytes) : QString()) != it->text())
            foreign.append(it.key());
    }
    return foreign;
}

QList<GitMove> movesOf(const Repository &repository, const Intent &intent)
{
    const QString branch = intent.plan.before[QStringLiteral("branch")].text();
    return repository.moves(branch.isEmpty() ? QStringLiteral("HEAD")
                                             : QStringLiteral("refs/heads/") + branch);
}

/// The commit of another attempt, such as one that did the same again, is never this one's.
bool isMarkedByAnother(const Repository &repository, const Intent &intent, const QString &tip)
{
    const auto moves = movesOf(repository, intent);
    return std::any_of(moves.begin(), moves.end(), [&](const GitMove &move) {
        return move.after == tip && move.message.startsWith(QLatin1String("commit (slipway ")) &&
               !move.message.startsWith(commitMark(intent.effectKey));
    });
}

/// The last commit with the mark, such as one that a hook amended, if the first of them was made
/// where the attempt began.
std::optional<QString> markedCommit(const Repository &repository, const Intent &intent)
{
    const QString before = intent.plan.before[QStringLiteral("commit")].text();
    const QString mark = commitMark(intent.effectKey);
    const auto moves = movesOf(repository, intent);
    QString last;
    QString origin;
    for (const GitMove &move : moves) {
        if (!move.message.startsWith(mark))
            continue;
        if (last.isEmpty())
            last = move.after;
        origin = move.before;
    }
    const bool isFirst = before.isEmpty() && origin.count(u'0') == origin.size();
    return !last.isEmpty() && (origin == before || isFirst) ? std::optional(last) : std::nullopt;
}

} // namespace

Value::Map contentsIn(const Value::Map &data)
{
    Value::Map contents;
    const Value::List list = data[QStringLiteral("contents")].list();
    for (const Value &pair : list)
        contents.insert(pair.list().value(0).text(), pair.list().value(1));
    return contents;
}

QString commitMark(const QString &effectKey)
{
    return QStringLiteral("commit (slipway %1)").arg(effectKey);
}

QString branchTip(const Repository &repository, const GitHead &head, const QString &branch)
{
    return branch.isEmpty()
               ? head.commit
               : repository.reference(QStringLiteral("refs/heads/") + branch).value_or(QString());
}

Finding probeTakenBack(const Repository &repository, const GitHead &head, const Intent &intent,
                       bool isRestBack, const char *taken, const char *standing)
{
    const QString before = intent.plan.before[QStringLiteral("commit")].text();
    const QString back = intent.plan.data[QStringLiteral("back")].text();
    const QString tip =
        branchTip(repository, head, intent.plan.before[QStringLiteral("branch")].text());
    const QList<Fact> facts{{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), back},
                            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")), before},
                            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), tip}};
    if (tip == back && isRestBack) {
        Finding done = findingOf(Finding::Verdict::Done, Message(taken), facts);
        done.outcome = Outcome::succeeded();
        return done;
    }
    if (tip == before)
        return findingOf(Finding::Verdict::NotDone, Message(standing), facts);
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The branch is neither as before nor as meant.")),
                     facts);
}

std::optional<QString> commitMadeBy(const Repository &repository, const Intent &intent,
                                    const QString &tip, QStringList *differing)
{
    if (const auto marked = markedCommit(repository, intent))
        return marked;
    const QString before = intent.plan.before[QStringLiteral("commit")].text();
    const auto commit = repository.commit(tip);
    if (tip == before || !commit || isMarkedByAnother(repository, intent, tip))
        return std::nullopt;
    const QStringList others = foreignPaths(repository, tip, contentsIn(intent.plan.data));
    if (differing)
        *differing = others;
    const QString message = intent.plan.data[QStringLiteral("message")].text();
    const bool isMeant = commit->parents.value(0) == before && commit->parents.size() <= 1 &&
                         commit->subject().trimmed() == subjectOf(message) && others.isEmpty();
    return isMeant ? std::optional(tip) : std::nullopt;
}

QString subjectOf(const QString &message)
{
    const QStringList lines = message.split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            return line.trimmed();
    }
    return {};
}

} // namespace Slipway
