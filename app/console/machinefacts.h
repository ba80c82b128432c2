// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/machinefact.h"

#include <QList>
#include <QString>

namespace Slipway {

/// What this machine has of the programs that steps use. Asks them: call it from a pool thread.
QList<MachineFact> machineFacts();

/// What is in a folder that an input names: branch, changes, distance from its remote. Reads
/// the repository: call it from a pool thread.
DirectoryFact directoryFact(const QString &path);

} // namespace Slipway
