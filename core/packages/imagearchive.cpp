// SPDX-License-Identifier: MIT
#include "core/packages/imagearchive.h"

#include "core/packages/gunzip.h"
#include "core/packages/tarreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

namespace Slipway {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;
constexpr qint64 indexBytes = 4096; // little more than a header, then a jump over the part
constexpr qint64 largestJson = 4 * 1024 * 1024;
constexpr qsizetype mostParts = 20'000;
constexpr qsizetype mostLayers = 1000; // engines allow 127
constexpr int deepestIndex = 4;

QString thisProcessor()
{
    const QString cpu = QSysInfo::currentCpuArchitecture();
    return cpu == u"x86_64"  ? QStringLiteral("amd64")
           : cpu == u"arm64" ? QStringLiteral("arm64")
                             : cpu;
}

/// Feeds a part of the file, piece by piece, until it ends or somebody stops it.
Result<void> feed(QFile *file, qint64 size, const std::stop_token &stop,
                  const ImageArchive::Take &take)
{
    while (size > 0) {
        if (stop.stop_requested())
            return Error(QStringLiteral("program.stopped"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "Reading was stopped."));
        const QByteArray bytes = file->read(qMin(pieceBytes, size));
        if (bytes.isEmpty())
            return Error(QStringLiteral("tar.truncated"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The archive ends in the middle. Make it again, and "
                                           "check that the disk was not full."));
        size -= bytes.size();
        if (auto taken = take(bytes); !taken)
            return taken;
    }
    return {};
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        texts.append(one.toString());
    return texts;
}

QByteArray withoutDots(QByteArray path)
{
    QList<QByteArray> parts;
    const QList<QByteArray> all = path.split('/');
    for (const QByteArray &one : all) {
        if (one == ".." && !parts.isEmpty())
            parts.removeLast();
        else if (!one.isEmpty() && one != "." && one != "..")
            parts.append(one);
    }
    return parts.join('/');
}

} // namespace

Error ImageArchive::isNone(const QString &why) const
{
    return {QStringLiteral("packages.no-archive"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 is no image as docker save or an OCI builder writes it: %2."),
            {m_file, why}};
}

Result<ImageArchive> ImageArchive::open(const QString &file, std::stop_token stop)
{
    ImageArchive archive;
    archive.m_file = file;
    if (auto read = archive.readIndex(stop); !read)
        return read.error();
    const auto manifest = archive.small("manifest.json");
    auto read = manifest ? archive.readDocker(*manifest) : archive.readOci();
    if (!read)
        return read.error();
    if (archive.m_layers.isEmpty() || archive.m_layers.size() > mostLayers)
        return archive.isNone(QStringLiteral("layers: %1").arg(archive.m_layers.size()));
    return archive;
}

/// Where everything lies. A blob's bytes are passed over: the file can be asked for them later.
Result<void> ImageArchive::readIndex(std::stop_token stop)
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return Error(QStringLiteral("file.unreadable"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 cannot be read: %2."),
                     {m_file, file.errorString()});
    const QByteArray start = file.peek(4);
    if (start.startsWith("\x1f\x8b") || start.startsWith("\x28\xb5\x2f\xfd"))
        return Error(QStringLiteral("packages.packed-archive"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is packed as a whole. Unpack it first, with gunzip or "
                                       "unzstd."),
                     {m_file});
    TarReader::Limits limits;
    limits.entries = mostParts;
    limits.totalBytes = 200LL * 1024 * 1024 * 1024;
    TarReader reader(
        [this](const TarEntry &entry) {
            const QByteArray path = withoutDots(entry.path);
            if (entry.type == TarEntry::Type::File)
                m_parts.insert(path, {entry.offset, entry.size});
            else if (entry.type == TarEntry::Type::Link)
                m_links.insert(path,
                               withoutDots(path.left(path.lastIndexOf('/') + 1) + entry.target));
            else if (entry.type == TarEntry::Type::HardLink)
                m_links.insert(path, withoutDots(entry.target));
            return false;
        },
        [](const TarEntry &, const QByteArray &) {}, limits);
    // Jumps over what is not looked at: an image of gigabytes is indexed at once.
    while (!file.atEnd()) {
        if (stop.stop_requested())
            return Error(QStringLiteral("program.stopped"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "Reading was stopped."));
        if (auto fed = reader.feed(file.read(indexBytes)); !fed)
            return fed;
        const qint64 next = file.pos() + reader.skip();
        if (next > file.size())
            return isNone(QStringLiteral("truncated"));
        file.seek(next);
    }
    return reader.finish();
}

const ImageArchive::Part *ImageArchive::part(QByteArray path) const
{
    path = withoutDots(path);
    for (int i = 0; i < 8; ++i) {
        if (const auto found = m_parts.constFind(path); found != m_parts.cend())
            return &*found;
        const auto link = m_links.constFind(path);
        if (link == m_links.cend())
            return nullptr;
        path = *link;
    }
    return nullptr;
}

Result<QByteArray> ImageArchive::small(const QByteArray &path) const
{
    const Part *found = part(path);
    if (!found || found->size > largestJson)
        return isNone(QStringLiteral("%1").arg(QString::fromUtf8(path)));
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(found->offset))
        return isNone(file.errorString());
    const QByteArray bytes = file.read(found->size);
    return bytes.size() == found->size ? Result<QByteArray>(bytes)
                                       : Result<QByteArray>(isNone(QStringLiteral("truncated")));
}

