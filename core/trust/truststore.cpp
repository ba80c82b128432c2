// SPDX-License-Identifier: MIT
#include "core/trust/truststore.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

// A bundle is a few files of at most 1 MiB; in base64 and with its frame still below this.
constexpr qint64 largestRecord = qint64(64) * 1024 * 1024;
const QLatin1String suffix(".json");
const QString sealKey = QStringLiteral("seal");

Error never(const QString &file)
{
    return {QStringLiteral("trust.never"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 did not come with Slipway and was not trusted yet, so it does "
                              "not run. `slipway trust %1` shows what it would touch, and asks."),
            {file}};
}

Error changed(const QString &file)
{
    return {QStringLiteral("trust.changed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1, or a file that it includes, is not as it was when it was "
                              "trusted, so it does not run. `slipway trust %1` shows what changed, "
                              "and asks."),
            {file}};
}

Error damaged(const QString &file, const QString &recordFile)
{
    return {QStringLiteral("trust.damaged"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "What Slipway kept of trusting %1 is damaged (%2), so it counts as "
                              "not trusted. `slipway trust %1` asks again."),
            {file, recordFile}};
}

Error isOpen(const QString &file, const QString &place)
{
    return {QStringLiteral("trust.open"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "Others can write to %2, so what it says of trusting %1 is not "
                              "believed. `chmod go-w %2` if it is yours, or remove it; then "
                              "`slipway trust %1`."),
            {file, place}};
}

/// Ours, no link, and nobody else may write to it.
bool isOursAlone(const QString &path, mode_t kind)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 &&
           (info.st_mode & S_IFMT) == kind && info.st_uid == ::geteuid() &&
           (info.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

QString sealOf(QJsonObject json)
{
    json.remove(sealKey);
    return sha256Hex(canonicalJson(json).valueOr({}));
}

QJsonObject toJson(const TrustRecord &record)
{
    QJsonArray files;
    for (const IncludedFile &one : record.bundle.files)
        files.append(
            QJsonObject{{QStringLiteral("path"), one.path},
                        {QStringLiteral("sha256"), one.digest},
                        {QStringLiteral("bytes"), QString::fromLatin1(one.bytes.toBase64())}});
    QJsonObject json{{QStringLiteral("version"), 1},
                     {QStringLiteral("checklist"), record.bundle.file},
                     {QStringLiteral("digest"), record.bundle.digest()},
                     {QStringLiteral("files"), files},
                     {QStringLiteral("by"), record.by},
                     {QStringLiteral("at"), record.at}};
    json.insert(sealKey, sealOf(json));
    return json;
}

std::optional<TrustRecord> fromJson(const QJsonObject &json)
{
    if (json[QLatin1String("version")].toInt() != 1 || json[sealKey].toString() != sealOf(json))
        return std::nullopt;
    TrustRecord record;
    record.bundle.file = json[QLatin1String("checklist")].toString();
    record.by = json[QLatin1String("by")].toString();
    record.at = json[QLatin1String("at")].toInteger();
    const QJsonArray files = json[QLatin1String("files")].toArray();
    for (const auto &value : files) {
        const QJsonObject one = value.toObject();
        const QByteArray bytes =
            QByteArray::fromBase64(one[QLatin1String("bytes")].toString().toLatin1());
        record.bundle.files.append(
            {one[QLatin1String("path")].toString(), bytes, sha256Hex(bytes)});
    }
    if (record.bundle.digest() != json[QLatin1String("digest")].toString())
        return std::nullopt;
    return record;
}

} // namespace

TrustStore::TrustStore(const Places &places) : m_folder(places.data() + QLatin1String("/trust")) {}

bool TrustStore::isRefusal(const Error &error)
{
    return error.code().startsWith(QLatin1String("trust."));
}

QString TrustStore::fileFor(const QString &checklist) const
{
    return m_folder + u'/' + sha256Hex(checklist.toUtf8()).left(32) + suffix;
}

Result<void> TrustStore::check(const Bundle &bundle) const
{
    if (bundle.shipsWithSlipway())
        return {};
    const auto known = record(bundle.file);
    if (!known)
        return known.error();
    if (!*known)
        return never(bundle.file);
    if (!((*known)->bundle == bundle))
        return changed(bundle.file);
    return {};
}

Result<std::optional<TrustRecord>> TrustStore::record(const QString &file) const
{
    const QString path = fileFor(file);
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0 && errno == ENOENT)
        return std::optional<TrustRecord>();
    for (const auto &[place, kind] : {std::pair(m_folder, S_IFDIR), std::pair(path, S_IFREG)}) {
        if (!isOursAlone(place, mode_t(kind)))
            return isOpen(file, place);
    }
    const auto bytes = readFile(path, largestRecord);
    const auto json = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(bytes.error());
    const auto known = json ? fromJson(*json) : std::nullopt;
    if (!known || known->bundle.file != file)
        return damaged(file, path);
    return known;
}

Result<QList<TrustRecord>> TrustStore::records() const
{
    QList<TrustRecord> all;
    const QStringList names = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files);
    for (const QString &name : names) {
        const auto bytes = readFile(m_folder + u'/' + name, largestRecord);
        const auto json = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(bytes.error());
        const QString file = json ? (*json)[QLatin1String("checklist")].toString() : QString();
        // By its path again, so that nothing is listed that would not count.
        const auto known = record(file);
        if (known && *known)
            all.append(**known);
    }
    std::sort(all.begin(), all.end(), [](const TrustRecord &a, const TrustRecord &b) {
        return a.bundle.file < b.bundle.file;
    });
    return all;
}

Result<void> TrustStore::trust(const TrustRecord &record) const
{
    if (auto made = makePrivateFolder(m_folder); !made)
        return made;
    if (!isOursAlone(m_folder, S_IFDIR))
        return isOpen(record.bundle.file, m_folder);
    const auto json = canonicalJson(toJson(record));
    if (!json)
        return json.error();
    const QString path = fileFor(record.bundle.file);
    // A file that others may write to keeps its mode when it is replaced.
    if (QFileInfo::exists(path) && !isOursAlone(path, S_IFREG) && !QFile::remove(path))
        return isOpen(record.bundle.file, path);
    return writeFileDurably(path, *json, 0600);
}

Result<bool> TrustStore::forget(const QString &file) const
{
    const QString path = fileFor(file);
    if (::unlink(QFile::encodeName(path).constData()) != 0)
        return errno == ENOENT ? Result<bool>(false) : Result<bool>(fileError(path, errno));
    if (auto synced = syncFolder(m_folder); !synced)
        return synced.error();
    return true;
}

} // namespace Slipway
