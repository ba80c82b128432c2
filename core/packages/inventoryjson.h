// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/inventory.h"

#include <QJsonObject>

namespace Slipway {

/// Inventories of one source as they are kept between two looks. label: what the source was
/// called; it is not kept, for one image has many names.
QJsonObject inventoriesToJson(const QList<Inventory> &inventories, const QString &label);

/// The same again, called by this label. "packages.bad-cache" if it is none.
Result<QList<Inventory>> inventoriesFromJson(const QJsonObject &json, const QString &label);

} // namespace Slipway
