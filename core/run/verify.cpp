// SPDX-License-Identifier: MIT
#include "core/run/verify.h"

#include "core/base/canonicaljson.h"
#include "core/journal/digests.h"
#include "core/journal/journalreader.h"
#include "core/run/eventkinds.h"

#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <limits>

namespace Slipway {

namespace {

constexpr int pageOfEvents = 256; // a body may have 64 KiB and more
constexpr int mostProblems = 200;
constexpr int mostMoved = 64; ///< how far an event is looked for from its place
constexpr int shortestPrefix = 4;

Error problem(const char *code, const char *pattern, const QStringList &arguments = {})
{
    return {QLatin1String("verify.") + QLatin1String(code), pattern, arguments};
}

/// Looks at one run's events, one after the other, and collects what is wrong.
class Audit final
{
public:
    Audit(const JournalReader &reader, const Places &places, const QString &run,
          const std::optional<KnownHead> &known);
    VerifyReport take();

private:
    void readAll();
    bool readPage();
    void look(const Event &event);
    void lookAtChain(const Event &event, const QString &hash);
    void lookAtEpoch(const Event &event);
    void lookAtBody(const Event &event, const QString &hash);
    void lookAtDecision(const Event &event, const QJsonObject &body);
    void lookAtObjects(const Event &event, const QJsonObject &body);
    void lookAtCarried(const Event &event, const QJsonObject &body);
    void lookAtEvidence(const Event &event, const QJsonArray &array, const QString &run,
                        int attempt);
    void lookAtObject(const Event &event, const QString &name, const QString &digest);
    void lookAtLog(const Event &event, const QString &path, const QString &digest);
    void lookAtHeadRow();
    void lookForHead(const std::optional<KnownHead> &known, bool isFound, bool isFile);
    std::optional<qint64> numberBefore(const Event &event) const;
    void tell(qint64 event, const Error &what);

