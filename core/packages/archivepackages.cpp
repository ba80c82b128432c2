// SPDX-License-Identifier: MIT
#include "core/packages/archivepackages.h"

#include "core/packages/imagearchive.h"
#include "core/packages/layeredtree.h"
#include "core/packages/pythons.h"

namespace Slipway {

namespace {

Result<void> readLayer(const ImageArchive &archive, int number, LayeredTree *tree,
                       const std::stop_token &stop)
{
    TarReader reader(
        [tree](const TarEntry &entry) { return tree->wants(entry); },
        [tree](const TarEntry &entry, const QByteArray &bytes) { tree->take(entry, bytes); });
    auto read = archive.layer(
        number, [&](const QByteArray &bytes) { return reader.feed(bytes); }, stop);
    if (read)
        read = reader.finish();
    return read ? tree->endLayer() : read;
}

} // namespace

Result<QList<Inventory>> archivePackages(const QString &file, const QString &label,
                                         const PackageReading &how)
{
    const auto archive = ImageArchive::open(file, how.stop);
    if (!archive)
        return archive.error();
    LayeredTree tree;
    for (int i = 0; i < archive->layers(); ++i) {
        if (auto read = readLayer(*archive, i, &tree, how.stop); !read)
            return read.error();
    }
    auto inventories = readPythons(tree, archive->environment(), label);
    if (inventories && archive->images() > 1)
        inventories->first().addNote(Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "the archive holds %1 images; this is the first"),
            {QString::number(archive->images())}));
    return inventories;
}

} // namespace Slipway
