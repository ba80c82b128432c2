// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/continuation.h"

#include <QJsonObject>

namespace Slipway {

/// Decides what a new run takes over from an old one. Pure: it sees two documents, two sets of
/// inputs and the state of the old run.
class CarryRules final
{
public:
    struct Document
    {
        Checklist checklist;
        Value::Map inputs;
    };

    CarryRules(const RunFold &run, const Document &before, const Document &after,
               const Catalogue &catalogue);

    QList<CarryStep> steps() const;
    /// As run.created keeps it: [{step, foreach, instances: […]} or {step, skipped}].
    QJsonArray body() const;

private:
    Message whyAgain(const StepSpec &step) const;
    Message whyNotDone(const QString &step) const;
    Message whyOfReferences(const StepSpec &step) const;
    bool isCarried(const QString &step) const;

    const RunFold &m_run;
    const Document &m_before;
    const Document &m_after;
    const Catalogue &m_catalogue;
    QMap<QString, Message> m_again; ///< why a step is done again, by id
};

} // namespace Slipway
