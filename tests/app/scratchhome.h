// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/programs.h"
#include "tests/trust/trusted.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

/// A folder with a state of its own for the real `slipway`, and the ways to call it there.
/// Programs that a test leaves behind are ended with it. Checklists that are written here, and
/// files that are run, are trusted, as far as a test does not write them by itself.
class ScratchHome final
{
public:
    /// Moves SLIPWAY_HOME of this process, and so of all that it starts.
    ScratchHome();
    ~ScratchHome();
    ScratchHome(const ScratchHome &) = delete;
    ScratchHome &operator=(const ScratchHome &) = delete;

    QString path(const QString &name = {}) const;
    /// Writes a file; gives its path.
    QString write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;

    /// `slipway …` in this folder.
    TestPrograms::Finished slipway(const QStringList &arguments, int timeoutMs = 60'000,
                                   const QByteArray &input = {}) const;
    /// The same, not waited for.
    std::unique_ptr<QProcess> start(const QStringList &arguments,
                                    const QByteArray &input = {}) const;

    /// The object of `show --json`; empty if there is no such run.
    QJsonObject show(const QString &run) const;
    /// The state of a step in it; of its first instance with that name.
    QString stepState(const QString &run, const QString &step, const QString &instance = {}) const;

private:
    QTemporaryDir m_folder;
    mutable TestTrust::Files m_trusted{path(QStringLiteral("home"))};
};
