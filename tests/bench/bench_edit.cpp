// SPDX-License-Identifier: MIT
// What it costs to set the versions of 1,000 files in the shape that repositories have.
#include "core/base/files.h"
#include "core/packages/composeimages.h"
#include "core/packages/fileselection.h"
#include "core/packages/pinediting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace Slipway;

namespace {

constexpr int fileCount = 1000;
constexpr int rounds = 5;

struct Sample
{
    QString path;
    QByteArray bytes;
    std::optional<PinFileKind> kind; ///< nothing: a compose file
};

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QList<Sample> samples(const QDir &folder)
{
    QList<Sample> corpus;
    const QDir source(QStringLiteral(SLIPWAY_SOURCE_DIR "/tests/packages/corpus"));
    const QStringList names = source.entryList(QDir::Files);
    for (const QString &name : names) {
        const auto bytes = readFile(source.filePath(name));
        const QString known = name.endsWith(u".toml") ? QStringLiteral("pyproject.toml") : name;
        if (bytes)
            corpus.append({name, *bytes, pinFileKindOf(known)});
    }
    if (corpus.isEmpty())
        giveUp("no corpus");
    QList<Sample> all;
    for (int i = 0; i < fileCount; ++i) {
        Sample sample = corpus.at(i % corpus.size());
        sample.path = folder.filePath(QString::number(i) + u'-' + sample.path);
        if (!write(sample.path, sample.bytes))
            giveUp("cannot write");
        all.append(sample);
    }
    return all;
}

/// Every name in the files, with a version that none of them has.
Inventory newVersions(const QList<Sample> &files)
{
    QList<InstalledPackage> packages;
    QSet<QString> seen;
    const QString version = QStringLiteral("99.1");
    for (const Sample &file : files) {
        const auto located = file.kind ? locatePins(file.bytes, *file.kind) : LocatedPins();
        for (const Pin &pin : located->pins)
            if (!seen.contains(pin.normalName))
                packages.append({pin.name, version, Version::parse(version)});
        for (const Pin &pin : located->pins)
            seen.insert(pin.normalName);
    }
    return Inventory::of(QStringLiteral("bench"), packages);
}

QByteArray edited(const Sample &file, const QByteArray &bytes, const Inventory &inventory)
{
    if (file.kind)
        return pinFile(bytes, *file.kind, inventory, PinMode::PinnedNow)->bytes;
    QList<ImageTagChange> changes;
    const auto images = composeImages(bytes);
    for (const ComposeImage &image : *images)
        if (!image.uneditable)
            changes.append({image.tag, "99.1"});
    return *withImageTags(bytes, changes);
}

} // namespace

int main()
{
    const QTemporaryDir folder(QDir(qEnvironmentVariable("BENCH_DIR", QDir::tempPath()))
                                   .filePath(QStringLiteral("bench-edit-XXXXXX")));
    const QList<Sample> files = samples(QDir(folder.path()));
    const Inventory inventory = newVersions(files);
    qsizetype bytes = 0;
    for (const Sample &file : files)
        bytes += file.bytes.size();
    std::printf("%d files, %lld bytes\n", fileCount, static_cast<long long>(bytes));
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        int changed = 0;
        for (const Sample &file : files)
            changed += edited(file, file.bytes, inventory) != file.bytes;
        const qint64 editing = timer.elapsed();
        timer.start();
        for (const Sample &file : files) {
            const auto read = readFile(file.path);
            // A new file: setting one to nothing and writing it again measures the disk.
            const QString to = file.path + QString::number(round);
            if (!read || !write(to, edited(file, *read, inventory)))
                giveUp("cannot read or write");
        }
        std::printf("edited in memory %lld ms (%d changed), read, edited and written %lld ms\n",
                    static_cast<long long>(editing), changed,
                    static_cast<long long>(timer.elapsed()));
    }
    return 0;
}
