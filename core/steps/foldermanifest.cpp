// SPDX-License-Identifier: MIT
#include "core/steps/foldermanifest.h"

#include "core/base/canonicaljson.h"

#include <QJsonArray>

namespace Slipway {

namespace {

QString typeText(FolderManifest::Type type)
{
    return type == FolderManifest::Type::File     ? QStringLiteral("file")
           : type == FolderManifest::Type::Folder ? QStringLiteral("folder")
                                                  : QStringLiteral("link");
}

} // namespace

FolderManifest FolderManifest::ofEntries(QList<Entry> entries)
{
    FolderManifest manifest;
    manifest.m_entries = std::move(entries);
    return manifest;
}

bool FolderManifest::isFolder() const
{
    return !m_entries.isEmpty() && m_entries.first().type == Type::Folder;
}

qint64 FolderManifest::fileCount() const
{
    return std::count_if(m_entries.begin(), m_entries.end(),
                         [](const Entry &entry) { return entry.type != Type::Folder; });
}

qint64 FolderManifest::totalSize() const
{
    qint64 total = 0;
    for (const Entry &entry : m_entries)
        total += entry.size;
    return total;
}

QByteArray FolderManifest::toBytes() const
{
    QJsonArray list;
    for (const Entry &entry : m_entries)
        list.append(QJsonObject{{QStringLiteral("path"), entry.path},
                                {QStringLiteral("type"), typeText(entry.type)},
                                {QStringLiteral("mode"), entry.mode},
                                {QStringLiteral("size"), entry.size},
                                {QStringLiteral("content"), entry.content}});
    return canonicalJson(QJsonObject{{QStringLiteral("entries"), list}}).valueOr(QByteArray());
}

Result<FolderManifest> FolderManifest::fromBytes(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes);
    if (!object)
        return object.error();
    FolderManifest manifest;
    const auto list = object->value(u"entries").toArray();
    for (const auto &item : list) {
        Entry entry;
        entry.path = item[u"path"].toString();
        const QString type = item[u"type"].toString();
        entry.type = type == u"file" ? Type::File : type == u"folder" ? Type::Folder : Type::Link;
        entry.mode = item[u"mode"].toInt();
        entry.size = item[u"size"].toInteger();
        entry.content = item[u"content"].toString();
        manifest.m_entries.append(entry);
    }
    return manifest;
}

QString FolderManifest::digest() const
{
    return sha256Hex(toBytes());
}

} // namespace Slipway
