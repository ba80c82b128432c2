// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Slipway {

/// One value that somebody who means harm, or whose keyboard slipped, could give.
struct HostileValue
{
    QString family; ///< "option", "shell", "control", "bidi", "path", "git", "docker", "text"
    QString text;
};

/// More than 200 of them. canary: an absolute path at which a file appears as soon as any of
/// them is taken for program text; outside: an absolute folder that nothing may be written to.
QList<HostileValue> hostileValues(const QString &canary, const QString &outside);

} // namespace Slipway
