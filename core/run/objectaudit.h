// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/journal/objectstore.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <functional>

namespace Slipway {

/// Looks at the objects and logs that the events of a run name: each once, whether it is there
/// as it was. Keeps a reference to places.
class ObjectAudit final
{
public:
    using Tell = std::function<void(qint64 event, const Error &what)>;
    /// tell: takes what is wrong.
    ObjectAudit(const Places &places, QString run, Tell tell);

    void look(const Event &event, const QJsonObject &body);
    /// Different objects and logs so far.
    int count() const { return int(m_seen.size()); }
    /// Digests of the objects, and paths of the logs.
    const QSet<QString> &seen() const { return m_seen; }

private:
    void lookAtCarried(const Event &event, const QJsonObject &body);
    void lookAtEvidence(const Event &event, const QJsonArray &array, const QString &run,
                        int attempt);
    void lookAtObject(const Event &event, const QString &name, const QString &digest);
    void lookAtLog(const Event &event, const QString &path, const QString &digest);

    const Places &m_places;
    QString m_run;
    Tell m_tell;
    ObjectStore m_objects;
    QSet<QString> m_seen; ///< digests and logs that were looked at
};

} // namespace Slipway
