// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Slipway {

/// The long texts of the fixtures: an output, files before and after, packages.
struct FixtureFile
{
    QString path;
    QByteArray before;
    QByteArray after;
};

QByteArray fixtureLog();
/// Beside the output: when its lines came, as the supervisor writes it (logindex.h).
QByteArray fixtureLogIndex(qint64 start);
QList<FixtureFile> fixtureFiles();
QByteArray fixturePackages(const QStringList &sources);
QByteArray fixturePullRequest();
QByteArray fixtureChecklist();

} // namespace Slipway
