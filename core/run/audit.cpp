// SPDX-License-Identifier: MIT
#include "core/run/audit.h"

#include "core/base/canonicaljson.h"
#include "core/journal/digests.h"
#include "core/run/eventkinds.h"

namespace Slipway {

namespace {

constexpr int pageOfEvents = 256; // a body may have 64 KiB and more
constexpr int mostProblems = 200;
constexpr int mostMoved = 64; ///< how far an event is looked for from its place

} // namespace

Audit::Audit(const JournalReader &reader, const Places &places, const QString &run,
             const std::optional<KnownHead> &known)
    : m_reader(reader)
    , m_objects(places, run, [this](qint64 event, const Error &what) { tell(event, what); })
    , m_gatesAudit(ObjectStore(places.objects()),
                   [this](qint64 event, const Error &what) { tell(event, what); })
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
    m_gatesAudit.end();
    m_report.signatures = m_gatesAudit.signatures();
    m_report.objects = m_objects.count();
    if (m_isReadable) {
        const auto doubled = m_reader.doubledNumbers(m_report.run, mostProblems);
        for (const qint64 number : doubled.valueOr({}))
            tell(number, verifyProblem("doubled",
                                       QT_TRANSLATE_NOOP("Slipway::Error",
                                                         "There is more than one event %1."),
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
        tell(0, verifyProblem(
                    "unreadable",
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
    m_gatesAudit.look(event);
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
                 verifyProblem(
                     "moved",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Event %1 was event %2 before: somebody changed the "
                                       "order."),
                     {QString::number(event.number), QString::number(*number)}));
        else
            tell(event.number,
                 verifyProblem(
                     "changed",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Event %1 was changed: its hash does not fit what it "
                                       "says."),
                     {QString::number(event.number)}));
    }
    const qint64 last = m_report.head.number;
    if (event.number == last + 1) {
        if (event.previousHash != m_report.head.hash)
            tell(event.number,
                 verifyProblem(
                     "broken",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Event %1 does not follow event %2: one of the two was "
                                       "changed, exchanged or added."),
                     {QString::number(event.number), QString::number(last)}));
    } else if (event.number > last + 1) {
        tell(
            last + 1,
            verifyProblem("missing",
                          event.number == last + 2
                              ? QT_TRANSLATE_NOOP("Slipway::Error", "Event %1 is missing.")
                              : QT_TRANSLATE_NOOP("Slipway::Error", "Events %1 to %2 are missing."),
                          {QString::number(last + 1), QString::number(event.number - 1)}));
    } else if (event.number != last || event.number < 1) {
        tell(event.number,
             verifyProblem(
                 "number",
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
             verifyProblem(
                 "lease",
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
             verifyProblem(
                 "body",
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The body of event %1 is not written as Slipway writes it: "
                                   "%2"),
                 {QString::number(event.number), canonical
                                                     ? QStringLiteral("it is not canonical JSON")
                                                     : canonical.error().message()}));
    if (!body)
        return;
    if (event.kind == EventKind::gateOpened)
        m_gates.insert(event.number, hash);
    if (event.kind == EventKind::gateDecided)
        lookAtDecision(event, *body);
    m_objects.look(event, *body);
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
         verifyProblem(
             "decision",
             QT_TRANSLATE_NOOP("Slipway::Error",
                               "Event %1 decides on a gate that was opened by another event %2 "
                               "than the one that is there: what came before the decision was "
                               "rewritten."),
             {QString::number(event.number), QString::number(opened)}));
}

void Audit::lookAtHeadRow()
{
    const KnownHead &last = m_report.head;
    const auto head = m_reader.head(m_report.run);
    if (!head) {
        tell(0, verifyProblem("head-row",
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "The journal does not list this run any more: %1"),
                              {head.error().message()}));
        return;
    }
    if (head->number == last.number && head->hash == last.hash && head->epoch == m_epoch &&
        head->changedAt == m_time)
        return;
    tell(0, verifyProblem(
                "head-row",
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "The journal's list of runs says that this one ends with "
                                  "event %1 (%2), but the last event is %3 (%4): the end was "
                                  "cut off, or one of the two was changed."),
                {QString::number(head->number), head->hash.left(12), QString::number(last.number),
                 last.hash.left(12)}));
}

void Audit::lookForHead(const std::optional<KnownHead> &known, bool isFound, bool isFile)
{
    if (!known || isFound)
        return;
    const QStringList arguments{known->number > 0 ? QString::number(known->number)
                                                  : known->hash.left(12),
                                QString::number(m_report.head.number)};
    if (known->number > m_report.head.number)
        tell(0, verifyProblem(
                    "cut",
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
             verifyProblem("rewritten",
                           isFile
                               ? QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "Event %1 is not the one that this machine has "
                                                   "seen: the journal was rewritten.")
                               : QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "The event %1 that is known is not in this "
                                                   "journal: the end was cut off, or it was "
                                                   "rewritten."),
                           arguments));
}

} // namespace Slipway
