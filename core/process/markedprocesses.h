// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Slipway {

/// The ids of this user's processes that carry SLIPWAY_ATTEMPT=mark in their environment.
QList<qint64> markedProcesses(const QString &mark);

} // namespace Slipway
