// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

#include <QString>
#include <QStringList>

namespace Slipway {

/// What `${{ secrets.NAME }}` gives: a map that holds the name. Plans and the journal know
/// a secret only so.
Value secretHandle(const QString &name);
bool isSecretHandle(const Value &value);
/// The name; empty if it is no handle.
QString secretName(const Value &value);
/// All that stand anywhere inside, each once.
QStringList secretNames(const Value &value);

} // namespace Slipway
