// SPDX-License-Identifier: MIT
#pragma once

#include "app/sample/sampleworkspace.h"

#include <QTemporaryDir>

/// The sample laid down for a test, with a compose project and ports of its own, so that it
/// gets into no other stack's way. Takes everything away again, containers too.
class SampleStack final
{
public:
    SampleStack() = default;
    ~SampleStack();
    SampleStack(const SampleStack &) = delete;
    SampleStack &operator=(const SampleStack &) = delete;

    /// Lays it down, makes the base image, and sets this process's environment as the sample
    /// asks for. What went wrong; empty if nothing did.
    QString create();

    const Slipway::SampleReport &report() const { return m_report; }
    /// The sample's inputs, with the API where this stack has it.
    QMap<QString, QString> inputs() const;
    /// A folder beside the sample, for the state of the console.
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

private:
    void setEnvironment() const;
    void removeContainers() const;

    QTemporaryDir m_folder;
    Slipway::SampleReport m_report;
    int m_apiPort = 0;
};