    const JournalReader &m_reader;
    const Places &m_places;
    ObjectStore m_objects;
    VerifyReport m_report;
    std::optional<KnownHead> m_fileHead;
    std::optional<KnownHead> m_givenHead;
    bool m_isFileHeadFound = false;
    bool m_isGivenHeadFound = false;
    bool m_isReadable = true;
    qint64 m_readTo = std::numeric_limits<qint64>::min();
    qint64 m_epoch = 0;
    qint64 m_time = 0;
    QHash<qint64, QString> m_gates; ///< hashes of gate.opened, by number
    QSet<QString> m_seen;           ///< digests and logs that were looked at
};

Audit::Audit(const JournalReader &reader, const Places &places, const QString &run,
             const std::optional<KnownHead> &known)
    : m_reader(reader)
    , m_places(places)
    , m_objects(places.objects())
    , m_fileHead(HeadFile(places.run(run)).read())
    , m_givenHead(known)
{
    m_report.run = run;
    m_report.head.hash = zeroHash();
    m_report.hasHeadFile = m_fileHead.has_value();
}

VerifyReport Audit::take()
{
    readAll();
    if (m_isReadable) {
        const auto doubled = m_reader.doubledNumbers(m_report.run, mostProblems);
        for (const qint64 number : doubled.valueOr({}))
            tell(number,
                 problem("doubled",
                         QT_TRANSLATE_NOOP("Slipway::Error", "There is more than one event %1."),
                         {QString::number(number)}));
        lookAtHeadRow();
    }
    lookForHead(m_fileHead, m_isFileHeadFound, true);
    lookForHead(m_givenHead, m_isGivenHeadFound, false);
    return m_report;
}

void Audit::tell(qint64 event, const Error &what)
{
    if (m_report.problems.size() < mostProblems)
        m_report.problems.append({event, what});
    else
        m_report.hasMore = true;
}

/// A driver may append while this reads: it ends where the head row says, or later.
void Audit::readAll()
{
    while (m_isReadable) {
        const qint64 before = m_report.head.number;
        while (readPage()) {
        }
        const auto head = m_reader.head(m_report.run);
        if (!head || head->number <= m_report.head.number || before == m_report.head.number)
            return;
    }
}

/// False if there is no further page.
bool Audit::readPage()
{
    const auto events = m_reader.events(m_report.run, m_readTo, pageOfEvents);
    if (!events) {
        m_isReadable = false;
        tell(0,
             problem("unreadable",
                     QT_TRANSLATE_NOOP("Slipway::Error", "Nothing after event %1 can be read: %2"),
                     {QString::number(m_report.head.number), events.error().message()}));
        return false;
    }
    const qint64 before = m_readTo;
    for (const Event &event : *events) {
        m_readTo = qMax(m_readTo, event.number);
        look(event);
    }
    return events->size() == pageOfEvents && m_readTo > before;
}

void Audit::look(const Event &event)
{
    ++m_report.events;
    const QString hash = eventHash(event);
    lookAtChain(event, hash);
    lookAtEpoch(event);
    lookAtBody(event, hash);
    const auto isAt = [&](const std::optional<KnownHead> &known) {
        return known && known->hash == hash &&
               (known->number == 0 || known->number == event.number);
    };
    m_isFileHeadFound = m_isFileHeadFound || isAt(m_fileHead);
    m_isGivenHeadFound = m_isGivenHeadFound || isAt(m_givenHead);
    m_report.head = {event.number, event.hash};
    m_time = event.time;
}

/// The number with which this event's hash is right: it was moved.
std::optional<qint64> Audit::numberBefore(const Event &event) const
{
    Event other = event;
    for (qint64 distance = 1; distance <= mostMoved; ++distance) {
        for (const qint64 number : {event.number - distance, event.number + distance}) {
            other.number = number;
            if (number > 0 && eventHash(other) == event.hash)
                return number;
        }
    }
    return std::nullopt;
}

void Audit::lookAtChain(const Event &event, const QString &hash)
{
    if (hash != event.hash) {
        if (const auto number = numberBefore(event))
            tell(event.number,
                 problem("moved",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Event %1 was event %2 before: somebody changed the "
                                           "order."),
                         {QString::number(event.number), QString::number(*number)}));
        else
            tell(event.number,
                 problem("changed",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Event %1 was changed: its hash does not fit what it "
                                           "says."),
                         {QString::number(event.number)}));
    }
    const qint64 last = m_report.head.number;
    if (event.number == last + 1) {
        if (event.previousHash != m_report.head.hash)
            tell(event.number,
                 problem("broken",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Event %1 does not follow event %2: one of the two was "
                                           "changed, exchanged or added."),
                         {QString::number(event.number), QString::number(last)}));
    } else if (event.number > last + 1) {
        tell(last + 1,
             problem("missing",
                     event.number == last + 2
                         ? QT_TRANSLATE_NOOP("Slipway::Error", "Event %1 is missing.")
                         : QT_TRANSLATE_NOOP("Slipway::Error", "Events %1 to %2 are missing."),
                     {QString::number(last + 1), QString::number(event.number - 1)}));
    } else if (event.number != last || event.number < 1) {
        tell(event.number,
             problem("number",
                     QT_TRANSLATE_NOOP("Slipway::Error", "An event with the number %1 was added."),
                     {QString::number(event.number)}));
    }
}

/// The store refuses what was not written under the lease of its moment.
void Audit::lookAtEpoch(const Event &event)
{
    if (event.epoch == 0)
        return;
    const qint64 expected = event.kind == EventKind::leaseTaken ? m_epoch + 1 : m_epoch;
    if (event.epoch != expected)
        tell(event.number,
             problem("lease",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Event %1 was written under lease %2, when %3 was right."),
                     {QString::number(event.number), QString::number(event.epoch),
                      QString::number(expected)}));
    m_epoch = qMax(m_epoch, event.epoch);
}

