// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <stop_token>

namespace Slipway {

/// An image in a file, as `docker save` or an OCI builder wrote it: where its parts lie, its
/// settings and its layers in their order. The archive is read where it is and never unpacked
/// to a disk. One thread.
class ImageArchive
{
public:
    /// "packages.no-archive" for a file that is none; those of TarReader. Where the archive has
    /// several images the first counts, of an index that for this machine's processor.
    static Result<ImageArchive> open(const QString &file, std::stop_token stop);

    const QStringList &environment() const { return m_environment; }
    int layers() const { return int(m_layers.size()); }
    int images() const { return m_images; }

    using Take = std::function<Result<void>(const QByteArray &)>;
    /// The bytes of a layer's tar archive, unpacked, piece by piece.
    Result<void> layer(int number, const Take &take, std::stop_token stop) const;

private:
    struct Part
    {
        qint64 offset = 0;
        qint64 size = 0;
    };

    Result<void> readIndex(std::stop_token stop);
    Result<void> readDocker(const QByteArray &manifest);
    Result<void> readOci();
    Result<QJsonObject> chosenManifest(QJsonObject index) const;
    Result<QByteArray> small(const QByteArray &path) const;
    void takeSettings(const QByteArray &config);
    Error isNone(const QString &why) const;
    const Part *part(QByteArray path) const;
    static QByteArray blobPath(const QString &digest);

    QString m_file;
    QHash<QByteArray, Part> m_parts;
    QHash<QByteArray, QByteArray> m_links; ///< old archives name a layer twice by a link
    QList<Part> m_layers;
    QStringList m_environment;
    int m_images = 0;
};

} // namespace Slipway
