// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/inventory.h"

namespace Slipway {

/// Reads a list of packages in any of the forms that people keep in files: what `pip freeze`,
/// `pip list` (columns, --format=freeze, --format=json) and `pip inspect` print, and
/// requirements files, of which only names with one exact version count. The form is told from
/// the bytes. label: what the source is called in messages, such as "file:PATH".
///
/// Errors: "packages.wide-encoding", "packages.bad-list" with the line, "packages.empty-list".
Result<Inventory> readPackageList(const QByteArray &bytes, const QString &label);

} // namespace Slipway
