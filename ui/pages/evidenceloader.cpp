// SPDX-License-Identifier: MIT
#include "ui/pages/evidenceloader.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrent>

namespace Slipway {

namespace {

constexpr qsizetype mostFiles = 2000;
constexpr qsizetype mostBytes = 48 * 1024 * 1024; // of all files together

LoadedEvidence failed(const Error &error)
{
    LoadedEvidence loaded;
    loaded.error = error;
    return loaded;
}

Result<QByteArray> bytesOf(const ObjectReader &reader, const QString &digest)
{
    return digest.isEmpty() ? Result<QByteArray>(QByteArray()) : reader(digest);
}

/// Files of one folder by their path, of several with the folder's name before it.
QString titleOf(const FileEdit &edit, bool isOneRoot)
{
    return isOneRoot ? edit.path : QFileInfo(edit.root).fileName() + QLatin1Char('/') + edit.path;
}

LoadedEvidence readEdits(const ObjectReader &reader, const QList<FileEdit> &edits)
{
    const bool isOneRoot = std::all_of(edits.begin(), edits.end(), [&edits](const FileEdit &edit) {
        return edit.root == edits.first().root;
    });
    LoadedEvidence loaded;
    qsizetype total = 0;
    for (const FileEdit &edit : edits) {
        if (loaded.files.size() >= mostFiles || total > mostBytes) {
            ++loaded.leftOut;
            continue;
        }
        const Result<QByteArray> before = bytesOf(reader, edit.before);
        if (!before)
            return failed(before.error());
        const Result<QByteArray> after = bytesOf(reader, edit.after);
        if (!after)
            return failed(after.error());
        total += before->size() + after->size();
        loaded.files.append({titleOf(edit, isOneRoot),
                             *before,
                             *after,
                             {},
                             edit.before.isEmpty(),
                             edit.after.isEmpty()});
    }
    return loaded;
}

QList<FileEdit> editsOf(const QByteArray &json)
{
    QList<FileEdit> edits;
    const QJsonArray files =
        QJsonDocument::fromJson(json).object()[QLatin1String("files")].toArray();
    for (const QJsonValue &file : files)
        edits.append(fileEditFromJson(file.toObject()));
    return edits;
}

LoadedEvidence readEvidence(const ObjectReader &reader, const QList<Evidence> &evidence)
{
    LoadedEvidence loaded;
    QList<FileEdit> edits;
    for (const Evidence &one : evidence) {
        const Result<QByteArray> bytes = bytesOf(reader, one.digest);
        if (!bytes)
            return failed(bytes.error());
        if (one.type == QLatin1String("changes"))
            edits += editsOf(*bytes);
        loaded.bytes.append(*bytes);
    }
    return edits.isEmpty() ? loaded : readEdits(reader, edits);
}

} // namespace

EvidenceLoader::EvidenceLoader(ObjectReader reader, QObject *parent)
    : QObject(parent), m_reader(std::move(reader))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0)
            Q_EMIT loaded(m_watcher.result());
    });
}

EvidenceLoader::~EvidenceLoader()
{
    m_watcher.disconnect(this);
}

void EvidenceLoader::load(const QList<Evidence> &evidence)
{
    m_watcher.setFuture(QtConcurrent::run(readEvidence, m_reader, evidence));
}

void EvidenceLoader::loadEdits(const QList<FileEdit> &edits)
{
    m_watcher.setFuture(QtConcurrent::run(readEdits, m_reader, edits));
}

void EvidenceLoader::cancel()
{
    m_watcher.setFuture(QFuture<LoadedEvidence>());
}

} // namespace Slipway