void Audit::lookAtBody(const Event &event, const QString &hash)
{
    const auto body = parseJsonObject(event.body);
    const auto canonical = body ? canonicalJson(*body) : Result<QByteArray>(body.error());
    if (!canonical || *canonical != event.body)
        tell(event.number,
             problem("body",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The body of event %1 is not written as Slipway writes it: "
                                       "%2"),
                     {QString::number(event.number),
                      canonical ? QStringLiteral("it is not canonical JSON")
                                : canonical.error().message()}));
    if (!body)
        return;
    if (event.kind == EventKind::gateOpened)
        m_gates.insert(event.number, hash);
    if (event.kind == EventKind::gateDecided)
        lookAtDecision(event, *body);
    lookAtObjects(event, *body);
}

/// A decision names the hash of the gate it was about: with it all that was before is signed off.
void Audit::lookAtDecision(const Event &event, const QJsonObject &body)
{
    ++m_report.decisions;
    const QString decidedOn = body[QLatin1String("openedHash")].toString();
    const qint64 opened = body[QLatin1String("opened")].toInteger();
    if (decidedOn.isEmpty() || m_gates.value(opened) == decidedOn)
        return;
    tell(event.number,
         problem("decision",
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Event %1 decides on a gate that was opened by another event %2 "
                                   "than the one that is there: what came before the decision was "
                                   "rewritten."),
                 {QString::number(event.number), QString::number(opened)}));
}

void Audit::lookAtObjects(const Event &event, const QJsonObject &body)
{
    const int attempt = body[QLatin1String("attempt")].toInt();
    const QJsonObject plan = body[QLatin1String("plan")].toObject();
    if (event.kind == EventKind::runCreated) {
        for (const char *name : {"checklist", "bundle"})
            lookAtObject(event, QLatin1String(name), body[QLatin1String(name)].toString());
        lookAtCarried(event, body);
    } else if (event.kind == EventKind::attemptIntended) {
        lookAtEvidence(event, plan[QLatin1String("evidence")].toArray(), m_report.run, attempt);
        const QJsonArray edits = plan[QLatin1String("edits")].toArray();
        for (const QJsonValue &edit : edits) {
            for (const char *side : {"before", "after"})
                lookAtObject(event, edit[QLatin1String("path")].toString(),
                             edit[QLatin1String(side)].toString());
        }
    } else if (event.kind == EventKind::attemptEnded) {
        lookAtEvidence(event, body[QLatin1String("evidence")].toArray(), m_report.run, attempt);
    } else if (event.kind == EventKind::gateOpened) {
        lookAtObject(event, QStringLiteral("pack"), body[QLatin1String("pack")].toString());
    }
}

/// What a run took over from the one it continues.
void Audit::lookAtCarried(const Event &event, const QJsonObject &body)
{
    const QJsonArray steps = body[QLatin1String("carried")].toArray();
    for (const QJsonValue &step : steps) {
        const QJsonArray instances = step[QLatin1String("instances")].toArray();
        for (const QJsonValue &instance : instances)
            lookAtEvidence(event, instance[QLatin1String("evidence")].toArray(),
                           instance[QLatin1String("run")].toString(),
                           instance[QLatin1String("attempt")].toInt());
    }
}

void Audit::lookAtEvidence(const Event &event, const QJsonArray &array, const QString &run,
                           int attempt)
{
    for (const QJsonValue &evidence : array) {
        const QString digest = evidence[QLatin1String("digest")].toString();
        const QString file = evidence[QLatin1String("file")].toString();
        if (evidence[QLatin1String("type")] == QLatin1String("log"))
            lookAtLog(event, m_places.attempt(run, attempt) + u'/' + file, digest);
        else
            lookAtObject(event, evidence[QLatin1String("name")].toString(), digest);
    }
}

void Audit::lookAtObject(const Event &event, const QString &name, const QString &digest)
{
    if (digest.isEmpty() || m_seen.contains(digest))
        return;
    m_seen.insert(digest);
    ++m_report.objects;
    if (const auto checked = checkObject(m_objects, digest); !checked)
        tell(event.number,
             problem("object",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "What event %1 names as %2 is not there as it was: %3"),
                     {QString::number(event.number), name, checked.error().message()}));
}

