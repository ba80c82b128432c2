// SPDX-License-Identifier: MIT
#include "core/run/objectaudit.h"

#include "core/journal/digests.h"
#include "core/run/eventkinds.h"
#include "core/run/verify.h"

namespace Slipway {

ObjectAudit::ObjectAudit(const Places &places, QString run, Tell tell)
    : m_places(places), m_run(std::move(run)), m_tell(std::move(tell)), m_objects(places.objects())
{
}

void ObjectAudit::look(const Event &event, const QJsonObject &body)
{
    const int attempt = body[QLatin1String("attempt")].toInt();
    const QJsonObject plan = body[QLatin1String("plan")].toObject();
    if (event.kind == EventKind::runCreated) {
        for (const char *name : {"checklist", "bundle", "policy"})
            lookAtObject(event, QLatin1String(name), body[QLatin1String(name)].toString());
        lookAtCarried(event, body);
    } else if (event.kind == EventKind::attemptIntended) {
        lookAtEvidence(event, plan[QLatin1String("evidence")].toArray(), m_run, attempt);
        const QJsonArray edits = plan[QLatin1String("edits")].toArray();
        for (const QJsonValue &edit : edits) {
            for (const char *side : {"before", "after"})
                lookAtObject(event, edit[QLatin1String("path")].toString(),
                             edit[QLatin1String(side)].toString());
        }
    } else if (event.kind == EventKind::attemptEnded) {
        lookAtEvidence(event, body[QLatin1String("evidence")].toArray(), m_run, attempt);
    } else if (event.kind == EventKind::stepAnswered) {
        lookAtObject(event, body[QLatin1String("about")].toString(),
                     body[QLatin1String("said")][QLatin1String("digest")].toString());
    } else if (event.kind == EventKind::gateOpened) {
        for (const char *name : {"pack", "policy"})
            lookAtObject(event, QLatin1String(name), body[QLatin1String(name)].toString());
    } else if (event.kind == EventKind::gateDecided || event.kind == EventKind::gateWithdrawn) {
        for (const char *name : {"statement", "signature"})
            lookAtObject(event, QLatin1String(name), body[QLatin1String(name)].toString());
    }
}

/// What a run took over from the one it continues.
void ObjectAudit::lookAtCarried(const Event &event, const QJsonObject &body)
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

void ObjectAudit::lookAtEvidence(const Event &event, const QJsonArray &array, const QString &run,
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

void ObjectAudit::lookAtObject(const Event &event, const QString &name, const QString &digest)
{
    if (digest.isEmpty() || m_seen.contains(digest))
        return;
    m_seen.insert(digest);
    if (const auto checked = checkObject(m_objects, digest); !checked)
        m_tell(
            event.number,
            verifyProblem("object",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "What event %1 names as %2 is not there as it was: %3"),
                          {QString::number(event.number), name, checked.error().message()}));
}

void ObjectAudit::lookAtLog(const Event &event, const QString &path, const QString &digest)
{
    if (digest.isEmpty() || m_seen.contains(path))
        return;
    m_seen.insert(path);
    const auto found = fileDigest(path);
    if (found && *found == digest)
        return;
    m_tell(event.number,
           verifyProblem(
               "log",
               QT_TRANSLATE_NOOP("Slipway::Error",
                                 "The output that event %1 names is not there as it was: %2"),
               {QString::number(event.number), found ? path : found.error().message()}));
}

} // namespace Slipway