void ImageArchive::takeSettings(const QByteArray &config)
{
    const QJsonObject json = QJsonDocument::fromJson(config).object();
    m_environment = textsOf(json[QLatin1String("config")].toObject()[QLatin1String("Env")]);
}

Result<void> ImageArchive::readDocker(const QByteArray &manifest)
{
    const QJsonArray images = QJsonDocument::fromJson(manifest).array();
    const QJsonObject image = images.at(0).toObject();
    m_images = int(images.size());
    const auto config = small(image[QLatin1String("Config")].toString().toUtf8());
    if (!config)
        return config.error();
    takeSettings(*config);
    const QStringList layers = textsOf(image[QLatin1String("Layers")]);
    for (const QString &layer : layers) {
        const Part *found = part(layer.toUtf8());
        if (!found)
            return isNone(layer);
        m_layers.append(*found);
    }
    return {};
}

QByteArray ImageArchive::blobPath(const QString &digest)
{
    return "blobs/" + digest.toUtf8().replace(':', '/');
}

/// An index may name further indexes, and images of several processors.
Result<QJsonObject> ImageArchive::chosenManifest(QJsonObject index) const
{
    for (int depth = 0; depth < deepestIndex; ++depth) {
        const QJsonArray manifests = index[QLatin1String("manifests")].toArray();
        if (manifests.isEmpty())
            return index;
        QJsonObject chosen = manifests.at(0).toObject();
        for (const QJsonValue &value : manifests) {
            const QJsonObject platform = value[QLatin1String("platform")].toObject();
            if (platform[QLatin1String("architecture")].toString() == thisProcessor() &&
                platform[QLatin1String("os")].toString() == u"linux") {
                chosen = value.toObject();
                break;
            }
        }
        const auto bytes = small(blobPath(chosen[QLatin1String("digest")].toString()));
        if (!bytes)
            return bytes.error();
        index = QJsonDocument::fromJson(*bytes).object();
    }
    return isNone(QStringLiteral("index in index"));
}

Result<void> ImageArchive::readOci()
{
    const auto index = small("index.json");
    if (!index)
        return isNone(QStringLiteral("manifest.json, index.json"));
    const QJsonObject json = QJsonDocument::fromJson(*index).object();
    m_images = int(json[QLatin1String("manifests")].toArray().size());
    const auto manifest = chosenManifest(json);
    if (!manifest)
        return manifest.error();
    const auto digest = [](const QJsonValue &value) { return value[QLatin1String("digest")]; };
    const auto config = small(blobPath(digest((*manifest)[QLatin1String("config")]).toString()));
    if (!config)
        return config.error();
    takeSettings(*config);
    const QJsonArray layers = (*manifest)[QLatin1String("layers")].toArray();
    for (const QJsonValue &layer : layers) {
        const Part *found = part(blobPath(digest(layer).toString()));
        if (!found)
            return isNone(digest(layer).toString());
        m_layers.append(*found);
    }
    return {};
}

Result<void> ImageArchive::layer(int number, const Take &take, std::stop_token stop) const
{
    const Part &found = m_layers[number];
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(found.offset))
        return isNone(file.errorString());
    const QByteArray start = file.peek(4);
    if (start.startsWith("\x28\xb5\x2f\xfd"))
        return Error(QStringLiteral("packages.zstd"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The layers of %1 are packed with zstd, which cannot be "
                                       "read here. Load the image and name it as image:NAME."),
                     {m_file});
    if (!start.startsWith("\x1f\x8b"))
        return feed(&file, found.size, stop, take);
    Gunzip gunzip(take);
    auto fed =
        feed(&file, found.size, stop, [&](const QByteArray &bytes) { return gunzip.feed(bytes); });
    return fed ? gunzip.finish() : fed;
}

} // namespace Slipway
