// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <stop_token>

namespace Slipway {

/// What was laid down, and how a run on it is started.
struct SampleReport
{
    QString directory; ///< absolute
    QString library;   ///< the three clones, absolute
    QString model;
    QString stack;
    QStringList environment;       ///< NAME=VALUE that pip on this machine needs to find the wheels
    QMap<QString, QString> inputs; ///< of the checklist package-update
    QString commandLine;           ///< one line for a shell that starts the run
    QList<Message> notes;          ///< what is still missing on this machine, if anything
};

/// Lays down the sample: three small repositories with bare remotes, wheels in old and newer
/// versions, and what the base image is made from. A value; its functions wait for git and
/// python3, so call them from a thread that may wait, never from the GUI thread.
class SampleWorkspace
{
public:
    /// The folder must not exist yet, or be empty; it is made with its parents.
    explicit SampleWorkspace(const QString &directory);

    /// Errors: "sample.not-empty", "sample.program" (git or python3 failed; detail has what it
    /// printed), "file.…". On an error nothing is left in the folder.
    Result<SampleReport> create(std::stop_token stop = {}) const;

    /// Makes the image that the sample's services are built from; done in no time when it is
    /// there. What it does goes to this process's standard error. Needs an engine, and for the
    /// first time apt; takes about ten seconds then. Error: "sample.base-image".
    Result<void> makeBaseImage() const;

    /// Whether a Docker engine answers.
    static bool hasEngine(std::stop_token stop = {});

private:
    Result<void> fill(std::stop_token stop) const;
    Result<void> writeGuides(const SampleReport &report) const;
    QList<Message> notes(std::stop_token stop) const;
    SampleReport report(std::stop_token stop) const;
    QString path(const QString &relative) const;

    QString m_directory;
};

} // namespace Slipway
