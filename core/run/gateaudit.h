// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/objectstore.h"
#include "core/run/runfold.h"

#include <functional>

namespace Slipway {

/// Follows a run's gates through its events, and looks whether they were opened as their policy
/// asks, and whether what people signed holds by the policy of that time. Runs ssh-keygen.
class GateAudit final
{
public:
    using Tell = std::function<void(qint64 event, const Error &what)>;
    /// tell: takes what is wrong.
    GateAudit(ObjectStore objects, Tell tell);

    /// Each event, in order.
    void look(const Event &event);
    /// After the last: gates that are still open.
    void end();
    /// Signatures that were looked at and hold.
    int signatures() const { return m_signatures; }

private:
    void lookAtOpening(const Event &event);
    void lookAtGate(const StepKey &key, const GateFold &gate);

    ObjectStore m_objects;
    Tell m_tell;
    RunFold m_run;
    QMap<StepKey, qint64> m_notClosed; ///< gates that an event closes which does not apply
    int m_signatures = 0;
};

} // namespace Slipway
