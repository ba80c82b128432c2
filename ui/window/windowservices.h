// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/compare/compareservices.h"
#include "ui/pages/objectreader.h"

class QSettings;

namespace Slipway {

class Theme;

/// What the window works with. Nothing is owned; all of it lives longer than the window.
struct WindowServices
{
    const Clock *clock = nullptr;
    ObjectReader readObject;
    QSettings *settings = nullptr;
    Theme *theme = nullptr;
    CompareServices compare = {};
};

} // namespace Slipway
