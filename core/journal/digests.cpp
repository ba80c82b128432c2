// SPDX-License-Identifier: MIT
#include "core/journal/digests.h"

#include "core/base/sha256.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 blockBytes = 256 * 1024;

bool addFile(QFile &file, Sha256 &hash)
{
    QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 count = 0;
    while ((count = file.read(block.data(), block.size())) > 0)
        hash.add(QByteArrayView(block.constData(), count));
    return count == 0;
}

} // namespace

bool isHash(const QString &text)
{
    return text.size() == 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Result<QString> fileDigest(const QString &path)
{
    QFile file(path);
    Sha256 hash;
    // A pipe in its place would be waited for.
    const bool isFile = !QFileInfo::exists(path) || QFileInfo(path).isFile();
    if (!isFile || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !addFile(file, hash))
        return Error(QStringLiteral("file.unreadable"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 could not be read: %2."),
                     {path, file.errorString()});
    return hash.hex();
}

Result<void> checkObject(const ObjectStore &objects, const QString &digest)
{
    if (!isHash(digest))
        return Error(QStringLiteral("object.bad-name"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 is not the name of an object."),
                     {digest});
    const auto found = fileDigest(objects.path(digest));
    if (!found)
        return found.error();
    if (*found != digest)
        return Error(QStringLiteral("object.changed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The evidence %1 was changed on disk: its bytes no longer "
                                       "have that digest."),
                     {digest});
    return {};
}

} // namespace Slipway