void Audit::lookAtLog(const Event &event, const QString &path, const QString &digest)
{
    if (digest.isEmpty() || m_seen.contains(path))
        return;
    m_seen.insert(path);
    ++m_report.objects;
    const auto found = fileDigest(path);
    if (found && *found == digest)
        return;
    tell(event.number,
         problem("log",
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The output that event %1 names is not there as it was: %2"),
                 {QString::number(event.number), found ? path : found.error().message()}));
}

void Audit::lookAtHeadRow()
{
    const KnownHead &last = m_report.head;
    const auto head = m_reader.head(m_report.run);
    if (!head) {
        tell(0, problem("head-row",
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "The journal does not list this run any more: %1"),
                        {head.error().message()}));
        return;
    }
    if (head->number == last.number && head->hash == last.hash && head->epoch == m_epoch &&
        head->changedAt == m_time)
        return;
    tell(0, problem("head-row",
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "The journal's list of runs says that this one ends with "
                                      "event %1 (%2), but the last event is %3 (%4): the end was "
                                      "cut off, or one of the two was changed."),
                    {QString::number(head->number), head->hash.left(12),
                     QString::number(last.number), last.hash.left(12)}));
}

void Audit::lookForHead(const std::optional<KnownHead> &known, bool isFound, bool isFile)
{
    if (!known || isFound)
        return;
    const QStringList arguments{known->number > 0 ? QString::number(known->number)
                                                  : known->hash.left(12),
                                QString::number(m_report.head.number)};
    if (known->number > m_report.head.number)
        tell(0, problem("cut",
                        isFile ? QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "The journal ends with event %2, but this "
                                                   "machine has seen event %1: the end was cut "
                                                   "off, or this is an older copy.")
                               : QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "The journal ends with event %2, but event %1 "
                                                   "is known: the end was cut off, or this is an "
                                                   "older copy."),
                        arguments));
    else
        tell(known->number,
             problem("rewritten",
                     isFile ? QT_TRANSLATE_NOOP("Slipway::Error",
                                                "Event %1 is not the one that this machine has "
                                                "seen: the journal was rewritten.")
                            : QT_TRANSLATE_NOOP("Slipway::Error",
                                                "The event %1 that is known is not in this "
                                                "journal: the end was cut off, or it was "
                                                "rewritten."),
                     arguments));
}

/// The run of which a folder is there, by its id or the beginning of it.
QString runFolder(const Places &places, const QString &text)
{
    if (text.size() < shortestPrefix || text.contains(u'/'))
        return {};
    const QStringList found = QDir(places.data() + QLatin1String("/runs"))
                                  .entryList({text + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    return found.contains(text) ? text : found.size() == 1 ? found.first() : QString();
}

/// As findRun(), among all that is there.
Result<QString> named(const QStringList &runs, const QString &text)
{
    if (text == QLatin1String("last") && !runs.isEmpty())
        return runs.first();
    const QStringList matching =
        text.size() < shortestPrefix
            ? QStringList()
            : runs.filter(QRegularExpression(u'^' + QRegularExpression::escape(text)));
    if (runs.contains(text) || matching.size() == 1)
        return runs.contains(text) ? text : matching.first();
    if (!matching.isEmpty())
        return Error(QStringLiteral("run.ambiguous"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 could be any of these runs: %2."),
                     {text, matching.join(QLatin1String(", "))});
    return Error(QStringLiteral("run.unknown"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "There is no run %1. `slipway runs` lists them; 4 characters of "
                                   "an id are enough."),
                 {text});
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
    auto id = named(*runs, run);
    // Its events may be what is gone: then its folder is still there.
    if (!id && !folder.isEmpty())
        id = folder;
    if (!id)
        return id.error();
    return Audit(**reader, places, *id, known).take();
}

} // namespace Slipway
