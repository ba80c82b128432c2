// SPDX-License-Identifier: MIT
#include "core/steps/builtwheel.h"

#include "core/steps/programtext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace Slipway {

namespace {

constexpr qint64 largestMetadata = 1024 * 1024;

QStringList filesOf(const QString &folder, const QString &pattern)
{
    return QDir(folder).entryList({pattern}, QDir::Files | QDir::NoSymLinks, QDir::Name);
}

Result<QString> sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly) && hash.addData(&file))
        return QString::fromLatin1(hash.result().toHex());
    return Error(QStringLiteral("python.bad-wheel"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 cannot be read: %2."),
                 {path, file.errorString()});
}

/// Prints the one METADATA of a wheel.
QString metadataScript()
{
    return QStringLiteral("import sys, zipfile\n"
                          "with zipfile.ZipFile(sys.argv[1]) as wheel:\n"
                          "    names = [n for n in wheel.namelist() if n.count('/') == 1 and\n"
                          "             n.endswith('.dist-info/METADATA')]\n"
                          "    if len(names) != 1:\n"
                          "        sys.exit('no METADATA')\n"
                          "    with wheel.open(names[0]) as file:\n"
                          "        sys.stdout.buffer.write(file.read(1 << 20))\n");
}

/// A field of the head of a METADATA file; empty if it has none.
QString fieldOf(const QByteArray &metadata, const char *name)
{
    const QByteArray start = QByteArray(name).toLower() + ':';
    for (const QByteArray &line : metadata.split('\n')) {
        if (line.trimmed().isEmpty())
            return {}; // the description begins
        if (line.toLower().startsWith(start))
            return plainOutput(QString::fromUtf8(line.mid(start.size()).trimmed()));
    }
    return {};
}

Result<void> readMetadata(const QString &python, const StepContext &context, BuiltWheel *built)
{
    Question question;
    question.argv = {python, QStringLiteral("-I"), QStringLiteral("-c"), metadataScript(),
                     built->wheel};
    question.maxBytes = 2 * largestMetadata;
    const auto reply = context.ask(question);
    if (!reply)
        return reply.error();
    built->name = fieldOf(reply->output, "Name");
    built->version = fieldOf(reply->output, "Version");
    if (reply->isSuccess() && !built->name.isEmpty() && !built->version.isEmpty())
        return {};
    return Error(QStringLiteral("python.bad-wheel"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 does not say which version it is: its METADATA is missing "
                                   "or damaged. Look at how the project is built."),
                 {built->wheel})
        .withDetail(QString::fromUtf8(reply->errorOutput));
}

} // namespace

Result<BuiltWheel> builtWheel(const QString &folder, const QString &python,
                              const StepContext &context)
{
    const QStringList wheels = filesOf(folder, QStringLiteral("*.whl"));
    if (wheels.isEmpty())
        return Error(QStringLiteral("python.no-wheel"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The build left no wheel in %1."),
                     {folder});
    if (wheels.size() > 1)
        return Error(
            QStringLiteral("python.many-wheels"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The build left more than one wheel in %1: %2."),
            {folder, wheels.join(QStringLiteral(", "))});
    BuiltWheel built;
    built.wheel = folder + u'/' + wheels.first();
    const QStringList archives = filesOf(folder, QStringLiteral("*.tar.gz"));
    if (!archives.isEmpty())
        built.sdist = folder + u'/' + archives.first();
    const auto wheelHash = sha256Of(built.wheel);
    if (!wheelHash)
        return wheelHash.error();
    built.wheelSha256 = *wheelHash;
    if (!built.sdist.isEmpty()) {
        const auto hash = sha256Of(built.sdist);
        if (!hash)
            return hash.error();
        built.sdistSha256 = *hash;
    }
    if (const auto read = readMetadata(python, context, &built); !read)
        return read.error();
    return built;
}

} // namespace Slipway
