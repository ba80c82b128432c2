// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/compareservices.h"

#include <QStringList>

namespace Slipway {

/// Images, containers and lists made up; "image:gone:1.0" cannot be read, "image:slow:1.0" is
/// read for as long as it is not stopped.
CompareServices fixtureCompare();

/// The four sources of the picture of the comparison.
QStringList fixtureSources();
/// Fifty images of two thousand packages each.
QStringList manyFixtureSources();

} // namespace Slipway
