// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// The form in which two spellings of one package are equal (PEP 503): lower case, each run
/// of '-', '_' and '.' as one '-'. For comparing only: files keep their own spelling.
QString normalPackageName(const QString &name);

/// True for names that PEP 508 allows: ASCII letters, digits, '-', '_', '.', a letter or
/// digit at both ends.
bool isPackageName(const QString &name);

} // namespace Slipway
