// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/journalreader.h"
#include "core/run/gateaudit.h"
#include "core/run/objectaudit.h"
#include "core/run/verify.h"

#include <QHash>
#include <QJsonObject>
#include <limits>
#include <optional>

namespace Slipway {

/// Looks at one run's events, one after the other, and collects what is wrong. Keeps references.
class Audit final
{
public:
    Audit(const JournalReader &reader, const Places &places, const QString &run,
          const std::optional<KnownHead> &known);
    /// Reads them all; once.
    VerifyReport take();

private:
    void readAll();
    bool readPage();
    void look(const Event &event);
    void lookAtChain(const Event &event, const QString &hash);
    void lookAtEpoch(const Event &event);
    void lookAtBody(const Event &event, const QString &hash);
    void lookAtDecision(const Event &event, const QJsonObject &body);
    void lookAtHeadRow();
    void lookForHead(const std::optional<KnownHead> &known, bool isFound, bool isFile);
    std::optional<qint64> numberBefore(const Event &event) const;
    void tell(qint64 event, const Error &what);

    const JournalReader &m_reader;
    VerifyReport m_report;
    ObjectAudit m_objects;
    GateAudit m_gatesAudit;
    std::optional<KnownHead> m_fileHead;
    std::optional<KnownHead> m_givenHead;
    bool m_isFileHeadFound = false;
    bool m_isGivenHeadFound = false;
    bool m_isReadable = true;
    qint64 m_readTo = std::numeric_limits<qint64>::min();
    qint64 m_epoch = 0;
    qint64 m_time = 0;
    QHash<qint64, QString> m_gates; ///< hashes of gate.opened, by number
};

} // namespace Slipway
