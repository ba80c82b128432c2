// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <functional>

namespace Slipway {

/// Gives the bytes of an object by its digest. Called on threads of a pool, several at once;
/// may block.
using ObjectReader = std::function<Result<QByteArray>(const QString &digest)>;

} // namespace Slipway
