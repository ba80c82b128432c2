// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/terminal.h"
#include "core/base/clock.h"
#include "core/journal/sqlitestore.h"
#include "core/run/people.h"
#include "core/run/runservices.h"
#include "core/run/runstarter.h"
#include "core/secrets/secretkeeper.h"

#include <memory>

namespace Slipway {

/// What every verb works with: places, kinds, and the journal, opened when first needed.
class Session final
{
public:
    Session();
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    /// Makes the folders and opens the journal.
    Result<void> open();
    RunServices services();
    People people() { return People(services()); }
    SecretKeeper &secrets() { return m_secrets; }
    Store &store() { return *m_store; }
    const Places &places() const { return m_places; }
    const KindRegistry &kinds() const { return m_kinds; }

    /// Bytes and name of a checklist: a file, or the name of a bundled one.
    struct Document
    {
        QByteArray bytes;
        QString file;
    };
    static Result<Document> document(const QString &nameOrFile);
    /// Names of the checklists that ship with Slipway.
    static QStringList bundled();

private:
    Places m_places;
    SystemClock m_clock;
    KindRegistry m_kinds;
    SecretKeeper m_secrets;
    std::unique_ptr<Store> m_store;
};

} // namespace Slipway
