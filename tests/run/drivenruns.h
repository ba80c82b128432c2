// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/rundriver.h"
#include "core/steps/kind.h"

#include <QTemporaryDir>
#include <memory>

namespace Slipway {

/// Runs with a real journal in a folder that goes away with it.
class DrivenRuns
{
public:
    /// kinds and clock are not owned.
    DrivenRuns(const KindRegistry &kinds, const Clock &clock);

    RunServices services() const;
    Store &store() const { return *m_store; }
    /// Makes a run of one stage with these steps, in YAML's short form.
    /// before: other keys of the checklist, such as its inputs, with a line end.
    QString start(const QByteArray &steps, const QByteArray &before = {},
                  const Value::Map &inputs = {}) const;
    /// A driver that took it on.
    std::unique_ptr<RunDriver> drive(const QString &run) const;
    /// "kind step [instance] [outcome how]" of every event but the leases.
    QString log(const QString &run) const;

    static bool waitIdle(RunDriver &driver);

private:
    const KindRegistry &m_kinds;
    const Clock &m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

} // namespace Slipway
