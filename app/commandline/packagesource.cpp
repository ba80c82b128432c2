// SPDX-License-Identifier: MIT
#include "app/commandline/packagesource.h"

#include <QDir>

namespace Slipway {

namespace {

PackageReading reading(const Places &places, ImageReading images)
{
    PackageReading how;
    how.images = images;
    how.ask = [](const Question &question) { return ask(question); };
    how.cache = places.cache();
    return how;
}

} // namespace

Result<QList<Inventory>> readSource(const QString &text, const Places &places, ImageReading images)
{
    const auto source = PackageSource::parse(text, QDir::currentPath());
    return source ? readPackages(*source, reading(places, images))
                  : Result<QList<Inventory>>(source.error());
}

Result<QList<QList<Inventory>>> readSources(const QStringList &texts, const Places &places,
                                            ImageReading images)
{
    QList<PackageSource> sources;
    for (const QString &text : texts) {
        const auto source = PackageSource::parse(text, QDir::currentPath());
        if (!source)
            return source.error();
        sources.append(*source);
    }
    return readEach(sources, reading(places, images));
}

} // namespace Slipway
