// SPDX-License-Identifier: MIT
#include "core/journal/objectstore.h"

#include "core/base/canonicaljson.h"
#include "core/base/crashpoint.h"
#include "core/base/files.h"

#include <QFileInfo>

namespace Slipway {

namespace {
constexpr qint64 largestObject = qint64(256) * 1024 * 1024;

/// A code of its own: it is Slipway's own keeping that failed, not the step.
Error notStored(const Error &why)
{
    return {QStringLiteral("object.not-stored"),
            QT_TRANSLATE_NOOP("Slipway::Error", "Evidence could not be stored: %1"),
            {why.message()}};
}
} // namespace

ObjectStore::ObjectStore(QString folder) : m_folder(std::move(folder)) {}

QString ObjectStore::path(const QString &digest) const
{
    return QStringLiteral("%1/%2/%3").arg(m_folder, digest.left(2), digest.mid(2));
}

bool ObjectStore::contains(const QString &digest) const
{
    return digest.size() == 64 && QFileInfo::exists(path(digest));
}

Result<QString> ObjectStore::put(const QByteArray &bytes) const
{
    const QString digest = sha256Hex(bytes);
    if (contains(digest))
        return digest;
    crashPoint("object.put");
    if (auto made = makePrivateFolder(QFileInfo(path(digest)).absolutePath()); !made)
        return notStored(made.error());
    if (auto written = writeFileDurably(path(digest), bytes, 0400); !written)
        return notStored(written.error());
    crashPoint("object.stored");
    return digest;
}

Result<QByteArray> ObjectStore::read(const QString &digest) const
{
    if (digest.size() != 64 || digest.contains(u'/'))
        return Error(QStringLiteral("object.bad-name"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not the name of an object."),
                     {digest});
    auto bytes = readFile(path(digest), largestObject);
    if (!bytes)
        return bytes.error();
    if (sha256Hex(*bytes) != digest)
        return Error(QStringLiteral("object.changed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The evidence %1 was changed on disk: its bytes no longer "
                                       "have that digest."),
                     {digest});
    return bytes;
}

} // namespace Slipway
