// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QProcess>

/// What a bundled checklist works on, laid down by tests/procedures/world.py: a project with its
/// remote and its registry, or the sample with a stack of its own. While there is one, this
/// process has the environment that it needs, a SLIPWAY_HOME included.
class ProcedureWorld final
{
public:
    explicit ProcedureWorld(const QString &checklist) : m_checklist(checklist) {}
    /// Ends all that runs there, and takes it away.
    ~ProcedureWorld();
    ProcedureWorld(const ProcedureWorld &) = delete;
    ProcedureWorld &operator=(const ProcedureWorld &) = delete;

    /// What went wrong; empty if nothing did.
    QString create();
    /// True if create() found that a program is not there.
    bool lacksPrograms() const { return m_lacksPrograms; }

    const Slipway::Value::Map &inputs() const { return m_inputs; }
    /// What the world has or does under that name.
    QJsonValue ask(const char *name, const QJsonArray &arguments = {});

private:
    QByteArray answer();

    const QString m_checklist;
    QProcess m_process;
    Slipway::Value::Map m_inputs;
    QMap<QByteArray, QByteArray> m_before; ///< variables that were changed; null: not set
    bool m_lacksPrograms = false;
};
