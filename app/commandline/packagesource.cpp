// SPDX-License-Identifier: MIT
#include "app/commandline/packagesource.h"

#include "app/commandline/stopsignal.h"

#include <QDir>

namespace Slipway {

namespace {

PackageReading reading(const Places &places, ImageReading images, const std::stop_token &stop)
{
    PackageReading how;
    how.images = images;
    how.ask = [stop](const Question &question) { return ask(question, stop); };
    how.tidy = [](const Question &question) { return ask(question); };
    how.stop = stop;
    how.cache = places.cache();
    return how;
}

} // namespace

Result<QList<Inventory>> readSource(const QString &text, const Places &places, ImageReading images)
{
    const StopSignal stop;
    const auto source = PackageSource::parse(text, QDir::currentPath());
    return source ? readPackages(*source, reading(places, images, stop.token()))
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
    const StopSignal stop;
    return readEach(sources, reading(places, images, stop.token()));
}

} // namespace Slipway
