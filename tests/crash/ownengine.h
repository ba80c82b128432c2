// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A Docker engine of the test's own, which it may kill: no network of its own, its own state
/// in a temporary folder. Needs root.
class OwnEngine final
{
public:
    OwnEngine() = default;
    ~OwnEngine();
    OwnEngine(const OwnEngine &) = delete;
    OwnEngine &operator=(const OwnEngine &) = delete;

    /// For DOCKER_HOST.
    QString host() const;
    /// Starts it, again after kill, and waits until it answers. Why it did not; empty: it does.
    QString start();
    /// As a crash would: its containers lose it.
    void kill();

private:
    bool answers() const;
    void endHelpers() const;

    QTemporaryDir m_folder;
    QProcess m_process;
};
