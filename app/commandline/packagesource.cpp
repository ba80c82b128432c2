// SPDX-License-Identifier: MIT
#include "app/commandline/packagesource.h"

#include <QDir>

namespace Slipway {

Result<QList<Inventory>> readSource(const QString &text, const Places &places, ImageReading images)
{
    const auto source = PackageSource::parse(text, QDir::currentPath());
    if (!source)
        return source.error();
    PackageReading how;
    how.images = images;
    how.ask = [](const Question &question) { return ask(question); };
    how.cache = places.cache();
    return readPackages(*source, how);
}

} // namespace Slipway
