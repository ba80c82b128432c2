// SPDX-License-Identifier: MIT
#include "app/console/compareanswers.h"

#include "core/base/files.h"
#include "core/packages/fileselection.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

namespace Slipway {

namespace {

DockerEngine::Ask asking(const std::stop_token &stop)
{
    return [stop](const Question &question) { return ask(question, stop); };
}

Result<SourceReading> readSource(const Places &places, const QString &text, ImageReading images,
                                 const std::stop_token &stop)
{
    const auto source = PackageSource::parse(text, QDir::currentPath());
    if (!source)
        return source.error();
    SourceReading made;
    PackageReading how;
    how.images = images;
    how.ask = asking(stop);
    how.tidy = asking({});
    how.stop = stop;
    how.cache = places.cache();
    how.report = &made.report;
    const auto inventories = readPackages(*source, how);
    if (!inventories)
        return inventories.error();
    made.inventories = *inventories;
    return made;
}

QString nameOf(const Image &image)
{
    return image.tags.isEmpty() ? image.id.section(u':', -1).left(12) : image.tags.first();
}

/// Containers first, those that run before the others; then images with a name, then the rest.
Result<QList<SourceOffer>> offersOf(const DockerEngine &engine)
{
    const auto containers = engine.containers();
    if (!containers)
        return containers.error();
    const auto images = engine.images();
    if (!images)
        return images.error();
    QList<SourceOffer> offers;
    for (const bool isRunning : {true, false}) {
        for (const Container &one : *containers) {
            if (one.isRunning() == isRunning)
                offers.append({SourceOffer::Kind::Container,
                               QStringLiteral("container:") + one.name, one.name,
                               QStringLiteral("%1, %2").arg(one.state, one.image)});
        }
    }
    for (const bool isNamed : {true, false}) {
        for (const Image &one : *images) {
            if (one.tags.isEmpty() == isNamed)
                continue;
            const QString name = nameOf(one);
            offers.append({SourceOffer::Kind::Image, QStringLiteral("image:") + name, name,
                           QLocale().formattedDataSize(one.size, 1, QLocale::DataSizeSIFormat)});
        }
    }
    return offers;
}

Result<Settling> settling(const QList<Inventory> &inventories, const QStringList &files)
{
    Settlement settlement;
    for (const Inventory &inventory : inventories)
        settlement.addInventory(inventory);
    for (const QString &file : files) {
        const auto kind = pinFileKindOf(file);
        const bool isFolder = QFileInfo(file).isDir();
        auto added = isFolder ? settlement.addFolder(file)
                     : kind   ? settlement.addFile(file, *kind)
                              : Result<void>();
        if (!added)
            return added.error();
    }
    const QList<Disagreement> disagreements = settlement.rule().disagreements();
    const auto edits = settlement.edits(disagreements);
    if (!edits)
        return edits.error();
    return Settling{disagreements, *edits};
}

Result<void> writeEdit(const Settlement::Edit &edit)
{
    const auto now = readFile(edit.file);
    if (!now)
        return now.error();
    if (*now == edit.after)
        return {};
    if (*now != edit.before)
        return Error(QStringLiteral("packages.file-changed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 changed meanwhile and was left as it is. Look again."),
                     {edit.file});
    return writeFileDurably(edit.file, edit.after);
}

} // namespace

CompareServices compareServices(const Places &places)
{
    CompareServices services;
    services.read = [places](const QString &source, ImageReading images, std::stop_token stop) {
        return readSource(places, source, images, stop);
    };
    services.offers = [](std::stop_token stop) { return offersOf(DockerEngine(asking(stop))); };
    services.save = [](const QString &file, const QByteArray &bytes) {
        return writeFileDurably(file, bytes);
    };
    services.settle = settling;
    services.write = writeEdit;
    return services;
}

} // namespace Slipway
